/// A heuristic search for good integer feasible points before branch and cut, which then prunes from its first node.
///
/// It works on a second loaded copy of the relaxation, in which integer columns are fixed and released. A *dive*
/// fixes some of them at a time and continues by dual simplex from the last basis, until all are whole numbers. To
/// *complete* a point means to fix all integer columns and solve for the others. Only completed points are kept, so
/// the referee has checked each of them at exact whole numbers.
struct IncumbentSearch {
  private let program: LinearProgram
  private let relaxed: Solution
  private let options: SolveOptions
  private let watch: SolveWatch
  private let backend: any SolverBackend
  private var part: LoadedProgram
  private let sign: Double
  private let leastObjective: Double
  /// A dive ends without a point after so many solves, or after so many solves without a better feasible point.
  private static let mostSteps = 150
  private static let mostDeadEnds = 20

  /// The best point so far. Its dual values are those with the integer columns fixed.
  private(set) var best: Solution?

  /// - Parameter relaxed: the optimum of the relaxation.
  init(
    _ program: LinearProgram, relaxed: Solution, options: SolveOptions, watch: SolveWatch,
    backend: any SolverBackend
  ) throws(BackendFailure) {
    self.program = program
    self.relaxed = relaxed
    self.options = options
    self.watch = watch
    self.backend = backend
    sign = program.sense.sign
    leastObjective = program.leastObjective
    part = try LoadedProgram(program.roundedRelaxation, in: backend)
  }

  /// Loads the relaxation again, after an interrupted call in which all loaded problems of the thread were lost.
  mutating func reload() throws(BackendFailure) {
    part = try LoadedProgram(program.roundedRelaxation, in: backend)
  }

  /// Whether the best point is optimal within the gap of the options: the relaxation's optimum is the bound.
  var isWithinGap: Bool {
    guard let best else { return false }
    let gap = max(options.mipGap, 1e-9) * max(leastObjective, abs(relaxed.objective))
    return abs(best.objective - relaxed.objective) <= gap
  }

  /// Tries the relaxation's own point, the known points and, if `dives`, both kinds of dive.
  mutating func run(dives: Bool) throws(BackendFailure) {
    if fractional(at: relaxed.values).isEmpty {
      try keep(complete(relaxed.values))
    } else {
      try tryKnownPoints()
      for towards in Rounding.allCases where dives && !isWithinGap { try dive(towards) }
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
    watch.known?.note(point: found.values)
    watch.report(iterations: 0, incumbent: nil, bound: nil)
    if let best, sign * best.objective <= sign * found.objective { return }
    best = found
  }

  /// Completes the incumbent of branch and cut; returns the search's own best point if that is not worse.
  mutating func completedIncumbent(_ incumbent: [Double]) throws(BackendFailure) -> Completion {
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

  /// The result of fixing the integer columns at whole numbers and solving for the others.
  enum Completion {
    /// The best point with these values, and its dual values.
    case best(Solution)
    /// A limit came first. It has a point if a feasible one was found.
    case unfinished(Solution)
    /// There is no feasible point with these values, or none was found.
    case none
  }

  /// Fixes the integer columns at the nearest whole numbers and solves for the others.
  func complete(_ values: [Double]) throws(BackendFailure) -> Completion {
    for index in program.integerColumns {
      let whole = values[Int(index)].rounded() + 0
      let (lower, upper) = program.integerBounds(of: Column(Int(index)))
      guard lower <= whole, whole <= upper else {
        release()
        return .none
      }
      part.setBounds(Column(Int(index)), lower: whole, upper: whole)
    }
    part.start(from: relaxed.basis)
    let own = watchOfItsOwn
    let found = try solve(own, AttemptSequence(backend, .dual))
    watch.iterations += own.iterations
    release()
    guard var found else { return .none }
    found.basis = relaxed.basis
    found.iterations = watch.iterations
    return found.isOptimal ? .best(found) : .unfinished(found)
  }

  /// At least one second, even after the time limit, so that the point found can be completed.
  private var watchOfItsOwn: SolveWatch {
    var own = SolveOptions()
    own.cancellation = options.cancellation
    if let left = watch.timeLeft { own.timeLimit = max(.seconds(1), left) }
    return SolveWatch(own)
  }

  /// The solution of the relaxation as it is now; nil if there is no feasible point or none was found.
  private func solve(_ watch: SolveWatch, _ attempts: AttemptSequence) throws(BackendFailure)
    -> Solution?
  {
    try part.synchronise()
    let solve = ProvenSolve(
      loaded: part, capabilities: backend.capabilities, watch: watch, attempts: attempts)
    switch try solve.run(checking: part.program) {
    case .refuted, .unprovenInfeasible: return nil
    case .proven(let solution):
      switch solution.termination {
      case .infeasible, .unbounded: return nil
      case .optimal, .timeLimit, .iterationLimit, .cancelled: return solution
      }
    }
  }

  private func release() { part.releaseIntegers(of: program) }

  // MARK: Diving

  /// The rounding rule of a dive.
  private enum Rounding: CaseIterable {
    /// The column with the largest fraction is rounded up first.
    case up
    /// The column with the smallest fraction is rounded down first.
    case down

    /// Fractions above this value are rounded up.
    var threshold: Double { self == .up ? 0 : 0.75 }
    /// The column with the largest urgency is fixed first.
    func urgency(_ fraction: Double) -> Double { self == .up ? fraction : 1 - fraction }
  }

  /// Fixes columns in batches until all integer columns are whole numbers, then completes the point. After a batch
  /// without a feasible point it releases the batch and fixes its first column at the other whole number.
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
      fix(batch.prefix(1).map(\.reversed))
      guard deadEnds <= Self.mostDeadEnds, let next = try step(own) else { return }
      values = next
    }
  }

  /// Limits a dive to about half as many iterations as there are rows. Without a limit the dual simplex can take very
  /// many steps among equally good points, if most columns have no cost.
  private var diveWatch: SolveWatch {
    var own = SolveOptions()
    own.cancellation = options.cancellation
    own.iterationLimit = min(max(500, program.rowCount / 2), watch.iterationsLeft ?? .max)
    own.timeLimit = watch.timeLeft.map { max(.milliseconds(1), $0) }
    return SolveWatch(own)
  }

  /// The optimum with the columns fixed so far; nil if it cannot lead to a better point than the best one.
  private func step(_ watch: SolveWatch) throws(BackendFailure) -> [Double]? {
    let first = AttemptSequence(backend, .dual).first
    guard let solution = try solve(watch, first), solution.isOptimal else { return nil }
    if let best, sign * solution.objective >= sign * best.objective { return nil }
    return solution.values
  }

  /// A column that a dive fixes, its value, and the other neighbouring whole number.
  private struct Decision {
    var column: Column
    var value: Double
    var other: Double

    /// The same column at the other value.
    var reversed: Decision { Decision(column: column, value: other, other: value) }
  }

  /// The column with the largest urgency, and all others with an urgency above 0.9.
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
      let (lower, upper) = program.integerBounds(of: decision.column)
      let value = min(max(decision.value, lower), upper)
      part.setBounds(decision.column, lower: value, upper: value)
    }
  }

  private func free(_ column: Column) {
    let (lower, upper) = program.integerBounds(of: column)
    part.setBounds(column, lower: lower, upper: upper)
  }

  /// Integer columns whose values are more than 1e-7 from a whole number.
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
