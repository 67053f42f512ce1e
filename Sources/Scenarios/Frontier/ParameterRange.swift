import Analysis
import Tables

/// A range of values of a model's parameter: from 80 % to 20 %, or from one period to another.
public struct ParameterRange: Sendable {
  /// Name of the parameter.
  public let name: String
  /// The first value, in the parameter's unit: 0.8 for `80%`.
  public let from: Double
  /// The last value, in the parameter's unit. It may be below `from`.
  public let to: Double
  /// Whether values are written as percentages.
  public let isPercent: Bool
  /// Whether only whole numbers from one end to the other are values, as for years. Then both ends are whole numbers.
  public internal(set) var isWhole = false
  /// Whether only periods are values. The value of a period is its label where all labels of the instance are whole
  /// numbers, else its place among the periods, from 1.
  public internal(set) var isOfPeriods = false
  /// The periods from one end to the other; empty where the ends name none.
  var periods: [PeriodValue] = []

  /// A period as a value.
  struct PeriodValue: Sendable {
    var value: Double
    var label: String
  }

  /// A range.
  public init(name: String, from: Double, to: Double, isPercent: Bool) {
    self.name = name
    self.from = from
    self.to = to
    self.isPercent = isPercent
  }

  /// |to − from|.
  public var width: Double { abs(to - from) }

  /// Whether both ends are whole numbers and no percentages.
  var hasWholeEnds: Bool { !isPercent && from == from.rounded() && to == to.rounded() }

  /// A value near the first one, inside the range, that is no whole number if the first one is.
  var fractionNearStart: Double { from + (to > from ? 0.5 : -0.5) }

  /// Equally spaced values from one end to the other, both included. If only whole numbers or periods are values, they
  /// are rounded, and none appears twice, so that there may be fewer than `steps`.
  public func values(steps: Int) -> [Double] {
    let (first, last) = (place(of: from), place(of: to))
    let values = (0..<steps).map { step in
      step == steps - 1 ? last : first + (last - first) * Double(step) / Double(max(1, steps - 1))
    }
    return hasSteps ? values.map { $0.rounded() }.uniqued().map(value(at:)) : values
  }

  /// Whether there are no values between neighbours.
  var hasSteps: Bool { isWhole || isOfPeriods }

  /// Where a value is on a scale on which neighbours without values between them are at a distance of 1: the place of a
  /// period in the range, from 0; of other values the value.
  func place(of value: Double) -> Double {
    guard isOfPeriods else { return value }
    return Double(periods.firstIndex { $0.value == value } ?? 0)
  }

  /// The value at a place (``place(of:)``).
  func value(at place: Double) -> Double {
    isOfPeriods ? periods[min(max(0, Int(place)), periods.count - 1)].value : place
  }

  /// A value as text, as the parameter is written in a model.
  public func text(_ value: Double) -> String {
    if isOfPeriods, let period = periods.first(where: { $0.value == value }) { return period.label }
    return isPercent ? Self.trimmed(100 * value) + "%" : Self.trimmed(value)
  }

  /// A number as text, to 9 decimals, so that rounding errors do not show.
  private static func trimmed(_ value: Double) -> String {
    let size = abs(value)
    guard size > 1e-12, size < 1e6 else { return DecimalNumber.text(value + 0) }
    let rounded = (value * 1e9).rounded() / 1e9
    return DecimalNumber.text(rounded + 0)
  }
}
