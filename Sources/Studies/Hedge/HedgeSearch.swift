import Formulation
import Hedging
import LinearProgramming
import Planning
import Sourcing

/// The search for common orders of some worlds. Goals against any attack hold by windows in the rows: those of attacks
/// that break them are added until none does.
struct HedgeSearch {
  enum Ending {
    case solved(HedgeSolution)
    /// No orders are possible in all worlds; the places of worlds that exclude each other.
    case impossible([Int])
  }

  /// The worlds in one problem.
  private(set) var problem: HedgeProblem
  /// Their programs.
  private(set) var programs: HedgePrograms
  private var hedger: HedgeSolver
  private var attacks: [KnownAttacks]
  private let plans: [WorldPlan]
  private let probabilities: [Double]
  private let criterion: HedgeQuestion.Criterion
  private let solver: any Solver
  private let jobs: Int
  private let method: HedgeFinder.Method

  init(
    _ plans: [WorldPlan], probabilities: [Double], criterion: HedgeQuestion.Criterion,
    solver: any Solver, jobs: Int, method: HedgeFinder.Method
  ) throws {
    self.plans = plans
    self.probabilities = probabilities
    self.criterion = criterion
    self.solver = solver
    self.jobs = jobs
    self.method = method
    attacks = plans.map(\.attacks)
    programs = try HedgePrograms(
      plans, probabilities: probabilities, until: nil, attacks: attacks, solver: solver, jobs: jobs)
    problem = programs.problem
    hedger = HedgeSolver(problem, solver: solver)
  }

  /// Finds the best orders up to a period.
  ///
  /// - Throws: `NoOptimum` if a limit comes before any orders are found; `SolverError`.
  mutating func solve(until: PeriodIndex?) throws -> Ending {
    while true {
      try write(until: until)
      switch try hedger.solve(criterion == .regret ? .regret : .expected) {
      case .impossible: return .impossible(try hedger.conflict())
      case .stopped(let reason): throw NoOptimum("what to order for all worlds", reason)
      case .solved(let solution):
        guard try addAttacks(breaking: solution) else { return .solved(solution) }
      }
    }
  }

  /// The value of the criterion if the orders up to another period are common.
  func commitment(until: PeriodIndex?) throws -> Hedge.Commitment {
    var other = self
    switch try other.solve(until: until) {
    case .impossible: return Hedge.Commitment(value: nil, isProven: true)
    case .solved(let solution):
      let costs = zip(other.problem.worlds, solution.costs).map {
        other.problem.withoutRoundOff($1, of: $0)
      }
      return Hedge.Commitment(
        value: criterion == .regret
          ? other.problem.worstRegret(of: costs) : other.problem.expectedCost(of: costs),
        isProven: solution.isProven)
    }
  }

  /// The places of the worlds that decide about a solution.
  mutating func decidingWorlds(of solution: HedgeSolution) throws -> [Int] {
    try hedger.decidingWorlds(of: solution)
  }

  /// What each world costs with given orders up to the last common period; nil of a world in which they are not possible.
  mutating func costs(with orders: PlacedOrders) throws -> [Double?] {
    try hedger.costs(with: programs.common.decisions(orders, lumpy: programs.lumpy))
  }

  private mutating func write(until: PeriodIndex?) throws {
    programs = try HedgePrograms(
      plans, probabilities: probabilities, until: until, attacks: attacks, solver: solver,
      jobs: jobs)
    problem = programs.problem
    hedger = HedgeSolver(problem, solver: solver, method: method.hedging, jobs: jobs)
  }

  /// Adds attacks that break a goal in some world, to the windows that are written into its rows.
  ///
  /// - Returns: whether there are any.
  private mutating func addAttacks(breaking solution: HedgeSolution) throws -> Bool {
    var isNew = false
    for world in plans.indices where !programs.programs[world].attackGoals.isEmpty {
      let found = try programs.programs[world].attacksNotWritten(
        at: solution.points[world], solver: solver)
      if attacks[world].add(found) { isNew = true }
    }
    return isNew
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
