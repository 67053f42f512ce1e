import Statistics

/// Looks along one assumption, all others nominal, for the place nearest to its nominal one at which something changes.
///
/// It looks at a grid of 21 places from -1 to 1, outwards from the nominal place, up to the first change on each side, and
/// halves the step in which the change is until it is at most 1e-3 long. A change and its reverse between two places of
/// the grid are not seen.
struct BreakSearch {
  /// The nominal place.
  let nominal: Double
  /// Where the assumption can lie.
  let range: ClosedRange<Double>
  /// The longest step in which a change may still lie.
  static let precision = 1e-3
  /// The places that are looked at first.
  static let grid = (-10...10).map { Double($0) / 10 }

  /// A step between two places, the first of which is as the nominal one, the second not.
  private struct Step {
    var inner: Double
    var outer: Double
  }

  /// - Parameter isNominal: whether at a place all is as at the nominal one.
  /// - Returns: the place after the change; nil if there is none.
  func firstChange(_ isNominal: (Double) throws -> Bool) rethrows -> Double? {
    var reached = [false: nominal, true: nominal]
    var steps: [Bool: Step] = [:]
    let places = Self.grid.filter { $0 != nominal && range.contains($0) }
      .sorted { (distance($0), $0) < (distance($1), $1) }
    for place in places {
      let isAbove = place > nominal
      guard steps[isAbove] == nil, let inner = reached[isAbove] else { continue }
      // A change beyond one that is known on the other side would not be the nearest.
      if let other = steps[!isAbove], distance(inner) >= distance(other.outer) { continue }
      if try isNominal(place) {
        reached[isAbove] = place
      } else {
        steps[isAbove] = Step(inner: inner, outer: place)
      }
    }
    let changes = try [false, true].compactMap { side in
      try steps[side].map { try halved($0, isNominal) }
    }
    return changes.min { distance($0) < distance($1) }
  }

  private func halved(_ step: Step, _ isNominal: (Double) throws -> Bool) rethrows -> Double {
    var step = step
    while abs(step.outer - step.inner) > Self.precision {
      let middle = (step.inner + step.outer) / 2
      if try isNominal(middle) { step.inner = middle } else { step.outer = middle }
    }
    return step.outer
  }

  private func distance(_ place: Double) -> Double { abs(place - nominal) }
}
