import Analysis
import Formulation
public import LinearProgramming
import Planning
public import Sourcing

/// Solves a model at equally spaced values of a parameter, each time from the last basis, and finds the tightest
/// feasible value by bisection.
///
/// A parameter takes whole numbers only, such as years, if both ends of the range are whole numbers and the model has
/// none for a number between. Then the values are whole numbers too, each once. If both ends are also periods, the
/// values are the periods from one to the other.
public struct FrontierRunner: Sendable {
  /// The solver.
  public var solver: any Solver
  /// Options of the solves. The time limit is one for all solves together.
  public var options: SolveOptions

  /// A runner.
  public init(solver: any Solver, options: SolveOptions = .standard) {
    self.solver = solver
    self.options = options
  }

  /// The frontier of a model over a range of a parameter.
  ///
  /// - Parameters:
  ///   - instance: the instance.
  ///   - range: the parameter, with its first and its last value, which differ.
  ///   - count: the number of steps, at least 2.
  ///   - model: gives the model with the parameter set to a text.
  /// - Throws: what `model` throws; `ValueProblems` if the range, the instance or one of the models is wrong, before a
  ///   program of it is solved; `NoOptimum` at a time limit or if a program is unbounded; `SolverError`;
  ///   `BillMismatch` if the bills of a plan do not add up to its cost, which is a mistake of the program.
  public func run(
    _ instance: Instance, over range: ParameterRange, steps count: Int,
    model: (String) throws -> Model
  ) throws -> Frontier {
    try Self.check(range, steps: count)
    let planner = Planner(solver: Deadline(options).limiting(solver), options: options)
    let (from, to) = (try model(range.text(range.from)), try model(range.text(range.to)))
    try planner.check(instance, from)
    var range = range
    if range.hasWholeEnds, !range.isOfPeriods,
      (try? model(range.text(range.fractionNearStart))) == nil
    {
      range.isOfPeriods = !range.periods.isEmpty
      range.isWhole = !range.isOfPeriods
    }
    var solves = FrontierSolves(
      planner: planner, instance: instance, range: range, from: from, to: to)
    let values = range.values(steps: count)
    let steps = try solver.progress.step("plans by \(range.name)", parts: values.count) { step in
      try values.map { value in
        try step.part { try solves.solve(value, try model(range.text(value))) }
      }
    }
    var frontier = Frontier(range: range, steps: steps, isMixedInteger: solves.isMixedInteger)
    frontier.warnings = solves.warnings
    frontier.startsLoose = LooserTargets.areThose(of: solves.from, notOf: solves.to)
    frontier.tightest = try solver.progress.step("the tightest feasible \(range.name)") {
      try tightest(frontier, &solves, model)
    }
    frontier.isUnproven = solves.isUnproven
    return frontier
  }

  private static func check(_ range: ParameterRange, steps count: Int) throws(ValueProblems) {
    guard count >= 2 else {
      throw ValueProblems(problems: [
        ValueProblem(
          element: "range `\(range.name)`", field: "steps",
          message: "found \(count); must be 2 or more")
      ])
    }
    guard !range.from.isFinite || !range.to.isFinite || range.from == range.to else { return }
    let message = "found \(range.from) and \(range.to); must be two different finite numbers"
    throw ValueProblems(problems: [
      ValueProblem(element: "range `\(range.name)`", field: "from, to", message: message)
    ])
  }

  /// Bisects between the last feasible step, counted from the loosest one, and the next step.
  private func tightest(
    _ frontier: Frontier, _ solves: inout FrontierSolves, _ model: (String) throws -> Model
  ) throws -> Double? {
    guard let loosest = frontier.loosest else { return nil }
    let steps = frontier.steps
    let isForward = loosest < steps.count - 1 - loosest || loosest == 0
    let path = isForward ? Array(steps[loosest...]) : Array(steps[...loosest].reversed())
    guard let end = path.firstIndex(where: { !$0.isFeasible }) else { return path.last?.value }
    let range = frontier.range
    let good = try bisected(
      from: range.place(of: path[end - 1].value), to: range.place(of: path[end].value),
      within: range.hasSteps ? 1 : 1e-4 * range.width, isWhole: range.hasSteps
    ) { middle in
      // Some parameters have no values in between, such as names of regions.
      guard let between = try? model(range.text(range.value(at: middle))) else { return nil }
      return try solves.isFeasible(between)
    }
    guard !range.hasSteps else { return range.value(at: good) }
    // A number with few digits, rounded to the loose side.
    let (start, grain) = (path[0].value, range.width * 1e-5)
    return start + ((good - start) / grain).rounded(.towardZero) * grain
  }
}

/// A series of solves, each from the last basis.
private struct FrontierSolves {
  let planner: Planner
  let instance: Instance
  let range: ParameterRange
  /// The models at both ends of the range. Their difference says how targets change with the parameter.
  let from: Model
  let to: Model
  private(set) var isMixedInteger = false
  private(set) var isUnproven = false
  private var basis: Basis?
  /// The attacks that were found to matter so far.
  private var attacks = KnownAttacks()
  /// What `others_keep` protects, and the model without goals for which it was found.
  private var others: (model: Model, trade: OthersTrade)?

  init(
    planner: Planner, instance: Instance, range: ParameterRange, from: Model, to: Model
  ) {
    self.planner = planner
    self.instance = instance
    self.range = range
    self.from = from
    self.to = to
  }

  mutating func solve(_ value: Double, _ model: Model) throws -> Frontier.Step {
    let result = try plan(model)
    var step = Frontier.Step(
      value: value, text: range.text(value), termination: result.termination)
    step.isUnproven = result.solution.isUnproven
    guard let view = PlanView(result) else { return step }
    step.homeBill = try Bills(checked: view).bill(of: instance.home.members)
    step.objective = result.objective
    let moved = result.goals.compactMap { outcome in
      rate(of: outcome).map { (outcome: outcome, rate: $0) }
    }
    let judged = moved.map(\.outcome).filter { !$0.isVacuous }
    step.achieved = judged.min { $0.slack < $1.slack }?.achieved
    let prices = moved.compactMap { entry in entry.outcome.shadowPrice.map { $0 * entry.rate } }
    step.shadowPrice = prices.isEmpty ? nil : prices.reduce(0, +)
    step.isUnderserved = moved.contains { $0.outcome.isMetByServingLess }
    return step
  }

  /// Warnings about goals that have no effect at one of the ends, or are against attacks where nothing can be cut.
  var warnings: [String] {
    let ends = [from, to].map { GoalWarnings.idle(in: $0) + GoalWarnings.uncut(in: instance, $0) }
    return ends[0] + ends[1].filter { !ends[0].contains($0) }
  }

  mutating func isFeasible(_ model: Model) throws -> Bool {
    try plan(model).termination == .optimal
  }

  private mutating func plan(_ model: Model) throws -> PlanningResult {
    try model.validate(for: instance)
    let known: Model
    do {
      known = try withOthersTrade(model)
    } catch let error as NoOptimum where error.termination == .infeasible {
      var none = PlanningResult(outOfTimeFor: instance, model)
      none.termination = .infeasible
      return none
    }
    let program = try PlanningProgram(
      instance: instance, model: known, until: planner.solver.deadline)
    isMixedInteger = isMixedInteger || program.program.isMixedInteger
    let result = try planner.solve(
      program, from: basis?.fitted(to: program.program), knowing: attacks)
    attacks.add(result.attacks)
    isUnproven = isUnproven || result.solution.isUnproven
    switch result.termination {
    case .optimal: basis = result.solution.basis ?? basis
    case .infeasible: break
    default: throw NoOptimum("the frontier", result.termination)
    }
    return result
  }

  /// The model with what `others_keep` protects. The plan without goals is found anew only where options other than
  /// the goals differ from those of the last one.
  private mutating func withOthersTrade(_ model: Model) throws -> Model {
    guard model.needsOthersTrade else { return model }
    var known = model
    if let others, model.optionsThatDiffer(from: others.model).isEmpty {
      known.othersTrade = others.trade
      return known
    }
    known = try planner.withOthersTrade(instance, known)
    others = known.othersTrade.map { (model.withoutGoals, $0) }
    return known
  }

  /// d(target)/d(parameter) of a goal, as the slope between the ends; nil if the target does not change.
  private func rate(of outcome: GoalOutcome) -> Double? {
    let target = { (model: Model) -> Double? in
      guard model.goals.indices.contains(outcome.goal) else { return nil }
      let path = model.goals[outcome.goal].target(
        outcome.direction, isEachMonth: outcome.isEachMonth)
      return outcome.period.map { path?[$0] } ?? path?.values.compactMap(\.self).first
    }
    guard let start = target(from), let end = target(to), start != end else { return nil }
    return (end - start) / (range.to - range.from)
  }
}
