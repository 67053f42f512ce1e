import LinearProgramming
import SolverConformance
import TestSupport
import Testing

/// The conformance checks on the smallest backend, and on wrong solvers.
@Suite struct ConformanceTests {
  static let dense = CheckedSolver(DenseSimplex())

  @Test(
    "a dense tableau passes the checks that every solver must pass",
    arguments: SolverConformance.checks(for: dense))
  func denseTableauDoes(check: ConformanceCheck) {
    #expect(check.complaints(about: Self.dense) == [])
  }

  @Test("checks that need more capabilities, and excluded checks, are left out")
  func checksBeyondSolver() {
    let all = SolverConformance.checks
    let ofDense = SolverConformance.checks(for: Self.dense)
    #expect(!ofDense.isEmpty && ofDense.count < all.count)
    #expect(all.contains { $0.needs == .integers } && ofDense.allSatisfy { $0.needs.isEmpty })
    let exclusion = ConformanceExclusion(ofDense[0].name, because: "this test says so")
    let fewer = SolverConformance.checks(for: Self.dense, excluding: [exclusion])
    #expect(fewer.map(\.name) == ofDense.dropFirst().map(\.name))
  }

  @Test("names are unique")
  func namesUnique() {
    let names = SolverConformance.checks.map(\.name)
    #expect(Set(names).count == names.count)
  }

  static let wrong: [(name: String, turn: ScriptedSolver.Turn, least: Int)] = [
    ("an objective that is not the point's", .altered { $0.objective += 1 }, 15),
    ("no duals", .altered { $0.rowDuals = [] }, 10),
    ("every program infeasible", .ends(.infeasible), 20),
    ("no time for anything", .ends(.timeLimit), 20),
    ("nothing but errors", .fails(.refuted("no")), 20),
    ("no certificates", .altered { $0.certificate = nil }, 5),
  ]

  @Test("the checks find a wrong solver", arguments: wrong.indices)
  func suiteFindsWrong(index: Int) {
    let (name, turn, least) = Self.wrong[index]
    let solver = ScriptedSolver(Self.dense) { _ in turn }
    let failing = SolverConformance.checks(for: solver).filter { check in
      check.name.hasPrefix("Answers") && !check.complaints(about: solver).isEmpty
    }
    #expect(failing.count >= least, "\(name): \(failing.count)")
  }
}
