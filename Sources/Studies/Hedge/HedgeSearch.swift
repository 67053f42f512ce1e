import Formulation
import Hedging
import LinearProgramming
import Planning
import Sourcing

/// The search for common orders of some worlds. Goals against any attack hold by windows in the rows: those of attacks
/// that break them are added until none does, whatever is asked.
struct HedgeSearch {
  enum Ending {
    case solved(HedgeSolution)
    /// No orders are possible in all worlds; the places of worlds that cannot share orders.
    case impossible([Int])
  }

  /// The worlds in one problem.
  private(set) var problem: HedgeProblem
  /// Their programs.
  private(set) var programs: HedgePrograms
  /// Takes in words how far the search is.
  var note: (String) -> Void = { _ in }
  private var hedger: HedgeSolver
  private var attacks: [KnownAttacks]
  private let plans: [WorldPlan]
  private let probabilities: [Double]
  private let until: PeriodIndex?
  private let criterion: HedgeCriterion
  private let solver: any Solver
  private let jobs: Int
  private let method: HedgeSolver.Method

  /// - Parameters:
  ///   - plans: the worlds with their own plans.
  ///   - probabilities: how likely each world is.
  ///   - until: the last common period; nil: none is.
  /// - Throws: `NoOptimum` if the time limit comes before the programs are written.
  init(
    _ plans: [WorldPlan], probabilities: [Double], until: PeriodIndex?, criterion: HedgeCriterion,
    solver: any Solver, jobs: Int, method: HedgeSolver.Method
  ) throws {
    try self.init(
      plans, probabilities: probabilities, until: until, criterion: criterion, solver: solver,
      jobs: jobs, method: method, attacks: plans.map(\.attacks))
  }

  private init(
    _ plans: [WorldPlan], probabilities: [Double], until: PeriodIndex?, criterion: HedgeCriterion,
    solver: any Solver, jobs: Int, method: HedgeSolver.Method, attacks: [KnownAttacks]
  ) throws {
    self.plans = plans
    self.probabilities = probabilities
    self.until = until
    self.criterion = criterion
    self.solver = solver
    self.jobs = jobs
    self.method = method
    self.attacks = attacks
    programs = try HedgePrograms(
      plans, probabilities: probabilities, until: until, attacks: attacks, solver: solver,
      jobs: jobs)
    problem = programs.problem
    hedger = HedgeSolver(problem, solver: solver, method: method, jobs: jobs)
  }

  /// The same search with orders common up to another period.
  func committing(until: PeriodIndex?) throws -> HedgeSearch {
    try HedgeSearch(
      plans, probabilities: probabilities, until: until, criterion: criterion, solver: solver,
      jobs: jobs, method: method, attacks: attacks)
  }

  /// Finds the best orders.
  ///
  /// - Throws: `NoOptimum` if a limit comes before any orders are found; `SolverError`.
  mutating func solve() throws -> Ending {
    switch try outcome() {
    case .impossible: return .impossible(try conflict())
    case .stopped(let reason): throw NoOptimum("what to order for all worlds", reason)
    case .solved(let solution): return .solved(solution)
    }
  }

  private mutating func outcome() throws -> HedgeOutcome {
    while true {
      hedger.note = note
      let outcome = try hedger.solve(criterion)
      guard let solution = outcome.solution, try addAttacks(at: solution.points) else {
        return outcome
      }
    }
  }

  /// The value of the criterion.
  mutating func commitment() throws -> Hedge.Commitment {
    guard case .solved(let solution) = try solve() else {
      return Hedge.Commitment(value: nil, isProven: true)
    }
    let costs = zip(problem.worlds, solution.costs).map { problem.withoutRoundOff($1, of: $0) }
    return Hedge.Commitment(
      value: criterion == .regret
        ? problem.worstRegret(of: costs) : problem.expectedCost(of: costs),
      isProven: solution.isProven)
  }

  // MARK: Few worlds

  /// The places of worlds that cannot share orders, although any part of them can.
  private mutating func conflict() throws -> [Int] {
    let all = Array(plans.indices)
    guard hasAttackGoals else {
      let found = try hedger.conflict()
      // Where only round-off decides, all of them are named.
      return found.isEmpty ? all : found
    }
    return try all.smallestPart { places in
      let outcome = try part(places) { try $0.outcome() }
      switch outcome {
      case .impossible: return true
      case .solved: return false
      case .stopped(let reason): throw NoOptimum("which worlds cannot share orders", reason)
      }
    }
  }

  /// The places of the worlds that decide about a solution, which is proven.
  mutating func decidingWorlds(of solution: HedgeSolution) throws -> [Int] {
    guard hasAttackGoals else { return try hedger.decidingWorlds(of: solution) }
    return try problem.decidingWorlds(of: solution) { places in
      let found = try part(places) { try ($0.problem, $0.outcome().solution) }
      return found.1.flatMap { $0.isProven ? found.0.worstRegret(of: $0.costs) : nil }
    }
  }

  /// An answer about some of the worlds only. The attacks that it finds are kept.
  private mutating func part<Answer>(
    _ places: [Int], _ answer: (inout HedgeSearch) throws -> Answer
  ) throws -> Answer {
    var part = try HedgeSearch(
      places.map { plans[$0] }, probabilities: places.map { probabilities[$0] }, until: until,
      criterion: criterion, solver: solver, jobs: jobs, method: method,
      attacks: places.map { attacks[$0] })
    let found = try answer(&part)
    for (index, place) in places.enumerated() { attacks[place].add(part.attacks[index]) }
    return found
  }

  // MARK: Given orders

  /// What each world costs with given orders up to the last common period; nil of a world in which they are not possible.
  mutating func costs(with orders: PlacedOrders) throws -> [Double?] {
    try costs(with: programs.common.decisions(orders, lumpy: programs.lumpy))
  }

  /// What each world costs if nothing is ordered up to the last common period; nil of a world in which that is not
  /// possible.
  mutating func costsOrderingNothing() throws -> [Double?] {
    try costs(with: Array(repeating: 0, count: problem.commonCount))
  }

  private mutating func costs(with decisions: [Double]) throws -> [Double?] {
    while true {
      let found = try hedger.settle(decisions)
      guard try addAttacks(at: found.map { $0?.point }) else { return found.map { $0?.cost } }
    }
  }

  // MARK: Attacks

  private var hasAttackGoals: Bool {
    programs.programs.contains { !$0.attackGoals.isEmpty }
  }

  /// Adds attacks that break a goal at a point of some world, and writes the programs with their windows.
  ///
  /// - Returns: whether there are any.
  private mutating func addAttacks(at points: [[Double]?]) throws -> Bool {
    var isNew = false
    for (world, program) in programs.programs.enumerated() where !program.attackGoals.isEmpty {
      guard let point = points[world] else { continue }
      let found = try program.attacksNotWritten(at: point, solver: solver)
      if attacks[world].add(found) { isNew = true }
    }
    guard isNew else { return false }
    var written = try committing(until: until)
    written.note = note
    self = written
    return true
  }
}
