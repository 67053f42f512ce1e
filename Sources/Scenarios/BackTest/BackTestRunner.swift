import Analysis
public import LinearProgramming
import Parallel
import Planning
public import Sourcing

/// Makes a plan for each period with observed flows, with what was known then, and compares it with what was observed
/// later.
public struct BackTestRunner: Sendable {
  /// The solver.
  public var solver: any Solver
  /// Options of the solves. The time limit is one for all solves together.
  public var options: SolveOptions

  /// A runner.
  public init(solver: any Solver, options: SolveOptions = .standard) {
    self.solver = solver
    self.options = options
  }

  /// The periods with observed flows of a commodity into a region that also has some in a later period, not more
  /// than the terms allow; ascending. In these plans are made.
  public static func periods(of instance: Instance, _ terms: BackTest.Terms) -> [PeriodIndex] {
    let markets = ObservedFlows(instance).markets(and: nil, of: instance)
    let observed = Set(markets.flatMap(\.periods)).sorted()
    return observed.filter { asOf in
      let range =
        (terms.from ?? .first)...max(terms.from ?? .first, terms.to ?? instance.horizon.last)
      return range.contains(asOf)
        && markets.contains { market in
          market.count(through: asOf) > 0 && !later(market, asOf, terms).isEmpty
        }
    }
  }

  /// The places of the periods of a market that are compared with a plan.
  private static func later(_ market: ObservedMarket, _ asOf: PeriodIndex, _ terms: BackTest.Terms)
    -> Range<Int>
  {
    let first = market.count(through: asOf)
    let most = terms.ahead ?? .max
    return first..<(market.periods.prefix { asOf.distance(to: $0) <= most }.count)
  }

  /// Makes the plans and compares them. Where the terms leave no period, there is nothing in the result.
  ///
  /// - Parameters:
  ///   - instance: the instance, with history and withheld flows.
  ///   - terms: which plans are made.
  ///   - jobs: the number of threads. Results do not depend on it.
  ///   - model: gives the model for the instance as it was known; the periods of its goals depend on history.
  /// - Throws: what `model` throws; `ValueProblems` if the terms, an instance or a model is wrong, before anything is
  ///   solved; `NoOptimum` at a time limit; `SolverError`.
  public func run(
    _ instance: Instance, _ terms: BackTest.Terms = BackTest.Terms(), jobs: Int = 1,
    model: (Instance) throws -> Model
  ) throws -> BackTest {
    try Self.check(terms, instance)
    let planner = Planner(solver: Deadline(options).limiting(solver), options: options)
    let questions = try Self.periods(of: instance, terms).map { asOf in
      let known = instance.known(at: asOf, hindsight: terms.hindsight)
      let question = (asOf: asOf, known: known, model: try model(known))
      try planner.check(known, question.model)
      return question
    }
    let markets = ObservedFlows(instance).markets(
      and: Focus.common(to: instance), of: instance)
    let answers = try solver.progress.step("plans as of each period", parts: questions.count) {
      step in
      try inParallel(questions, jobs: jobs) { question in
        try step.part {
          let result = try planner.planUnchecked(question.known, question.model)
          if result.termination.isLimit { throw NoOptimum("the plan", result.termination) }
          let comparer = PlanComparer(plan: result.plan, asOf: question.asOf, instance: instance)
          return (
            BackTest.Attempt(asOf: question.asOf, termination: result.termination),
            markets.map { comparer.comparisons(in: $0, Self.later($0, question.asOf, terms)) }
          )
        }
      }
    }
    let found = answers.flatMap(\.1)
    return BackTest(
      terms: terms, attempts: answers.map(\.0), comparisons: found.flatMap(\.made),
      withoutPast: found.reduce(0) { $0 + $1.withoutPast })
  }

  private static func check(_ terms: BackTest.Terms, _ instance: Instance) throws(ValueProblems) {
    var problems: [ValueProblem] = []
    let add = { (field: String, message: String) in
      problems.append(ValueProblem(element: "back-test", field: field, message: message))
    }
    for (field, period) in [("from", terms.from), ("to", terms.to)] {
      if let period, !instance.horizon.indices.contains(period) {
        add(field, "found index \(period); the instance has \(instance.horizon.count) periods")
      }
    }
    if let from = terms.from, let to = terms.to, to < from { add("to", "is before `from`") }
    if let ahead = terms.ahead, ahead < 1 { add("ahead", "found \(ahead); must be 1 or more") }
    if !problems.isEmpty { throw ValueProblems(problems: problems) }
  }
}
