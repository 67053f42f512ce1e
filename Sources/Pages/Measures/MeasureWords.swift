import Charts
import Reporting
import Studies

/// The words of a page for measures: titles, values with units, and what pictures call them.
struct MeasureWords {
  let names: FigureNames
  /// With what changes compare.
  let other: String

  func title(of measure: PlanMeasure) -> String { names.title(of: measure, against: other) }

  func value(_ value: Double, of measure: PlanMeasure) -> String {
    names.value(value, of: measure)
  }

  /// `5.3 to 43.7 USD million (2019)`
  func range(_ low: Double, _ high: Double, of measure: PlanMeasure) -> String {
    let (from, to) = (value(low, of: measure), value(high, of: measure))
    guard from != to else { return from }
    // The unit once.
    let (first, second) = (from.split(separator: " "), to.split(separator: " "))
    let isSameUnit = first.dropFirst() == second.dropFirst()
    return "\(isSameUnit ? String(first.first ?? "") : from) to \(to)"
  }

  func figure(_ measure: PlanMeasure) -> FigureWords {
    FigureWords(
      title(of: measure), unit: names.unit(of: measure.figure),
      style: measure.isShare ? .share : .amount)
  }
}
