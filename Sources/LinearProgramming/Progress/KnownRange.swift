/// What is known of the optimum of a MIP from outside the library's running call, for reports of progress: the best
/// checked point and the tightest proven bound.
struct KnownRange {
  private let sign: Double
  private let cost: [Double]
  private let constant: Double
  private var incumbent: Double?
  private var bound: Double?
  /// Whether the library searches with lowered costs (``LinearProgram/withModerateCosts()``). Its bound is then one of
  /// the program too, but the objective of its point is not.
  var hasLoweredCosts = false

  /// Nothing is known of the optimum of `program`.
  init(of program: LinearProgram) {
    (sign, cost, constant) = (program.sense.sign, program.cost, program.constant)
  }

  /// Notes a checked point, one value per column.
  mutating func note(point: [Double]) {
    let objective = zip(cost, point).reduce(constant) { sum, term in
      term.0 == 0 ? sum : sum + term.0 * term.1
    }
    incumbent = better(objective, incumbent)
  }

  /// Notes a proven bound.
  mutating func note(bound: Double) { self.bound = tighter(bound, self.bound) }

  /// What is known together with what the running call reports of its own point and bound; nil: it has none.
  func search(incumbent reported: Double?, bound reportedBound: Double?) -> SolveProgress.Search {
    SolveProgress.Search(
      incumbent: hasLoweredCosts ? incumbent : better(reported, incumbent),
      bound: tighter(reportedBound, bound), hasPoint: (incumbent ?? reported) != nil)
  }

  private func better(_ first: Double?, _ second: Double?) -> Double? {
    guard let first, let second else { return first ?? second }
    return sign * first < sign * second ? first : second
  }

  private func tighter(_ first: Double?, _ second: Double?) -> Double? {
    guard let first, first.isFinite else { return second }
    guard let second, second.isFinite else { return first }
    return sign * first > sign * second ? first : second
  }
}
