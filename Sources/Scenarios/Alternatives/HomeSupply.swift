import Formulation
import LinearProgramming
import Planning
import Sourcing

/// The flows of a commodity into home in one period, as expressions of a planning program's columns.
struct HomeSupply {
  let program: PlanningProgram
  let commodity: CommodityGroup
  let period: PeriodIndex
  /// F(W,M), units a year.
  let total: LinearExpression
  /// F(W,M) in the solved plan; 1 if that is 0.
  let size: Double
  /// A total up to this is only rounding, units a year.
  let nothing: Double

  init(_ result: PlanningResult, commodity: CommodityGroup, period: PeriodIndex) {
    let program = result.program
    self.program = program
    self.commodity = commodity
    self.period = period
    var sum = LinearExpression()
    for origin in program.instance.regions.indices {
      sum.add(Self.part(program, commodity, period, from: origin))
    }
    total = sum
    let traded = sum.value(at: result.solution.values)
    size = traded > 0 ? traded : 1
    nothing = 1e-9 * size
  }

  /// F({i},M), units a year.
  func part(from origin: RegionIndex) -> LinearExpression {
    Self.part(program, commodity, period, from: origin)
  }

  private static func part(
    _ program: PlanningProgram, _ commodity: CommodityGroup, _ period: PeriodIndex,
    from origin: RegionIndex
  ) -> LinearExpression {
    var sum = LinearExpression()
    for member in commodity.members {
      for destination in program.instance.home.members {
        let flow = program.columns.flow(
          commodity: member, origin: origin, destination: destination, period: period)
        if let flow { sum.add(1, flow) }
      }
    }
    return sum
  }

  /// A part / F(W,M) at a point; 0 of nothing. Shares within ``roundOff`` of 0 or 1 count as 0 or 1: an objective
  /// with such a share would have costs that are only rounding.
  func share(of part: LinearExpression, at values: [Double]) -> Double {
    let whole = total.value(at: values)
    guard whole > nothing else { return 0 }
    let share = part.value(at: values) / whole
    if share < Self.roundOff { return 0 }
    return share > 1 - Self.roundOff ? 1 : share
  }

  /// Shares that differ by less are equal.
  static let roundOff = 1e-9
}
