/// The boxes of PRIM, their ends, and how many points are in them.
extension Peeling {
  /// Limits of all factors; an end without a limit is infinite.
  struct Box {
    var low: [Double]
    var high: [Double]

    /// The factors that have a limit.
    var limitedFactors: [Int] {
      low.indices.filter { low[$0] > -.infinity || high[$0] < .infinity }
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

    static func + (first: Tally, second: Tally) -> Tally {
      Tally(points: first.points + second.points, failures: first.failures + second.failures)
    }

    static func += (first: inout Tally, second: Tally) { first = first + second }
  }
}
