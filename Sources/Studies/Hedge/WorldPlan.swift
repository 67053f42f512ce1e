import Formulation
import LinearProgramming
import Parallel
import Planning
import Sourcing
import SourcingFiles
import Tables

/// A world with its own best plan.
struct WorldPlan: Sendable {
  let name: String
  let instance: Instance
  let model: Model
  /// z*, the objective of the plan.
  let cost: Double
  /// The orders of the plan.
  let orders: PlacedOrders
  /// The basis of the plan; nil of a mixed-integer program.
  let basis: Basis?
  /// The attacks that matter to its goals.
  let attacks: KnownAttacks
}

/// Orders of projects by period, and whether lumpy ones are made.
struct PlacedOrders: Sendable {
  let capacity: IndexedArray<Project, PerPeriod<Double>>
  let isOrdered: IndexedArray<Project, PerPeriod<Bool>>

  init(_ plan: Plan) { (capacity, isOrdered) = (plan.orders, plan.isOrdered) }
}

extension HedgeQuestion {
  /// The plan of each world; nil of a world without one.
  ///
  /// - Throws: `InputProblems` of models and tables, or if the option's model cannot be hedged; `NoOptimum` at a limit;
  ///   `SolverError`.
  func ownPlans(
    _ solver: any Solver, jobs: Int, _ progress: WorkProgress
  ) throws -> [WorldPlan?] {
    let runs = runs
    return try progress.step("the own plan of each world", parts: runs.count) { step in
      try inParallel(runs, jobs: jobs) { run in
        let plan = try ownPlan(of: run, solver)
        step.endPart(plan == nil ? "without a plan" : nil)
        return plan
      }
    }
  }

  private func ownPlan(of run: StudyRun, _ solver: any Solver) throws -> WorldPlan? {
    guard let (variation, model) = try readQuestion(of: run, solver) else { return nil }
    try refuse(model, run)
    let result = try Planner(solver: solver).planUnchecked(variation.instance, model)
    guard let plan = result.plan else {
      if result.termination == .infeasible { return nil }
      throw NoOptimum("the own plan of `\(run.name)`", result.termination)
    }
    return WorldPlan(
      name: run.name, instance: variation.instance, model: model, cost: result.objective,
      orders: PlacedOrders(plan),
      basis: result.program.program.isMixedInteger ? nil : result.solution.basis,
      attacks: result.attacks)
  }

  /// What a world plans; nil of a sampled world whose tables break a rule, which has no plan for a study either.
  private func readQuestion(
    of run: StudyRun, _ solver: any Solver
  ) throws -> (variation: Study.Variation, model: Model)? {
    do { return try study.question(of: run, solver) } catch let problems as InputProblems {
      guard study.isSampled(run) else { throw problems }
      return nil
    }
  }

  /// Models of which the cost of a world is not one number.
  private func refuse(_ model: Model, _ run: StudyRun) throws {
    let option = study.options[run.option]
    var found: [(key: String, message: String)] = []
    if model.objective.count > 1 {
      found.append(
        ("objective", "has \(model.objective.count) stages of its objective; name one stage"))
    }
    if model.risk != nil { found.append(("risk", "has `risk`; leave it out")) }
    if model.othersKeep > 0 {
      found.append(("others_keep", "has `others_keep` above 0; set it to 0"))
    }
    guard !found.isEmpty else { return }
    throw InputProblems(
      found.map {
        Problem(
          "the model of the option `\(option.name)` \($0.message), because orders for many worlds are compared by one "
            + "cost in each", file: study.file, line: option.line, column: $0.key)
      })
  }
}
