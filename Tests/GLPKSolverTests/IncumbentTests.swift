import SolverConformance
import Testing

@testable import GLPKSolver
@testable import LinearProgramming

/// Points from which branch and cut starts, found by diving or known before. They are feasible and change only the
/// time.
@Suite struct IncumbentTests {
  static let seeds = Array(UInt64(0)..<200)

  private func program(_ seed: UInt64) -> LinearProgram {
    RandomProgram(seed: seed, isMixedInteger: true).program.boxed(by: 50)
  }

  /// The result of diving; nil if the relaxation has no optimum.
  private func search(_ program: LinearProgram, known: [[Double]] = [], dives: Bool = true) throws
    -> IncumbentSearch?
  {
    let relaxed = try GLPKSolver().solve(program.roundedRelaxation)
    guard relaxed.isOptimal else { return nil }
    var options = SolveOptions()
    options.knownPoints = known
    var search = try IncumbentSearch(
      program, relaxed: relaxed, options: options, watch: SolveWatch(options),
      backend: GLPKBackend())
    try search.run(dives: dives)
    return search
  }

  /// How much worse one objective is than another, relative to their size.
  private func excess(_ a: Double, over b: Double, in program: LinearProgram) -> Double {
    (program.sense == .minimise ? a - b : b - a) / max(1, abs(b))
  }

  @Test("a point found by diving is feasible and no better than the optimum", arguments: seeds)
  func pointFoundDiving(seed: UInt64) throws {
    let program = program(seed)
    guard let best = try search(program)?.best else { return }
    #expect(OptimalityReferee().examine(best, of: program).complaint == nil)
    let optimum = try GLPKSolver(settings: .init(usesCutsAndHeuristics: false)).solve(program)
    #expect(optimum.isOptimal)
    #expect(excess(best.objective, over: optimum.objective, in: program) >= -1e-8)
  }

  @Test("diving finds points of most programs that have any")
  func divingFindsPoints() throws {
    var (found, feasible) = (0, 0)
    for seed in Self.seeds where try GLPKSolver().solve(program(seed)).isOptimal {
      feasible += 1
      if try search(program(seed))?.best != nil { found += 1 }
    }
    #expect(feasible > 50)
    #expect(found * 10 >= feasible * 7, "\(found) of \(feasible)")
  }

  @Test(
    "known points, right or wrong, do not change the answer", arguments: seeds.prefix(100))
  func knownPointsRight(seed: UInt64) throws {
    let program = program(seed)
    let first = try GLPKSolver().solve(program)
    let count = program.columnCount
    var options = SolveOptions()
    options.knownPoints = [
      Array(repeating: 0, count: count), Array(repeating: 1, count: count),
      Array(repeating: .nan, count: count), Array(repeating: .infinity, count: count),
      program.columnLower, program.columnUpper, [], Array(repeating: 0, count: count + 1),
      first.values, try GLPKSolver().solve(program.roundedRelaxation).values,
    ]
    let second = try GLPKSolver().solve(program, options: options, from: nil)
    #expect(second.termination == first.termination)
    guard first.isOptimal else { return }
    #expect(abs(excess(second.objective, over: first.objective, in: program)) <= 1e-8)
    #expect(OptimalityReferee().examine(second, of: program).complaint == nil)
  }

  @Test("a known optimum is kept, and a point that violates a row is not")
  func knownOptimumKept() throws {
    var knapsack = LinearProgram(sense: .maximise)
    let items = [(60.0, 10.0), (100, 20), (120, 30)].map { value, weight in
      (weight, knapsack.addColumn(upper: 1, cost: value, integer: true))
    }
    knapsack.row(items, upper: 50)
    let known = try #require(
      try search(knapsack, known: [[1, 0, 1], [1, 1, 1], [0, 1, 1]], dives: false))
    #expect(known.best?.values == [0, 1, 1])
    #expect(known.best?.objective == 220)
    let broken = try #require(try search(knapsack, known: [[1, 1, 1]], dives: false))
    #expect(broken.best == nil)
  }

  @Test("a program without a whole point stays infeasible with any known points")
  func programWithoutWhole() throws {
    var program = LinearProgram()
    let (a, b) = (
      program.addColumn(upper: 5, cost: 1, integer: true),
      program.addColumn(upper: 5, cost: 2, integer: true)
    )
    program.row([(2, a), (2, b)], lower: 5, upper: 5)
    var options = SolveOptions()
    options.knownPoints = [[1, 1], [2.5, 0], [5, 5]]
    let solution = try GLPKSolver().solve(program, options: options, from: nil)
    #expect(solution.termination == .infeasible)
    #expect(solution.values.isEmpty)
    #expect(try search(program)?.best == nil)
  }

  /// One unit is made in a plant of at most `size`, so that y = 1/size is whole up to rounding, or is bought for more
  /// than the whole plant costs.
  @Test(
    "a plant that is hardly used is paid for as a whole", arguments: [1e3, 2e6, 1e8], [true, false])
  func plantHardlyUsed(size: Double, dives: Bool) throws {
    var program = LinearProgram()
    let plant = program.addColumn(upper: 1, cost: 1000, integer: true)
    let (made, bought) = (program.addColumn(), program.addColumn(cost: 2000))
    program.row([(1, made), (1, bought)], lower: 1, upper: 1)
    program.row([(1, made), (-size, plant)], upper: 0)
    let solver = GLPKSolver(settings: .init(usesCutsAndHeuristics: dives))
    let solution = try solver.solve(program)
    #expect(solution.isOptimal && solution.values == [1, 1, 0])
    #expect(abs(solution.objective - 1000) <= 1e-6)
  }

  @Test("a gap as wide as that of the first point ends the search there")
  func gapWideFirst() throws {
    var optima = 0
    for seed in Self.seeds.prefix(50) {
      let program = program(seed)
      let optimum = try GLPKSolver().solve(program)
      var options = SolveOptions()
      options.mipGap = 0.5
      let near = try GLPKSolver().solve(program, options: options, from: nil)
      #expect(near.termination == optimum.termination)
      guard optimum.isOptimal else { continue }
      optima += 1
      #expect(excess(near.objective, over: optimum.objective, in: program) >= -1e-8)
      #expect(excess(near.bound, over: optimum.objective, in: program) <= 1e-8)
    }
    #expect(optima > 10, "otherwise this test would show nothing")
  }
}
