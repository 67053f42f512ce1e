import Formulation
import Hedging
public import LinearProgramming
import Planning
import Sourcing
import SourcingFiles

/// Finds the best orders up to a period for many worlds.
///
/// Each world first gets a plan of its own. Then the orders are found that are best for all worlds together, while each
/// world decides everything else by itself (docs/uncertainty.md has the formulas). It is exact: by one program over all
/// worlds, or by a decomposition over worlds.
public struct HedgeFinder: Sendable {
  /// How common orders are found.
  package enum Method: Sendable {
    /// By the size of the programs.
    case automatic
    /// In one program over all worlds.
    case whole
    /// By the decomposition over worlds.
    case decomposed
  }

  /// What is asked.
  public let question: HedgeQuestion
  private let solver: any Solver
  private let jobs: Int
  private let method: Method
  private let progress: WorkProgress

  /// A finder.
  ///
  /// - Parameters:
  ///   - question: what is asked.
  ///   - solver: for all programs, with a deadline for all of them together.
  ///   - jobs: the number of threads. Results do not depend on it.
  ///   - progress: where the steps are reported.
  public init(
    _ question: HedgeQuestion, solver: any Solver, jobs: Int = 1, progress: WorkProgress = .none
  ) {
    self.init(question, solver: solver, jobs: jobs, method: .automatic, progress: progress)
  }

  /// A finder with a method.
  package init(
    _ question: HedgeQuestion, solver: any Solver, jobs: Int = 1, method: Method,
    progress: WorkProgress = .none
  ) {
    self.question = question
    self.solver = solver
    self.jobs = jobs
    self.method = method
    self.progress = progress
  }

  /// Finds the orders.
  ///
  /// - Parameters:
  ///   - explaining: whether the worlds that decide are found too.
  ///   - comparing: whether the values of other common orders are found too: of all periods, and of each option's own.
  /// - Throws: `InputProblems` of models and tables, or if the option's model cannot be hedged; `NoOptimum` if the time
  ///   limit comes before any orders are found; `SolverError`.
  public func find(explaining: Bool = false, comparing: Bool = true) throws -> HedgeResult {
    let all = try question.ownPlans(solver, jobs: jobs, progress)
    let probabilities = zip(question.probabilities, all).compactMap { $1 == nil ? nil : $0 }
    let leftOut = zip(question.runs, all).compactMap {
      $1 == nil ? Hedge.LeftOut(name: $0.name) : nil
    }
    let plans = all.compactMap(\.self)
    guard !plans.isEmpty else { return .noPlan }
    var search = try HedgeSearch(
      plans, probabilities: probabilities, until: question.until,
      criterion: question.criterion.hedging, solver: solver, jobs: jobs, method: method.hedging)
    let found = try progress.step("orders for all worlds") { step in
      search.note = { step.note($0) }
      return try search.solve()
    }
    switch found {
    case .impossible(let worlds):
      return .noCommonOrders(worlds: worlds.map { plans[$0].name }, leftOut: leftOut)
    case .solved(let solution):
      var hedge = hedge(solution, search, leftOut)
      if explaining, question.criterion == .regret, solution.isProven {
        hedge.deciding = try ifInTime {
          try search.decidingWorlds(of: solution).map { plans[$0].name }
        }
      }
      if comparing { try compare(&hedge, &search) }
      return .found(hedge)
    }
  }

  private func hedge(
    _ solution: HedgeSolution, _ search: HedgeSearch, _ leftOut: [Hedge.LeftOut]
  ) -> Hedge {
    let worlds = search.problem.worlds
    return Hedge(
      question: question, model: search.programs.plans[0].model,
      worlds: zip(worlds, solution.costs).map {
        Hedge.World(
          name: $0.name, probability: $0.probability, ownCost: $0.ownCost,
          cost: search.problem.withoutRoundOff($1, of: $0))
      }, leftOut: leftOut,
      orders: search.programs.orders(
        at: solution, probabilities: worlds.map(\.probability)),
      bound: solution.bound, isProven: solution.isProven)
  }

  private func compare(_ hedge: inout Hedge, _ search: inout HedgeSearch) throws {
    try ifInTime {
      try progress.step("the own orders of each option", parts: question.study.options.count) {
        step in
        hedge.waiting = fared(option: nil, try search.costsOrderingNothing(), search)
        hedge.ownOrders = try question.study.options.indices.map { option in
          let fared = try ownOrders(of: option, &search)
          step.endPart()
          return fared
        }
      }
    }
    let last = search.programs.plans[0].instance.horizon.last
    if question.until == last {
      hedge.allCommon = Hedge.Commitment(value: hedge.value, isProven: hedge.isProven)
    } else {
      hedge.allCommon = try ifInTime {
        try progress.step("orders of all periods") { step in
          var other = try search.committing(until: last)
          other.note = { step.note($0) }
          return try other.commitment()
        }
      }
    }
  }

  /// What the orders of an option's plan for the instance as it is would have cost.
  private func ownOrders(of option: Int, _ search: inout HedgeSearch) throws -> Hedge.OwnOrders {
    let name = question.study.options[option].name
    guard let orders = try asIsOrders(of: option, search) else {
      return Hedge.OwnOrders(option: name, hasPlan: false, impossible: [])
    }
    let foreign = search.programs.common.projectsBeyond(orders, until: question.until)
    guard foreign.isEmpty else {
      let projects = search.programs.plans[0].instance.projects
      return Hedge.OwnOrders(
        option: name, hasPlan: true, foreign: foreign.map { projects[$0].id }, impossible: [])
    }
    return fared(option: name, try search.costs(with: orders), search)
  }

  private func fared(option: String?, _ costs: [Double?], _ search: HedgeSearch)
    -> Hedge.OwnOrders
  {
    let worlds = search.problem.worlds
    let costs = zip(worlds, costs).map { world, cost in
      cost.map { search.problem.withoutRoundOff($0, of: world) }
    }
    var fared = Hedge.OwnOrders(
      option: option, hasPlan: true,
      impossible: zip(worlds, costs).compactMap { $1 == nil ? $0.name : nil }, costs: costs)
    let known = costs.compactMap(\.self)
    guard known.count == worlds.count else { return fared }
    fared.worstRegret = search.problem.worstRegret(of: known)
    fared.expectedCost = search.problem.expectedCost(of: known)
    return fared
  }

  /// The orders of an option's plan for the instance as it is; nil if it has none.
  private func asIsOrders(of option: Int, _ search: HedgeSearch) throws -> PlacedOrders? {
    let asIs = search.programs.plans[0]
    if option == question.option, asIs.name == question.study.variations[0].name {
      return asIs.orders
    }
    let run = StudyRun(
      option: option, variation: 0, coordination: .joint, name: question.study.variations[0].name)
    let (variation, model) = try question.study.question(of: run, solver)
    let result = try Planner(solver: solver).planUnchecked(variation.instance, model)
    if let plan = result.plan { return PlacedOrders(plan) }
    if result.termination.isLimit { throw NoOptimum("the plan of an option", result.termination) }
    return nil
  }

  /// The answer; nil if a limit came first.
  private func ifInTime<Answer>(_ answer: () throws -> Answer) throws -> Answer? {
    do { return try answer() } catch let stopped as NoOptimum where stopped.termination.isLimit {
      return nil
    }
  }
}

extension HedgeFinder.Method {
  fileprivate var hedging: HedgeSolver.Method {
    switch self {
    case .automatic: .automatic
    case .whole: .whole
    case .decomposed: .decomposed
    }
  }
}

extension HedgeQuestion.Criterion {
  fileprivate var hedging: HedgeCriterion {
    switch self {
    case .regret: .regret
    case .expected: .expected
    }
  }
}
