import Numbers
public import Sourcing
import Tables

/// A range of values of a model's parameter as it is typed: `cap=80%..20%`, `days=30..180`, `by=last..2031-35`.
public struct RangeText: Sendable {
  /// What is wrong with a range, and what would be right.
  public struct Mistake: Error, Sendable, CustomStringConvertible {
    /// What is wrong, in a sentence.
    public let description: String
  }

  /// Name of the parameter.
  public let name: String
  let from: String
  let to: String

  /// Reads a text `name=from..to`. An end is a number, a percentage or the name of a period.
  ///
  /// - Throws: ``Mistake`` for a text of another form, for two equal ends, for a number that is not allowed
  ///   (`Magnitude`), and for a percentage with a number that is none.
  public init(_ text: String) throws(Mistake) {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
      throw Mistake(description: "found `\(text)`; write \(Self.form)")
    }
    name = String(text[..<equals])
    let range = text[text.index(after: equals)...]
    for points in ["....", "...", "…"] where range.contains(points) {
      throw Mistake(
        description: "found `\(points)`; write two points, "
          + "\(shortened(name))=\(shortened(range.replacing(points, with: "..")))")
    }
    guard let dots = range.firstRange(of: "..") else {
      throw Self.withoutPoints(range, name)
    }
    from = Self.trimmed(range[..<dots.lowerBound])
    to = Self.trimmed(range[dots.upperBound...])
    guard !from.isEmpty, !to.isEmpty else {
      throw Mistake(
        description: "the \(from.isEmpty ? "first" : "last") value is missing; write \(Self.form)")
    }
    let ends = (try Self.number(from), try Self.number(to))
    guard let first = ends.0, let last = ends.1 else {
      if from == to { throw Self.equal(from) }
      return
    }
    if first == last { throw Self.equal(to) }
    guard isPercentage(from) == isPercentage(to) || first == 0 || last == 0 else {
      throw Mistake(
        description:
          "one end of `\(range)` has a percent sign and the other has none; write both with it or both without it"
      )
    }
  }

  static let form =
    "name=from..to with two different numbers, shares or periods, such as cap=80%..20%"

  static func equal(_ end: String) -> Mistake {
    Mistake(description: "both ends are `\(end)`; must be two different values")
  }

  private static func withoutPoints(_ range: Substring, _ name: String) -> Mistake {
    let ends = range.split(whereSeparator: { "-–—:".contains($0) }).map(trimmed)
    let areNumbers = ends.count == 2 && ends.allSatisfy { value($0) != nil }
    let example = areNumbers ? "\(shortened(name))=\(ends[0])..\(ends[1])" : form
    return Mistake(
      description: "`\(range)` has no two points between a first and a last value; write \(example)"
    )
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop(while: \.isWhitespace)
    return String(
      start.prefix(
        upTo: start.lastIndex { !$0.isWhitespace }.map(start.index(after:)) ?? start.startIndex))
  }

  static func value(_ end: String) -> Double? { try? DecimalNumber.parseShare(end) }

  /// The number that an end is; nil if it may be the name of a period.
  private static func number(_ end: String) throws(Mistake) -> Double? {
    do throws(DecimalNumber.Malformation) {
      let number = try DecimalNumber.parseShare(end)
      if Magnitude.isMeant(number) { return number }
    } catch {
      if isIdentifier(end), error != .tooLarge { return nil }
      throw Mistake(description: "`\(end)` is not a number; \(error)")
    }
    throw Mistake(description: "found `\(end)`; each end must be \(Magnitude.text)")
  }
}

/// Whether a number is written as a percentage.
private func isPercentage(_ text: String) -> Bool { text.hasSuffix("%") }

extension ParameterRange {
  /// The range that a text means for an instance. Ends that name periods, also `first` and `last`, mean all periods
  /// from one to the other; ends that are numbers too, such as years, mean them only if the parameter takes no other
  /// numbers.
  ///
  /// - Throws: `RangeText.Mistake` for an end that is neither a number nor a period, and for two ends that are one
  ///   period.
  public init(_ text: RangeText, in instance: Instance) throws(RangeText.Mistake) {
    let ends = (instance.period(named: text.from), instance.period(named: text.to))
    if let from = RangeText.value(text.from), let to = RangeText.value(text.to) {
      self.init(
        name: text.name, from: from, to: to,
        isPercent: isPercentage(text.from) || isPercentage(text.to))
      if !isPercent, let first = ends.0, let last = ends.1 {
        periods = Self.periods(from: first, to: last, of: instance.horizon)
      }
      return
    }
    for (end, period) in [(text.from, ends.0), (text.to, ends.1)] where period == nil {
      let what = RangeText.value(end) == nil ? "neither a number nor a period" : "no period"
      throw RangeText.Mistake(
        description: "`\(end)` is \(what); a period must be \(instance.horizon.namesInWords)")
    }
    guard let first = ends.0, let last = ends.1, first != last else {
      throw RangeText.equal(text.to)
    }
    let periods = Self.periods(from: first, to: last, of: instance.horizon)
    self.init(
      name: text.name, from: periods[0].value, to: periods[periods.count - 1].value,
      isPercent: false)
    self.periods = periods
    isOfPeriods = true
  }

  /// The periods from one to another, in this order.
  private static func periods(
    from first: PeriodIndex, to last: PeriodIndex, of horizon: Horizon
  ) -> [PeriodValue] {
    let labels = horizon.periods.map { Int($0.label) }
    let areNumbers = !labels.contains(nil) && Set(labels).count == labels.count
    let all = horizon.indices.map { period in
      let label = horizon[period].label
      let number = areNumbers ? Int(label) : nil
      return PeriodValue(value: Double(number ?? period.position + 1), label: label)
    }
    let (a, b) = (first.position, last.position)
    return a <= b ? Array(all[a...b]) : Array(all[b...a].reversed())
  }
}
