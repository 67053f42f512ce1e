import CaseSupport
import GLPKSolver
import LinearProgramming
import TestSupport

@testable import Formulation
@testable import Planning
@testable import Sourcing

/// A random instance and a model with one goal against any cuts; and the same question with every attack written down.
struct AttackQuestion {
  let instance: Instance
  let model: Model
  let budget: AttackBudget

  /// A question of a seed: no cut, one or two; of regions, stages, exports or two of these; some goals in each month, some
  /// soft, some with integers, some against the rival alone.
  init(seed: UInt64) throws {
    let kinds = ["regions", "stages", "exports", "[stages, exports]"][Int(seed / 3 % 4)]
    let by = seed.isMultiple(of: 4) ? ", by: R1" : ""
    let further =
      (seed.isMultiple(of: 2) ? ", each_month_at_least: \(Double(seed % 4) / 8)" : "")
      + (seed.isMultiple(of: 5) ? ", penalty: 40" : "")
    try self.init(
      seed: seed, cuts: Int(seed % 3), kinds + by, atLeast: 0.2 + Double(seed % 6) / 10, further,
      months: seed % 6 == 5 ? 12 : 4, isLumpy: seed.isMultiple(of: 7))
  }

  init(
    seed: UInt64, cuts: Int, _ targets: String, atLeast: Double, _ further: String = "",
    of region: String = "R0", lines: String = "", months: Int = 4, isLumpy: Bool = false
  ) throws {
    let question = try DisruptedQuestion(seed: seed, isLumpy: isLumpy)
    instance = question.instance
    model = try question.model(
      "goals: [{kind: resilience, against: {cuts: \(cuts), targets: \(targets)}, of: \(region), "
        + "commodity: oxide, at_least: \(atLeast)\(further)}]",
      "stress: {horizon_months: \(months), reroute_months: 2}", lines)
    budget = model.goals[0].kind.attackBudget ?? AttackBudget(cuts: -1)
  }

  /// Every set of at most so many targets.
  var attacks: [Attack] {
    let targets = budget.targets(in: instance, projects: model.projects)
    var attacks: [[AttackTarget]] = [[]]
    for target in targets {
      attacks += attacks.filter { $0.count < budget.cuts }.map { $0 + [target] }
    }
    return attacks.map { Attack(inOrder: $0) }
  }

  /// The question with each attack as a disruption of its own.
  var written: (instance: Instance, model: Model, disruptions: [DisruptionIndex: Attack]) {
    var (instance, model, places) = (instance, model, [DisruptionIndex: Attack]())
    for attack in attacks {
      places[DisruptionIndex(instance.disruptions.count)] = attack
      instance.disruptions.append(
        attack.disruption(in: instance, months: model.stress.horizonMonths))
    }
    if case .resilience(_, let eachMonth) = model.goals[0].kind {
      model.goals[0].kind = .resilience(
        against: .disruptions(places.keys.sorted()), eachMonth: eachMonth)
    }
    return (instance, model, places)
  }

  func plan() throws -> PlanningResult {
    try Planner(solver: GLPKSolver()).plan(instance, model)
  }

  /// The optimum of the program in one piece, with a window for each attack in its rows; nil if there is no plan.
  func optimumInOnePiece() throws -> Double? {
    let solution = try GLPKSolver().solve(programInOnePiece, options: .standard, from: nil)
    return solution.isOptimal ? solution.objective : nil
  }

  /// The program with a hard goal against each attack as a disruption. A soft goal is written here: one violation v for
  /// each period in all rows of the goal, which costs the penalty for each unit.
  private var programInOnePiece: LinearProgram {
    var (instance, model, _) = written
    let penalty = model.goals[0].penalty
    model.goals[0].penalty = nil
    let hard = PlanningProgram(instance: instance, model: model)
    var program = hard.program
    guard let penalty else { return program }
    for period in instance.horizon.indices {
      let violation = program.addColumn(lower: 0, upper: .infinity, cost: penalty)
      for constraint in hard.goals where constraint.goal == 0 && constraint.period == period {
        for (row, _) in constraint.rows { program.add(1, violation, to: row) }
      }
    }
    return program
  }

  /// The share that a plan can serve under each attack, over the window or in the worst month, each by a program of its
  /// own.
  func served(by plan: Plan, eachMonth: Bool) throws -> [Attack: Double] {
    let (instance, model, places) = written
    var hard = model
    hard.goals[0].penalty = nil
    let judged = try PlanningResult(
      judging: plan, in: PlanningProgram(instance: instance, model: hard), solver: GLPKSolver())
    var served: [Attack: Double] = [:]
    for outcome in judged.goals where outcome.isEachMonth == eachMonth {
      if case .disruption(let place) = outcome.threat, let attack = places[place] {
        served[attack] = outcome.achieved
      }
    }
    return served
  }
}
