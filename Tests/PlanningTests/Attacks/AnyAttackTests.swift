import CaseSupport
import GLPKSolver
import LinearProgramming
import TestSupport
import Testing

@testable import Formulation
@testable import Planning
@testable import Sourcing

@Suite("Goals against any attack")
struct AnyAttackTests {
  /// How often each kind of question was compared, over all seeds.
  private static let compared = UnitSeeds.isLong ? Array(UInt64(1)...600) : Array(UInt64(1)...102)

  @Test(
    "the optimum is that of the program in one piece with a window for each attack, and no attack breaks the goal"
  )
  func agreesWithOnePiece() throws {
    var (plans, infeasible, soft, whole, attacked) = (0, 0, 0, 0, 0)
    for seed in Self.compared {
      let question = try AttackQuestion(seed: seed)
      let result = try question.plan()
      let optimum = try question.optimumInOnePiece()
      #expect((result.termination == .optimal) == (optimum != nil), "seed \(seed)")
      guard let optimum, let plan = result.plan else {
        infeasible += 1
        continue
      }
      #expect(isClose(result.objective, optimum), "seed \(seed)")
      plans += 1
      soft += question.model.goals[0].isSoft ? 1 : 0
      whole += result.program.program.isMixedInteger ? 1 : 0
      attacked += result.attacks.all.isEmpty ? 0 : 1
      for outcome in result.goals {
        let served = try question.served(by: plan, eachMonth: outcome.isEachMonth)
        try #require(served.count == question.attacks.count)
        let least = try #require(served.values.min())
        #expect(abs(outcome.achieved - least) <= 1e-6, "seed \(seed)")
        guard case .attack(let worst) = outcome.threat else {
          Issue.record("seed \(seed) names no attack")
          continue
        }
        #expect(abs(try #require(served[worst]) - least) <= 1e-6, "seed \(seed)")
        if !question.model.goals[0].isSoft {
          #expect(least >= outcome.target - 1e-6, "seed \(seed)")
        }
      }
    }
    #expect(plans >= 70 && infeasible >= 1, "\(plans), \(infeasible)")
    #expect(soft >= 10 && whole >= 5 && attacked >= 25, "\(soft), \(whole), \(attacked)")
  }

  @Test("without cuts the goal holds in the undisturbed window alone")
  func noCuts() throws {
    for seed in UInt64(1)...6 {
      let question = try AttackQuestion(seed: seed, cuts: 0, "regions", atLeast: 0.9)
      #expect(question.attacks == [Attack()])
      let result = try question.plan()
      try #require(result.termination == .optimal)
      #expect(result.attacks.all.isEmpty)
      #expect(result.goals.map(\.threat) == [.attack(Attack())])
    }
  }

  @Test("more cuts never cost less")
  func moreCuts() throws {
    var rises = 0
    for seed in UInt64(1)...10 {
      var last = -Double.infinity
      for cuts in 0...3 {
        let result = try AttackQuestion(seed: seed, cuts: cuts, "stages", atLeast: 0.5).plan()
        let cost = result.termination == .optimal ? result.objective : .infinity
        #expect(cost >= last - 1e-6 * abs(last), "seed \(seed), \(cuts) cuts")
        rises += cost > last * (1 + 1e-6) && last > -.infinity ? 1 : 0
        last = cost
      }
    }
    #expect(rises > 5)
  }

  @Test("each stage of the objective agrees with the program in one piece", arguments: 1...6)
  func stages(seed: UInt64) throws {
    let question = try AttackQuestion(
      seed: seed, cuts: 1, "[regions, stages]", atLeast: 0.4,
      lines: "objective: [{minimise: capex, tolerance: 5%}, {minimise: cost}]")
    let (instance, model, _) = question.written
    let whole = try Planner(solver: GLPKSolver(), decomposition: .never).planUnchecked(
      instance, model)
    let result = try question.plan()
    #expect(result.termination == whole.termination)
    #expect(result.stageValues.count == whole.stageValues.count)
    #expect(zip(result.stageValues, whole.stageValues).allSatisfy { isClose($0, $1, within: 1e-5) })
  }

  @Test("a large program, which starts period by period, meets the goal too", arguments: 1...6)
  func startsByPeriod(seed: UInt64) throws {
    let question = try AttackQuestion(seed: seed, cuts: 1, "stages", atLeast: 0.5)
    let plain = try question.plan()
    let planner = Planner(solver: GLPKSolver(), strategy: .periods)
    let program = try planner.program(for: question.instance, question.model)
    #expect(program.startsByPeriod(.periods, with: GLPKSolver()) && !program.isItsCore)
    let result = try planner.plan(question.instance, question.model)
    #expect(result.termination == plain.termination)
    if plain.termination == .optimal { #expect(isClose(result.objective, plain.objective)) }
  }

  @Test("a time limit at any solve gives no plan and no error")
  func timeLimit() throws {
    let question = try AttackQuestion(seed: 2, cuts: 1, "stages", atLeast: 0.4)
    let counted = ScriptedSolver(GLPKSolver())
    let whole = try Planner(solver: counted).plan(question.instance, question.model)
    try #require(whole.termination == .optimal)
    let count = counted.requests.count
    try #require(count > 10)
    for number in stride(from: 0, to: count, by: max(1, count / 40)) {
      let solver = ScriptedSolver(GLPKSolver()) {
        $0.number >= number ? .ends(.timeLimit) : .honest
      }
      let result = try Planner(solver: solver).plan(question.instance, question.model)
      #expect(result.termination == .timeLimit, "at solve \(number) of \(count)")
      #expect(result.plan == nil)
    }
  }

  @Test("if the cuts do not converge, the windows are written into the rows")
  func fallsBack() throws {
    let question = try AttackQuestion(seed: 2, cuts: 1, "stages", atLeast: 0.4)
    let optimum = try #require(try question.optimumInOnePiece())
    let counted = ScriptedSolver(GLPKSolver())
    _ = try Planner(solver: counted).plan(question.instance, question.model)
    var rows = 0
    for number in [counted.requests.count / 3, counted.requests.count / 2] {
      let solver = ScriptedSolver(GLPKSolver()) {
        $0.number == number ? .fails(.refuted("a test")) : .honest
      }
      let result = try Planner(solver: solver).plan(question.instance, question.model)
      #expect(isClose(result.objective, optimum))
      rows += result.program.windows.isEmpty ? 0 : 1
    }
    #expect(rows > 0)
  }
}
