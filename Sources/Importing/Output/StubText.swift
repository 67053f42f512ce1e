import Tables

/// The sources of stubs: rows that an import adds because a plan needs them, though the statistics do not have them.
/// By their beginnings the next import finds them again.
enum StubText {
  static let process = "assumption: one process for all production of the exporters"
  static let facility = "assumption: capacity is the largest exports of a year"
  static let demand = "assumption: use is what is imported"
  static let closedLane = "assumption: closed, since demand holds imports only"
  static let withoutValue = "assumption: no value is reported"
  private static let medianWords = ": median unit value of "
  static let noPrice = "price not in this source"

  /// The beginning of the source of a price.
  static func price(_ datasets: Set<TradeRecords.Source>) -> String {
    datasets.map(\.rawValue).sorted().joined(separator: " and ") + medianWords
  }

  /// Whether the source is that of a price that an import has worked out.
  static func isPrice(_ source: String) -> Bool {
    let datasets = TradeRecords.Source.allCases
    return datasets.contains { source.hasPrefix($0.rawValue) } && source.contains(medianWords)
  }

  /// The process of the facilities that stand in for producers.
  static func process(of commodity: String) -> String { "supply_\(commodity)" }

  /// Whether the source is that of a lane without a reported value.
  static func isWithoutValue(_ source: String) -> Bool { source.hasPrefix(withoutValue) }

  /// The source of a lane without a reported value.
  ///
  /// - Parameter value: the median of the commodity, in money/unit; nil: no lane of it has a value.
  static func withoutValue(_ commodity: String, _ value: Double?) -> String {
    guard let value else {
      return "\(withoutValue) for any lane of \(commodity); a cost of 0 stands in: 0"
    }
    return
      "\(withoutValue); the median unit value of \(commodity) stands in: \(DecimalNumber.text(value))"
  }

  /// The number in the source of a lane without a reported value, in money/unit; nil for other sources.
  static func standInValue(_ source: String) -> Double? {
    guard isWithoutValue(source), let text = source.split(separator: " ").last else { return nil }
    return try? DecimalNumber.parse(String(text))
  }
}
