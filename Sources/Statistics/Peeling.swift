/// The steps of PRIM upon points of which some fail: see ``FailureBox``.
struct Peeling {
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
  /// `columns[factor][point]`: the points once more, since steps go through one factor at a time.
  private let columns: [[Double]]

  init(points: [[Double]], fails: [Bool], factorCount: Int) {
    self.points = points
    self.fails = fails
    self.factorCount = factorCount
    failures = fails.count { $0 }
    columns = (0..<factorCount).map { factor in points.map { $0[factor] } }
    ascending = columns.map { column in column.indices.sorted { column[$0] < column[$1] } }
  }

  /// The same points, of which as many others fail.
  ///
  /// - Parameter failing: the points that fail.
  init(_ other: Peeling, failing: some Collection<Int>) {
    points = other.points
    factorCount = other.factorCount
    ascending = other.ascending
    columns = other.columns
    failures = failing.count
    var fails = Array(repeating: false, count: points.count)
    for place in failing { fails[place] = true }
    self.fails = fails
  }

  // MARK: Figures of a box

  func tally(_ box: Box) -> Tally { surroundings(of: box).inside }

  /// The points of a box, and those that would be in it too if one limit fell, for each factor.
  private struct Surroundings {
    var inside = Tally()
    var below: [Tally]
    var above: [Tally]

    /// The points of the box without one of its limits.
    func without(_ end: End) -> Tally {
      inside + (end.isLow ? below[end.factor] : above[end.factor])
    }

    /// The points of the box without the limits of a factor.
    func without(_ factor: Int) -> Tally { inside + below[factor] + above[factor] }
  }

  private func surroundings(of box: Box) -> Surroundings {
    // The only limit that keeps a point out: 1 + factor above it, -1 - factor below it; 0: none, nil: several.
    var limit = [Int?](repeating: 0, count: points.count)
    for factor in box.limitedFactors {
      let (column, low, high) = (columns[factor], box.low[factor], box.high[factor])
      for place in column.indices {
        let (isBelow, isAbove) = (column[place] < low, high < column[place])
        guard isBelow || isAbove else { continue }
        limit[place] = limit[place] == 0 ? (isBelow ? -1 - factor : 1 + factor) : nil
      }
    }
    let none = Array(repeating: Tally(), count: factorCount)
    var found = Surroundings(below: none, above: none)
    for place in limit.indices {
      guard let limit = limit[place] else { continue }
      let one = Tally(points: 1, failures: fails[place] ? 1 : 0)
      if limit == 0 {
        found.inside += one
      } else if limit < 0 {
        found.below[-1 - limit] += one
      } else {
        found.above[limit - 1] += one
      }
    }
    return found
  }

  func coverage(_ tally: Tally) -> Double { Double(tally.failures) / Double(failures) }

  func mass(_ tally: Tally) -> Double { Double(tally.points) / Double(points.count) }

  /// 2·coverage·density / (coverage + density) = 2·failures in the box / (all failures + points in the box).
  private func harmonicMean(_ tally: Tally) -> Double {
    Double(2 * tally.failures) / Double(failures + tally.points)
  }

  /// P(at least as many failures as the box has), if each of its points failed with the density of the box without the
  /// limits of the factor.
  func quasiP(of factor: Int, in box: Box) -> Double { quasiP(of: factor, surroundings(of: box)) }

  private func quasiP(of factor: Int, _ found: Surroundings) -> Double {
    GSL.binomialTail(
      hits: found.inside.failures, count: found.inside.points,
      probability: found.without(factor).density)
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
    var reached = tally(box)
    var best = (box: box, mean: harmonicMean(reached))
    while reached.density < 1, mass(reached) >= Self.share, let step = bestStep(orders, reached) {
      if step.end.isLow {
        box.low[step.end.factor] = step.limit
      } else {
        box.high[step.end.factor] = step.limit
      }
      for place in step.removed { isLeft[place] = false }
      for factor in orders.indices { orders[factor].removeAll { !isLeft[$0] } }
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
        guard let step = step(end, orders[factor], tally) else { continue }
        if step.left.density > best?.left.density ?? -1 { best = step }
      }
    }
    return best
  }

  /// Removes the twentieth of the points of the box at the end that is peeled; they are in ascending order. Points with the
  /// same z go together.
  private func step(_ end: End, _ sorted: [Int], _ tally: Tally) -> Step? {
    let column = columns[end.factor]
    let z = { column[sorted[end.isLow ? $0 : sorted.count - 1 - $0]] }
    var count = max(1, Int(Self.share * Double(sorted.count)))
    while count < sorted.count, z(count) == z(count - 1) { count += 1 }
    guard count < sorted.count else { return nil }
    let halfway = (z(count - 1) + z(count)) / 2
    let removed = end.isLow ? sorted.prefix(count) : sorted.suffix(count)
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
      let found = surroundings(of: box)
      let density = found.inside.density
      let ends = box.limitedFactors.flatMap { factor in
        [End(factor: factor, isLow: true), End(factor: factor, isLow: false)]
      }.filter { $0.isLow ? box.low[$0.factor] > -.infinity : box.high[$0.factor] < .infinity }
      let wider = ends.map { (end: $0, density: found.without($0).density) }
      guard let idle = wider.max(by: { $0.density < $1.density }),
        density - idle.density < Self.effect * density
      else { return box }
      box = box.without(idle.end)
    }
  }

  /// Leaves out the limits of factors that may be there by chance.
  func withoutChance(_ box: Box) -> Box {
    var box = box
    while true {
      let surroundings = surroundings(of: box)
      let found = box.limitedFactors.map { (factor: $0, quasiP: quasiP(of: $0, surroundings)) }
      guard let worst = found.max(by: { $0.quasiP < $1.quasiP }), worst.quasiP > Self.chance
      else { return box }
      box = box.without(End(factor: worst.factor, isLow: true))
        .without(End(factor: worst.factor, isLow: false))
    }
  }
}
