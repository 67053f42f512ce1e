import CaseSupport
import GLPKSolver
import LinearProgramming
import TestSupport
import Testing

@testable import Formulation
@testable import Planning
@testable import Sourcing

/// What the solve of the plan without goals leaves for that of the plan with goals.
struct CarriedStartTests {
  /// A question with `risk` or several stages, and a goal.
  struct Case: CustomTestStringConvertible {
    var testDescription: String
    var lines: [String]
    var decomposition = Decomposition.automatic

    func question(seed: UInt64) throws -> (Instance, Model) {
      let question = try DisruptedQuestion(seed: seed)
      let text = (["goals: [\(Question.reliance(0.4))]"] + lines).joined(separator: "\n")
      return (question.instance, try question.model(text))
    }
  }

  static let stages = "objective: [{minimise: shortage}, {minimise: capex}, {minimise: cost}]"
  static let cases = [
    Case(
      testDescription: "risk by cuts", lines: [DisruptedQuestion.risk()], decomposition: .always),
    Case(
      testDescription: "risk in the rows", lines: [DisruptedQuestion.risk()],
      decomposition: .never),
    Case(testDescription: "three stages", lines: [stages]),
    Case(
      testDescription: "stages and risk by cuts", lines: [stages, DisruptedQuestion.risk()],
      decomposition: .always),
  ]

  @Test(
    "both optima are those of single solves, in less than half of the iterations", arguments: cases)
  func second(_ asked: Case) throws {
    var (alone, after, compared) = (0, 0, 0)
    for seed in UInt64(1)...12 {
      let (instance, model) = try asked.question(seed: seed)
      let planner = Planner(solver: GLPKSolver(), decomposition: asked.decomposition)
      let pair = try planner.planPair(instance, model)
      let single = try planner.plan(instance, model)
      #expect(pair.plan.termination == single.termination)
      guard single.termination == .optimal else { continue }
      #expect(isClose(pair.plan.objective, single.objective, within: 1e-5))
      alone += single.iterations
      after += pair.plan.iterations
      compared += 1
    }
    #expect(compared > 6)
    #expect(2 * after < alone, "\(after) after \(alone)")
  }

  @Test("the basis of each stage has one basic variable for each row", arguments: cases)
  func basis(_ asked: Case) throws {
    var compared = 0
    for seed in UInt64(1)...6 {
      let (instance, model) = try asked.question(seed: seed)
      let planner = Planner(solver: GLPKSolver(), decomposition: asked.decomposition)
      let first = try planner.plan(instance, model.withoutGoals)
      var program = try planner.program(for: instance, model)
      let start = try #require(
        CarriedStart(from: first, to: program, isSameInstance: true))
      let basic = first.stageBases[0]?.columns.count { $0 == .basic }
      for cut in start.recourses(of: program).cuts {
        _ = program.addRow(.recourseCut(cut.subject), cut.expression, upper: 0)
      }
      let basis = try #require(start.basis(ofStage: 0, for: program))
      #expect(basis.rows.count == program.program.rowCount)
      #expect(basis.columns.count == program.program.columnCount)
      #expect((basis.rows + basis.columns).count { $0 == .basic } == program.program.rowCount)
      // No basic column is lost: those of risk have their places too.
      #expect(basis.columns.count { $0 == .basic } == basic)
      compared += 1
    }
    #expect(compared == 6)
  }
}
