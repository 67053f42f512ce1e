/// Looks for good whole points of a mixed-integer program before branch and cut, which then prunes from
/// its first node on.
///
/// It works on the relaxation, loaded a second time, in which integer columns are fixed and freed: a
/// *dive* fixes some at a time and goes on by dual simplex from the last basis until all are whole; to
/// *complete* a point is to fix all of them and solve for the rest. Every point kept is a completed one,
/// hence judged by the referee at exactly whole values.
struct IncumbentSearch {
  private let program: LinearProgram
  private let relaxed: Solution
  private let options: SolveOptions
  private let watch: SolveWatch
  private let backend: any SolverBackend
  private var part: LoadedProgram
  private let sign: Double
  private let leastObjective: Double
  /// Solves of the relaxation in one dive, and of them without a point, after which it is given up.
  private static let mostSteps = 150
  private static let mostDeadEnds = 20

  /// The best point so far, with duals, the integers fixed at their values.
  private(set) var best: Solution?

  /// - Parameter relaxed: the relaxation's optimum.
  init(
    _ program: LinearProgram, relaxed: Solution, options: SolveOptions, watch: SolveWatch,
    backend: any SolverBackend
  ) throws(BackendFailure) {
    self.program = program
    self.relaxed = relaxed
    self.options = options
    self.watch = watch
    self.backend = backend
    sign = program.sense == .minimise ? 1 : -1
    leastObjective = program.leastObjective
    part = try LoadedProgram(program.roundedRelaxation, in: backend)
  }

  /// Loads the relaxation anew, after a hard stop that cost the thread all that was loaded.
  mutating func reload() throws(BackendFailure) {
    part = try LoadedProgram(program.roundedRelaxation, in: backend)
  }

  /// Whether no whole point can be better than the best one by more than the gap asked for.
  var isSettled: Bool {
    guard let best else { return false }
    let gap = max(options.mipGap, 1e-9) * max(leastObjective, abs(relaxed.objective))
    return abs(best.objective - relaxed.objective) <= gap
  }

  /// Tries the relaxation's own point, known points and, if wanted, dives.
  mutating func run(dives: Bool) throws(BackendFailure) {
    if fractional(at: relaxed.values).isEmpty {
      try keep(complete(relaxed.values))
    } else {
      try tryKnownPoints()
      for towards in Rounding.allCases where dives && !isSettled { try dive(towards) }
    }
  }

  private mutating func tryKnownPoints() throws(BackendFailure) {
    var found: (values: [Double], objective: Double)?
    for var values in options.knownPoints where values.count == program.columnCount {
      for index in program.integerColumns { values[Int(index)].round() }
      let objective = program.objective(at: values)
      guard sign * objective < sign * (found?.objective ?? sign * .infinity) else { continue }
      let point = Solution(termination: .optimal, objective: objective, values: values)
      guard OptimalityReferee().examinePoint(point, of: program).isAccepted else { continue }
      found = (values, objective)
    }
    if let found { try keep(complete(found.values)) }
  }

  private mutating func keep(_ completion: Completion) {
    guard case .best(let found) = completion else { return }
    if let best, sign * best.objective <= sign * found.objective { return }
    best = found
  }

  /// The point of branch and cut, completed; the search's own best point where that is no worse.
  mutating func whole(_ incumbent: [Double]) throws(BackendFailure) -> Completion {
    if let best {
      let isSame = program.integerColumns.allSatisfy {
        abs(best.values[Int($0)] - incumbent[Int($0)]) < 0.5
      }
      if isSame { return .best(best) }
    }
    let completion = try complete(incumbent)
    keep(completion)
    guard case .best = completion, let best else { return completion }
    return .best(best)
  }

  // MARK: Completing

  /// What comes of fixing the whole columns at whole values.
  enum Completion {
    /// The best point with these values, and its duals.
    case best(Solution)
    /// Time or iterations ran out first; it has a point if one was found.
    case unfinished(Solution)
    /// There is no point with these values, or none is found.
    case none
  }

  /// Fixes the integers at the nearest whole values, and solves for the rest.
  func complete(_ values: [Double]) throws(BackendFailure) -> Completion {
    for index in program.integerColumns {
      let whole = values[Int(index)].rounded() + 0
      let (lower, upper) = program.wholeBounds(of: Column(Int(index)))
      guard lower <= whole, whole <= upper else {
        release()
        return .none
      }
      part.setBounds(Column(Int(index)), lower: whole, upper: whole)
    }
    part.start(from: relaxed.basis)
    let own = watchOfItsOwn
    let found = try solve(own, CareLadder(backend, .dual))
    watch.iterations += own.iterations
    release()
    guard var found else { return .none }
    found.basis = relaxed.basis
    found.iterations = watch.iterations
    return found.isOptimal ? .best(found) : .unfinished(found)
  }

  /// A second even where no time is left, for what the search has found is worth completing.
  private var watchOfItsOwn: SolveWatch {
    var own = SolveOptions()
    own.cancellation = options.cancellation
    if let left = watch.timeLeft { own.timeLimit = max(.seconds(1), left) }
    return SolveWatch(own)
  }

  /// Nil where there is no feasible point, or none is found.
  private func solve(_ watch: SolveWatch, _ ladder: CareLadder) throws(BackendFailure)
    -> Solution?
  {
    try part.synchronise()
    let solve = ProvenSolve(
      loaded: part, capabilities: backend.capabilities, watch: watch, ladder: ladder)
    switch try solve.run(judge: part.program) {
    case .refuted, .unprovenInfeasible: return nil
    case .proven(let solution):
      switch solution.termination {
      case .infeasible, .unbounded: return nil
      case .optimal, .timeLimit, .iterationLimit, .cancelled: return solution
      }
    }
  }

  /// Frees all integer columns.
  private func release() {
    for index in program.integerColumns { free(Column(Int(index))) }
  }

  // MARK: Diving

  /// Which way a dive rounds first.
  private enum Rounding: CaseIterable {
    /// What is used most is used whole: a project that the relaxation builds in part is built.
    case up
    /// What is used least is not used.
    case down

    /// The fraction from which a value is rounded up.
    var threshold: Double { self == .up ? 0 : 0.75 }
    /// How soon a column is fixed, by its fraction.
    func urgency(_ fraction: Double) -> Double { self == .up ? fraction : 1 - fraction }
  }

  private mutating func dive(_ rounding: Rounding) throws(BackendFailure) {
    var (values, deadEnds) = (relaxed.values, 0)
    let own = diveWatch
    defer {
      watch.iterations += own.iterations
      release()
    }
    part.start(from: relaxed.basis)
    for _ in 0..<Self.mostSteps where !own.isCancelled && !own.isOutOfTime {
      let open = fractional(at: values)
      guard !open.isEmpty else { return try keep(complete(values)) }
      let batch = decisions(values, open, rounding)
      fix(batch)
      if let next = try step(own) {
        values = next
        continue
      }
      deadEnds += 1
      for decision in batch { free(decision.column) }
      fix(batch.prefix(1).map(\.turned))
      guard deadEnds <= Self.mostDeadEnds, let next = try step(own) else { return }
      values = next
    }
  }

  /// A dive is to cost no more than a fraction of the relaxation: where most columns have no cost the dual
  /// simplex wanders among ties.
  private var diveWatch: SolveWatch {
    var own = SolveOptions()
    own.cancellation = options.cancellation
    own.iterationLimit = min(max(500, program.rowCount / 2), watch.iterationsLeft ?? .max)
    own.timeLimit = watch.timeLeft.map { max(.milliseconds(1), $0) }
    return SolveWatch(own)
  }

  /// The optimum with what is fixed so far; nil where that cannot lead to a better point.
  private func step(_ watch: SolveWatch) throws(BackendFailure) -> [Double]? {
    let ladder = CareLadder(backend, .dual).first
    guard let solution = try solve(watch, ladder), solution.isOptimal else { return nil }
    if let best, sign * solution.objective >= sign * best.objective { return nil }
    return solution.values
  }

  /// A column fixed on the way down.
  private struct Decision {
    var column: Column
    var value: Double
    var other: Double

    /// The other way.
    var turned: Decision { Decision(column: column, value: other, other: value) }
  }

  /// The most urgent column, first, and others that are nearly decided already.
  private func decisions(_ values: [Double], _ open: [Column], _ rounding: Rounding) -> [Decision] {
    let decide = { (column: Column) in
      let (below, fraction) = Self.split(values[column.index])
      let isUp = fraction > rounding.threshold
      return Decision(
        column: column, value: below + (isUp ? 1 : 0), other: below + (isUp ? 0 : 1))
    }
    let urgency = { (column: Column) in rounding.urgency(Self.split(values[column.index]).fraction)
    }
    guard let first = open.max(by: { urgency($0) < urgency($1) }) else { return [] }
    let others = open.filter { $0 != first && urgency($0) > 0.9 }
    return [decide(first)] + others.map(decide)
  }

  private func fix(_ decisions: [Decision]) {
    for decision in decisions {
      let (lower, upper) = program.wholeBounds(of: decision.column)
      let value = min(max(decision.value, lower), upper)
      part.setBounds(decision.column, lower: value, upper: value)
    }
  }

  private func free(_ column: Column) {
    let (lower, upper) = program.wholeBounds(of: column)
    part.setBounds(column, lower: lower, upper: upper)
  }

  /// Integer columns that are not whole.
  private func fractional(at values: [Double]) -> [Column] {
    program.integerColumns.lazy.map { Column(Int($0)) }.filter { column in
      let value = values[column.index]
      return abs(value - value.rounded()) > 1e-7
    }
  }

  private static func split(_ value: Double) -> (below: Double, fraction: Double) {
    let below = value.rounded(.down)
    return (below, value - below)
  }
}
