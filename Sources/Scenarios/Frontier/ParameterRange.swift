import Analysis
import Numbers
import Tables

/// A range of values of a model's parameter: `cap=80%..20%`, `days=30..180`.
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

  /// A range.
  public init(name: String, from: Double, to: Double, isPercent: Bool) {
    self.name = name
    self.from = from
    self.to = to
    self.isPercent = isPercent
  }

  /// Reads a range from a text `name=from..to`; nil if the text has another form, both ends are equal, an end
  /// is a number that is not allowed (`Magnitude`), or the last value begins with a point.
  public init?(_ text: String) {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else { return nil }
    let name = String(text[..<equals])
    let range = text[text.index(after: equals)...]
    // Three points are a slip: `80%...20%` would end at `.20%`.
    guard let dots = Self.dots(in: range), !range[dots.upperBound...].hasPrefix(".") else {
      return nil
    }
    guard let from = Self.value(range[..<dots.lowerBound]),
      let to = Self.value(range[dots.upperBound...]), from.value != to.value
    else { return nil }
    self.init(
      name: name, from: from.value, to: to.value, isPercent: from.isPercent || to.isPercent)
  }

  private static func dots(in text: Substring) -> Range<Substring.Index>? {
    var place = text.startIndex
    while place != text.endIndex {
      if text[place...].hasPrefix("..") { return place..<text.index(place, offsetBy: 2) }
      place = text.index(after: place)
    }
    return nil
  }

  private static func value(_ text: Substring) -> (value: Double, isPercent: Bool)? {
    let percent = DecimalNumber.beforePercentSign(String(text))
    let isPercent = percent != nil
    guard let number = try? DecimalNumber.parse(percent ?? String(text)) else { return nil }
    guard Magnitude.isMeant(isPercent ? number / 100 : number) else { return nil }
    return (isPercent ? number / 100 : number, isPercent)
  }

  /// |to − from|.
  public var width: Double { abs(to - from) }

  /// Whether both ends are whole numbers and no percentages.
  var hasWholeEnds: Bool { !isPercent && from == from.rounded() && to == to.rounded() }

  /// A value near the first one, inside the range, that is no whole number if the first one is.
  var fractionNearStart: Double { from + (to > from ? 0.5 : -0.5) }

  /// Equally spaced values from one end to the other, both included. If only whole numbers are values, they are rounded,
  /// and none appears twice, so that there may be fewer than `steps`.
  public func values(steps: Int) -> [Double] {
    let values = (0..<steps).map { step in
      step == steps - 1 ? to : from + (to - from) * Double(step) / Double(max(1, steps - 1))
    }
    return isWhole ? values.map { $0.rounded() }.uniqued() : values
  }

  /// A value as text, as the parameter is written in a model.
  public func text(_ value: Double) -> String {
    isPercent ? Self.trimmed(100 * value) + "%" : Self.trimmed(value)
  }

  /// A number as text, to 9 decimals, so that rounding errors do not show.
  private static func trimmed(_ value: Double) -> String {
    let size = abs(value)
    guard size > 1e-12, size < 1e6 else { return DecimalNumber.text(value + 0) }
    let rounded = (value * 1e9).rounded() / 1e9
    return DecimalNumber.text(rounded + 0)
  }
}
