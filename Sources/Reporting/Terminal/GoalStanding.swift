/// One goal through the periods, read from goals.csv.
struct GoalStanding {
  struct Entry {
    /// nil where the goal spans periods.
    var period: String?
    var target: Double
    var achieved: Double
    var isBinding: Bool
    var isMissed: Bool
    var shadowPrice: Double?
  }

  let name: String
  let kind: String
  let direction: String
  let entries: [Entry]

  /// Goals in the order of the table, each bound by itself. Where a goal has a second bound of one direction
  /// in one period, it is that of every month (`resilience`).
  static func all(in table: ReportTable) -> [GoalStanding] {
    var keys: [[String]] = []
    var rows: [[String]: [Int]] = [:]
    var seen: Set<[String]> = []
    for row in 0..<table.rowCount {
      var key = ["goal", "kind", "direction"].map { table.text(row, $0) }
      if !seen.insert(key + [table.text(row, "period")]).inserted { key[0] += ", each month" }
      if rows[key] == nil { keys.append(key) }
      rows[key, default: []].append(row)
    }
    return keys.map { key in
      GoalStanding(
        name: key[0], kind: key[1], direction: key[2],
        entries: (rows[key] ?? []).map { entry(table, $0) })
    }
  }

  private static func entry(_ table: ReportTable, _ row: Int) -> Entry {
    let period = table.text(row, "period")
    let target = table.number(row, "target") ?? 0
    return Entry(
      period: period.isEmpty ? nil : period, target: target,
      achieved: table.number(row, "achieved") ?? 0,
      isBinding: table.text(row, "binding") == "true",
      isMissed: (table.number(row, "slack") ?? 0) < -1e-6 * max(1, abs(target)),
      shadowPrice: table.number(row, "shadow_price"))
  }

  var periods: [String] { entries.compactMap(\.period) }
  var missed: [Entry] { entries.filter(\.isMissed) }

  /// Entries that bind or are missed; where there are none, the last one.
  var notable: [Entry] {
    let found = entries.filter { $0.isMissed || $0.isBinding }
    return found.isEmpty ? entries.suffix(1) : found
  }

  /// The bound in words: `at most 50.0%`, or from first to last where it is a path.
  var targetText: String {
    guard let first = entries.first, let last = entries.last else { return "" }
    let word = direction == "at_least" ? "at least" : "at most"
    let start = "\(word) \(value(first.target))"
    return first.target == last.target ? start : "\(start), in the end \(value(last.target))"
  }

  /// What is achieved where the target is missed by most.
  var worstText: String {
    let worst = missed.max { abs($0.achieved - $0.target) < abs($1.achieved - $1.target) }
    return worst.map { value($0.achieved) } ?? ""
  }

  func bound(_ target: Double) -> String {
    (direction == "at_least" ? ">= " : "<= ") + value(target)
  }

  /// A value in the goal's unit.
  func value(_ value: Double) -> String {
    switch kind {
    case "hhi", "capex", "subsidy", "cost": NumberText.amount(value)
    case "cover": "\(NumberText.amount(value)) days"
    default: NumberText.percent(value)
    }
  }
}
