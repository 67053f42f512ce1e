import LinearProgramming

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
  private let monitor: Monitor
  private var part: LoadedProgram
  private let sign: Double
  /// Solves of the relaxation in one dive, and of them without a point, after which it is given up.
  private static let mostSteps = 150
  private static let mostDeadEnds = 20

  /// The best point so far, with duals, the integers fixed at their values.
  private(set) var best: Solution?

  /// - Parameter relaxed: the relaxation's optimum.
  init(_ program: LinearProgram, relaxed: Solution, options: SolveOptions, monitor: Monitor)
    throws(GLPKFailure)
  {
    self.program = program
    self.relaxed = relaxed
    self.options = options
    self.monitor = monitor
    sign = program.sense == .minimise ? 1 : -1
    part = try LoadedProgram(program.roundedRelaxation)
  }

  /// Loads the relaxation anew, after a hard stop that cost the thread all that was loaded.
  mutating func reload() throws(GLPKFailure) {
    part = try LoadedProgram(program.roundedRelaxation)
  }

  /// Whether no whole point can be better than the best one by more than the gap asked for.
  var isSettled: Bool {
    guard let best else { return false }
    let gap = max(options.mipGap, 1e-9) * max(1, abs(relaxed.objective))
    return abs(best.objective - relaxed.objective) <= gap
  }

  /// Tries the relaxation's own point, known points and, if wanted, dives.
  mutating func run(dives: Bool) throws(GLPKFailure) {
    if fractional(at: relaxed.values).isEmpty {
      try keep(complete(relaxed.values))
    } else {
      try tryKnownPoints()
      for towards in Rounding.allCases where dives && !isSettled { try dive(towards) }
    }
  }

  private mutating func tryKnownPoints() throws(GLPKFailure) {
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

  private mutating func keep(_ found: Solution?) {
    guard let found, found.isOptimal else { return }
    if let best, sign * best.objective <= sign * found.objective { return }
    best = found
  }

  /// The point of branch and cut, completed; its own best point where that is no worse. Nil: there is no
  /// such point at whole values.
  mutating func whole(_ incumbent: [Double]) throws(GLPKFailure) -> Solution? {
    if let best {
      let isSame = program.integerColumns.allSatisfy {
        abs(best.values[Int($0)] - incumbent[Int($0)]) < 0.5
      }
      if isSame { return best }
    }
    let found = try complete(incumbent)
    keep(found)
    return found?.isOptimal == true ? best : found
  }

  // MARK: Completing

  /// The best point and duals with the integers fixed at the nearest whole values; nil if there is no such
  /// point, not optimal if time ran out.
  func complete(_ values: [Double]) throws(GLPKFailure) -> Solution? {
    for index in program.integerColumns {
      let whole = values[Int(index)].rounded() + 0
      let (lower, upper) = program.wholeBounds(of: Column(Int(index)))
      guard lower <= whole, whole <= upper else {
        release()
        return nil
      }
      part.setBounds(Column(Int(index)), lower: whole, upper: whole)
    }
    part.start(from: relaxed.basis)
    let watch = watchOfItsOwn
    var solution = try solve(watch, SimplexRung.ladder(for: .dual))
    monitor.iterations += watch.iterations
    release()
    solution?.basis = relaxed.basis
    solution?.iterations = monitor.iterations
    return solution
  }

  /// Some time even where none is left, for what the search has found is worth completing.
  private var watchOfItsOwn: Monitor {
    var own = SolveOptions()
    own.cancellation = options.cancellation
    if let limit = options.timeLimit { own.timeLimit = max(.seconds(1), limit / 10) }
    return Monitor(own)
  }

  /// Nil where there is no feasible point, or none is found.
  private func solve(_ watch: Monitor, _ ladder: [SimplexRung]) throws(GLPKFailure) -> Solution? {
    do throws(GLPKFailure) {
      try part.synchronise()
      let solution = try SimplexSolve(loaded: part, monitor: watch, ladder: ladder)
        .run(judge: part.program)
      switch solution.termination {
      case .infeasible, .unbounded: return nil
      default: return solution
      }
    } catch {
      switch error {
      case .refuted, .unprovenInfeasible: return nil
      case .lost, .stopped, .misuse: throw error
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

  private mutating func dive(_ rounding: Rounding) throws(GLPKFailure) {
    var (values, deadEnds) = (relaxed.values, 0)
    let watch = diveWatch
    defer {
      monitor.iterations += watch.iterations
      release()
    }
    part.start(from: relaxed.basis)
    for _ in 0..<Self.mostSteps where !watch.isCancelled && !watch.isOutOfTime {
      let open = fractional(at: values)
      guard !open.isEmpty else { return try keep(complete(values)) }
      let batch = decisions(values, open, rounding)
      fix(batch)
      if let next = try step(watch) {
        values = next
        continue
      }
      deadEnds += 1
      for decision in batch { free(decision.column) }
      fix(batch.prefix(1).map(\.turned))
      guard deadEnds <= Self.mostDeadEnds, let next = try step(watch) else { return }
      values = next
    }
  }

  /// A dive is to cost no more than a fraction of the relaxation: where most columns have no cost the dual
  /// simplex wanders among ties.
  private var diveWatch: Monitor {
    var own = SolveOptions()
    own.cancellation = options.cancellation
    own.iterationLimit = min(max(500, program.rowCount / 2), monitor.iterationsLeft ?? .max)
    if options.timeLimit != nil { own.timeLimit = .milliseconds(monitor.millisecondsLeft) }
    return Monitor(own)
  }

  /// The optimum with what is fixed so far; nil where that cannot lead to a better point.
  private func step(_ watch: Monitor) throws(GLPKFailure) -> [Double]? {
    let ladder = Array(SimplexRung.ladder(for: .dual).prefix(1))
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
