/// The steps of PRIM upon points of which some fail: see ``FailureBox``.
struct Peeling {
  /// Limits of all factors; an end without a limit is infinite.
  struct Box {
    var low: [Double]
    var high: [Double]

    /// The factors that have a limit.
    var limitedFactors: [Int] {
      low.indices.filter { low[$0] > -.infinity || high[$0] < .infinity }
    }

    func contains(_ point: [Double]) -> Bool {
      point.indices.allSatisfy { low[$0] <= point[$0] && point[$0] <= high[$0] }
    }

    /// The box without one limit of a factor.
    func without(_ end: End) -> Box {
      var box = self
      if end.isLow { box.low[end.factor] = -.infinity } else { box.high[end.factor] = .infinity }
      return box
    }
  }

  /// The lower or the upper end of a factor.
  struct End {
    var factor: Int
    var isLow: Bool
  }

  /// How many points a box has, and how many of them fail.
  struct Tally {
    var points = 0
    var failures = 0

    /// Failures / points, 0 without points.
    var density: Double { points == 0 ? 0 : Double(failures) / Double(points) }
  }

  /// The part of the points that one step removes, and the mass below which it stops.
  private static let share = 0.05
  /// The part of its density by which a limit must raise it.
  private static let effect = 0.05
  /// The greatest quasi-p of a limit.
  private static let chance = 0.05

  let points: [[Double]]
  let fails: [Bool]
  let factorCount: Int
  /// How many points fail.
  let failures: Int
  /// All points in ascending order of each factor.
  private let ascending: [[Int]]

  init(points: [[Double]], fails: [Bool], factorCount: Int) {
    self.points = points
    self.fails = fails
    self.factorCount = factorCount
    failures = fails.count { $0 }
    ascending = (0..<factorCount).map { factor in
      points.indices.sorted { points[$0][factor] < points[$1][factor] }
    }
  }

  /// The same points, of which as many others fail.
  ///
  /// - Parameter failing: the points that fail.
  init(_ other: Peeling, failing: some Collection<Int>) {
    points = other.points
    factorCount = other.factorCount
    ascending = other.ascending
    failures = failing.count
    var fails = Array(repeating: false, count: points.count)
    for place in failing { fails[place] = true }
    self.fails = fails
  }

  // MARK: Figures of a box

  func tally(_ box: Box) -> Tally { tally(points.indices.filter { box.contains(points[$0]) }) }

  private func tally(_ places: some Collection<Int>) -> Tally {
    Tally(points: places.count, failures: places.count { fails[$0] })
  }

  func coverage(_ tally: Tally) -> Double { Double(tally.failures) / Double(failures) }

  func mass(_ tally: Tally) -> Double { Double(tally.points) / Double(points.count) }

  /// 2·coverage·density / (coverage + density) = 2·failures in the box / (all failures + points in the box).
  private func harmonicMean(_ tally: Tally) -> Double {
    Double(2 * tally.failures) / Double(failures + tally.points)
  }

  /// P(at least as many failures as the box has), if each of its points failed with the density of the box without the
  /// limits of the factor.
  func quasiP(of factor: Int, in box: Box) -> Double {
    let own = tally(box)
    let wider = tally(
      box.without(End(factor: factor, isLow: true)).without(End(factor: factor, isLow: false)))
    return GSL.binomialTail(hits: own.failures, count: own.points, probability: wider.density)
  }

  /// P(at least as many failures as the box has), if each of its points failed with the density of all points.
  func tail(of box: Box) -> Double {
    let own = tally(box)
    let all = Double(failures) / Double(max(1, points.count))
    return GSL.binomialTail(hits: own.failures, count: own.points, probability: all)
  }

  // MARK: Steps

  /// The box that all steps together leave; nil if no limit is left.
  func box() -> Box? {
    let box = withoutChance(withoutIdle(best()))
    return box.limitedFactors.isEmpty ? nil : box
  }

  /// Peels, and takes of all boxes passed the one with the greatest harmonic mean; of equal ones the largest.
  func best() -> Box {
    let unlimited = [Double](repeating: .infinity, count: factorCount)
    var box = Box(low: unlimited.map(-), high: unlimited)
    // The points in the box, in ascending order of each factor.
    var orders = ascending
    var isLeft = Array(repeating: true, count: points.count)
    var reached = tally(points.indices)
    var best = (box: box, mean: harmonicMean(reached))
    while reached.density < 1, mass(reached) >= Self.share, let step = bestStep(orders, reached) {
      if step.end.isLow {
        box.low[step.end.factor] = step.limit
      } else {
        box.high[step.end.factor] = step.limit
      }
      for place in step.removed { isLeft[place] = false }
      orders = orders.map { $0.filter { isLeft[$0] } }
      reached = step.left
      let mean = harmonicMean(reached)
      if mean > best.mean { best = (box, mean) }
    }
    return best.box
  }

  /// What peeling one end does.
  private struct Step {
    var end: End
    var limit: Double
    var removed: ArraySlice<Int>
    var left: Tally
  }

  /// The step that leaves the greatest density, the first of equal ones; nil if no step leaves a point.
  private func bestStep(_ orders: [[Int]], _ tally: Tally) -> Step? {
    var best: Step?
    for factor in 0..<factorCount {
      for isLow in [true, false] {
        let end = End(factor: factor, isLow: isLow)
        let sorted = isLow ? orders[factor] : orders[factor].reversed()
        guard let step = step(end, sorted, tally) else { continue }
        if step.left.density > best?.left.density ?? -1 { best = step }
      }
    }
    return best
  }

  /// Removes the first twentieth of the points of the box, which are sorted from the end that is peeled. Points with the same
  /// z go together.
  private func step(_ end: End, _ sorted: [Int], _ tally: Tally) -> Step? {
    let z = { points[sorted[$0]][end.factor] }
    var count = max(1, Int(Self.share * Double(sorted.count)))
    while count < sorted.count, z(count) == z(count - 1) { count += 1 }
    guard count < sorted.count else { return nil }
    let halfway = (z(count - 1) + z(count)) / 2
    let removed = sorted.prefix(count)
    var left = tally
    left.points -= count
    left.failures -= removed.count { fails[$0] }
    // Unless the half rounds to the point that is removed.
    let limit = halfway == z(count - 1) ? z(count) : halfway
    return Step(end: end, limit: limit, removed: removed, left: left)
  }

  /// Drops limits that raise the density by less than 5 % of itself.
  func withoutIdle(_ box: Box) -> Box {
    var box = box
    while true {
      let density = tally(box).density
      let ends = box.limitedFactors.flatMap { factor in
        [End(factor: factor, isLow: true), End(factor: factor, isLow: false)]
      }.filter { $0.isLow ? box.low[$0.factor] > -.infinity : box.high[$0.factor] < .infinity }
      let wider = ends.map { end in (box: box.without(end), end: end) }
        .map { (box: $0.box, density: tally($0.box).density) }
      guard let idle = wider.max(by: { $0.density < $1.density }),
        density - idle.density < Self.effect * density
      else { return box }
      box = idle.box
    }
  }

  /// Leaves out the limits of factors that may be there by chance.
  func withoutChance(_ box: Box) -> Box {
    var box = box
    while true {
      let found = box.limitedFactors.map { (factor: $0, quasiP: quasiP(of: $0, in: box)) }
      guard let worst = found.max(by: { $0.quasiP < $1.quasiP }), worst.quasiP > Self.chance
      else { return box }
      box = box.without(End(factor: worst.factor, isLow: true))
        .without(End(factor: worst.factor, isLow: false))
    }
  }
}
