import GLPKSolver
import Games
import LinearProgramming
import TestSupport
import Testing

@Suite("Games whose linear programs are not solved")
struct TimeLimitTests {
  @Test("a time limit at any solve is reported as a time limit, not as a failure")
  func timeLimit() throws {
    let game = try SampleGames.bankruptcy(claims: [100, 200, 300], estate: 200)
    let honest = ScriptedSolver(GLPKSolver())
    _ = try game.splits(weights: [1, 1, 1], using: honest)
    #expect(honest.requests.count > 2)
    for last in honest.requests.indices {
      for termination in [Termination.timeLimit, .cancelled, .infeasible] {
        let solver = ScriptedSolver(GLPKSolver()) {
          $0.number < last ? .honest : .ends(termination)
        }
        let error = #expect(throws: NoOptimum.self) {
          try game.splits(weights: [1, 1, 1], using: solver)
        }
        #expect(error?.termination == termination)
      }
    }
  }

  @Test("duals that settle no coalition are an error that says so")
  func noTightCoalition() throws {
    let game = try SampleGames.bankruptcy(claims: [100, 200, 300], estate: 200)
    let solver = ScriptedSolver(GLPKSolver()) { _ in
      .altered { $0.rowDuals = $0.rowDuals.map { _ in 0 } }
    }
    let error = #expect(throws: GameError.noTightCoalition) { try game.nucleolus(using: solver) }
    #expect(error?.description.hasPrefix("the nucleolus was not found: the duals name no") == true)
  }
}
