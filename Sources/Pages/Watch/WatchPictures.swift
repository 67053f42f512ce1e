import Analysis
import Charts
import EarlyWarning
import Importing
import Reporting
import Sourcing

/// The pictures of watched trade, of the rows of its table of imports.
struct WatchPictures {
  private let watch: Watch
  private let instance: Instance?
  private let model: Model?
  private let words: WatchWords
  private let rows: [ReportTable.Row]
  private let periods: [String]

  /// The most rows of a picture, and the most origins of a good that are drawn by themselves.
  private static let (mostRows, mostOrigins) = (1500, 8)
  /// The most periods: 20 years, or 6 years of months.
  private static let (mostYears, mostMonths) = (20, 72)

  init(_ watch: Watch, of instance: Instance?, _ model: Model?) {
    self.watch = watch
    self.instance = instance
    self.model = model
    words = WatchWords(watch)
    let count = watch.asOf.frequency == .year ? Self.mostYears : Self.mostMonths
    let periods = (1 - count...0).map { watch.asOf.advanced(by: $0).text }
    let all = WatchTables(watch).imports.rows.filter { periods.contains($0.text("period")) }
    let first = all.map { $0.text("period") }.min() ?? ""
    self.periods = periods.filter { $0 >= first }
    rows = all
  }

  var all: [Picture] { [imports, unitValues].compactMap(\.self) }

  // MARK: Rows

  /// The goods in the order of the list: those with the most urgent alerts first.
  private var goods: [String] {
    (watch.alerts.map(\.alert.good) + watch.trade.map(\.good.id)).uniqued()
  }

  /// The rows of the first goods, as many as there is room for.
  private func fitting(_ keeps: (ReportTable.Row) -> Bool = { _ in true }) -> (
    rows: [ReportTable.Row], goods: Int
  ) {
    let byGood = Dictionary(grouping: rows.filter(keeps)) { $0.text("good") }
    var (shown, count): ([ReportTable.Row], Int) = ([], 0)
    for good in goods {
      guard let more = byGood[good] else { continue }
      guard shown.isEmpty || shown.count + more.count <= Self.mostRows else { break }
      shown += more
      count += 1
    }
    return (shown, count)
  }

  /// The largest origins of each good over all periods, and those with an alert.
  private var origins: [String: Set<String>] {
    Dictionary(grouping: rows) { $0.text("good") }.mapValues { rows in
      let hasTons = rows.contains { $0.number("tons") != nil }
      var sums: [String: Double] = [:]
      for row in rows {
        sums[row.text("origin"), default: 0] += row.number(hasTons ? "tons" : "value") ?? 0
      }
      let largest = sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        .prefix(Self.mostOrigins).map(\.key)
      return Set(largest + rows.filter { $0.text("alert") == "yes" }.map { $0.text("origin") })
    }
  }

  private func row(_ row: ReportTable.Row) -> ImportRow {
    let good = row.text("good")
    return ImportRow(
      good: good, name: words.named(good), origin: row.text("origin"),
      period: row.text("period"), value: row.number("value"), tons: row.number("tons"),
      unitValue: row.number("unit_value"), isAlert: row.text("alert") == "yes")
  }

  private func colours(of origins: Set<String>) -> RegionColours {
    var roles: [String: RegionColours.Role] = [:]
    if let instance, let model {
      for place in Summary.RegionPlace.all(in: instance, for: model) {
        roles[place.id] = RegionColours.Role(place.role)
      }
    }
    return RegionColours(
      origins.sorted().map {
        RegionColours.Region(id: $0, name: words.names.row($0), role: roles[$0] ?? .other)
      })
  }

  private func rest(_ shown: Int) -> String {
    shown < watch.trade.count
      ? " \(shown) of \(watch.trade.count) goods can be chosen; all are in imports.csv." : ""
  }

  // MARK: Pictures

  private var imports: Picture? {
    let (rows, count) = fitting()
    let drawn = origins
    let shown = Set(rows.flatMap { drawn[$0.text("good")] ?? [] })
    return ImportsOverTime.picture(
      of: rows.map(row), periods: periods, origins: Array(shown), regions: colours(of: shown),
      sentence: "A diamond marks a period that an alert is about.\(rest(count))")
  }

  private var unitValues: Picture? {
    let drawn = origins
    let (rows, count) = fitting { row in
      row.number("unit_value") != nil
        && drawn[row.text("good")]?.contains(row.text("origin")) == true
    }
    let shown = Set(rows.map { $0.text("origin") })
    return UnitValuesOverTime.picture(
      of: rows.map(row), periods: periods, regions: colours(of: shown),
      sentence:
        "The value of imports divided by their weight, on a scale of ratios. A diamond marks a period that an alert "
        + "is about.\(rest(count))")
  }
}
