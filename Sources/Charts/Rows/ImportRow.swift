/// What an importer buys of a good from an origin in a period: a row of `imports.csv`.
public struct ImportRow: Sendable {
  /// Id of the good.
  public var good: String
  /// Name of the good for people, by which it is chosen from a list.
  public var name: String
  /// The origin.
  public var origin: String
  /// The year or month.
  public var period: String
  /// US dollars; nil: not known.
  public var value: Double?
  /// Metric tons; nil: not known.
  public var tons: Double?
  /// US dollars a ton; nil: not known.
  public var unitValue: Double?
  /// Whether an alert is about it.
  public var isAlert: Bool

  /// - Parameters:
  ///   - good: id of the good.
  ///   - name: name of the good for people.
  ///   - origin: the origin.
  ///   - period: the year or month.
  ///   - value: US dollars; nil: not known.
  ///   - tons: metric tons; nil: not known.
  ///   - unitValue: US dollars a ton; nil: not known.
  ///   - isAlert: whether an alert is about it.
  public init(
    good: String, name: String, origin: String, period: String, value: Double?, tons: Double?,
    unitValue: Double?, isAlert: Bool
  ) {
    self.good = good
    self.name = name
    self.origin = origin
    self.period = period
    self.value = value
    self.tons = tons
    self.unitValue = unitValue
    self.isAlert = isAlert
  }

  /// The rows as data of `imports.csv`.
  ///
  /// - Parameters:
  ///   - rows: the rows.
  ///   - shown: the name of each origin that is drawn by itself; all others are ``others``.
  static func data(of rows: [ImportRow], shown: [String: String]) -> PictureData {
    var data = PictureData(
      of: "imports",
      columns: [
        .init("_good", "good"), .init("period", "period"), .init("_origin", "origin"),
        .init("tons", "tons"), .init("value", "USD"), .init("unit_value", "USD a ton"),
        .init("alert", "alert"), .init("origin", "id"), .init("good", ""),
      ])
    for row in rows {
      data.add([
        .text(row.name), .text(row.period), .text(shown[row.origin] ?? others),
        .number(ifAny: row.tons), .number(ifAny: row.value), .number(ifAny: row.unitValue),
        .text(row.isAlert ? "yes" : "no"), .text(row.origin), .text(row.good),
      ])
    }
    return data
  }

  /// What the legend says of all origins that are not drawn by themselves.
  static let others = "other origins"

  /// What pointing at a mark shows.
  static let tooltip: [Channel] = [
    .nominal("_origin", "origin"), .nominal("origin", "id"), .ordinal("period", "period"),
    .amount("tons", "tons"), .amount("value", "USD"), .amount("unit_value", "USD a ton"),
    .nominal("alert", "alert"),
  ]
}
