import Importing
import Statistics

/// One number for each period from a first one on, some of them not known.
struct PeriodSeries {
  /// The most earlier years that a period is compared with.
  static let mostYears = 5
  /// The fewest earlier years that say anything.
  static let fewestYears = 3

  /// The first period.
  let first: TradePeriod
  /// The numbers, in the order of the periods.
  let values: [Double?]

  /// The same month of each of the five years before, or each of these years, the latest first; only numbers that are
  /// known.
  func references(at place: Int) -> [Double] {
    datedReferences(at: place).map(\.value)
  }

  /// The same, each with how many years ago it was.
  func datedReferences(at place: Int) -> [(value: Double, yearsAgo: Int)] {
    (1...Self.mostYears).compactMap { years in
      value(at: place - years * first.frequency.perYear).map { ($0, years) }
    }
  }

  /// The number of a place; nil if it is not known, or before the first.
  func value(at place: Int) -> Double? { values.indices.contains(place) ? values[place] : nil }

  /// The median of the references; nil with fewer than three.
  static func usual(_ references: [Double]) -> Double? {
    references.count < fewestYears ? nil : MedianSpread.median(references)
  }
}
