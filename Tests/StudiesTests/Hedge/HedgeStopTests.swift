import GLPKSolver
import LinearProgramming
import Sourcing
import TestSupport
import Testing

@testable import Studies

@Suite("What to order now: time limits")
struct HedgeStopTests {
  private func study() throws -> Study {
    try OnePlant.study([
      OnePlant.variation("cheap-b", "facilities", "unit_cost", "set: 4"),
      OnePlant.variation("dear", "projects", "capex", "multiply: 3"),
      OnePlant.variation("late", "projects", "lead_years", "add: 1"),
    ])
  }

  @Test(
    "If one solve is stopped, orders are not called proven, and no worlds are said to decide",
    arguments: [HedgeFinder.Method.whole, .decomposed], HedgeQuestion.Criterion.allCases)
  func one(method: HedgeFinder.Method, criterion: HedgeQuestion.Criterion) throws {
    let study = try study()
    let ask = { (solver: ScriptedSolver) in
      let question = HedgeQuestion(study: study, option: 0, until: 1, criterion: criterion)
      return try HedgeFinder(question, solver: solver, method: method)
        .find(explaining: criterion == .regret, comparing: true)
    }
    let honest = ScriptedSolver(GLPKSolver())
    let best = try #require(try ask(honest).hedge)
    try #require(best.isProven && best.worstRegret > 1)
    var (unproven, stopped) = (0, 0)
    for solve in honest.requests.indices {
      let solver = ScriptedSolver(GLPKSolver()) {
        $0.number == solve ? .ends(.timeLimit) : .honest
      }
      do {
        let hedge = try #require(try ask(solver).hedge)
        #expect(hedge.value >= best.value - best.near, "solve \(solve)")
        #expect(hedge.bound <= best.value + best.near, "solve \(solve)")
        #expect(hedge.bound >= hedge.valueWithoutCommonOrders - best.near, "solve \(solve)")
        if !hedge.isProven {
          unproven += 1
          #expect(hedge.deciding == nil && !hedge.isComplete(explaining: true), "solve \(solve)")
        } else {
          #expect(abs(hedge.value - best.value) <= best.near, "solve \(solve)")
        }
      } catch let stop as NoOptimum {
        #expect(stop.termination == .timeLimit)
        stopped += 1
      }
    }
    #expect(stopped >= 4)
    // One program for the expected cost is one solve: it is solved, or not.
    if method == .decomposed || criterion == .regret { #expect(unproven >= 1) }
  }
}
