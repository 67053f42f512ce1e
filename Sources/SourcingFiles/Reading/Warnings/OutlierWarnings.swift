import Sourcing
import Tables

extension WarningFinder {
  /// Numbers that are hundreds of times their neighbours, as numbers in another unit are.
  ///
  /// A number is an outlier if it is more than ``OutlierRule/ratio`` times the median of its neighbours, or less than the
  /// median by that factor. Its neighbours are the other numbers above 0 of the same column that are about the same
  /// thing (``OutlierRule/all``); there must be at least three.
  func outliers() -> [Problem] {
    OutlierRule.all.flatMap { rule -> [Problem] in
      guard let table = tables.tables[rule.table], let column = table.column(rule.column) else {
        return []
      }
      return limited(outliers(rule, table, column))
    }
  }

  private func outliers(_ rule: OutlierRule, _ table: CSVTable, _ column: Int) -> [Problem] {
    let keys = rule.keys.compactMap { table.column($0) }
    guard keys.count == rule.keys.count else { return [] }
    var groups: [String: [(row: Int, value: Double)]] = [:]
    for row in 0..<table.rowCount {
      guard let value = try? table.number(row: row, column: column), value > 0 else { continue }
      let key = keys.map { table.text(row: row, column: $0) }
      let group = rule.isByOutput ? key.map(output) : key
      groups[group.joined(separator: ","), default: []].append((row, value))
    }
    let isLimit = TableSchema.of(rule.table)[rule.column]?.isLimit ?? false
    let found = groups.values.flatMap { group -> [(row: Int, value: Double, median: Double)] in
      guard group.count > 3 else { return [] }
      let sorted = group.sorted { $0.value < $1.value }
      let values = sorted.map(\.value)
      return sorted.enumerated().compactMap { place, item in
        let median = Self.median(of: values, without: place)
        let ratio = item.value / median
        // Very large limits mean that there is no limit, and small ones are usual.
        let isOdd =
          isLimit
          ? ratio > OutlierRule.ratio && ratio < OutlierRule.unlimited
          : ratio > OutlierRule.ratio || ratio < 1 / OutlierRule.ratio
        return isOdd ? (item.row, item.value, median) : nil
      }
    }
    return found.sorted { $0.row < $1.row }.map { row, value, median in
      Problem(
        "\(DecimalNumber.text(value)) is \(Self.times(value, median)) the median of the other numbers of the same "
          + "\(rule.neighbours), \(DecimalNumber.text(median)): is its unit right?",
        file: table.file, line: table.line(of: row), column: rule.column, severity: .warning)
    }
  }

  /// The main output of the process with an id.
  private func output(_ id: String) -> String {
    outputs[id] ?? id
  }

  /// `1200 times` or `1/1200 of`.
  private static func times(_ value: Double, _ median: Double) -> String {
    let isLarger = value > median
    let ratio = isLarger ? value / median : median / value
    // Two significant digits.
    var unit = 1.0
    while ratio / unit >= 100 { unit *= 10 }
    let rounded = DecimalNumber.text((ratio / unit).rounded() * unit)
    return isLarger ? "about \(rounded) times" : "about 1/\(rounded) of"
  }

  /// The median of sorted numbers without the one at a place. At least two numbers.
  private static func median(of sorted: [Double], without place: Int) -> Double {
    let other = { (index: Int) in sorted[index < place ? index : index + 1] }
    let count = sorted.count - 1
    let middle = count / 2
    return count % 2 == 1 ? other(middle) : (other(middle - 1) + other(middle)) / 2
  }
}

/// A column in which outliers are sought, and which of its numbers are neighbours.
struct OutlierRule {
  var table: InstanceTable
  var column: String
  /// Numbers in rows with the same texts in these columns are neighbours.
  var keys: [String]
  /// The key is a process, of which the main output counts.
  var isByOutput = false
  /// What rows with the same keys have in common, in words.
  var neighbours: String

  /// A number in a unit a thousand times larger or smaller is farther than this from the median of its neighbours, if
  /// it is within a factor of 2 of it in the right unit.
  static let ratio = 500.0
  /// A limit that is more than this many times the median stands for no limit.
  static let unlimited = 1e6

  static let all: [OutlierRule] =
    ["capacity", "unit_cost"].map { .byOutput(.facilities, $0) }
    + ["max_capacity", "capex", "unit_cost", "fixed_cost"].map { .byOutput(.projects, $0) }
    + ["capacity", "unit_cost"].map {
      OutlierRule(table: .capacities, column: $0, keys: ["facility"], neighbours: "facility")
    }
    + [
      .byCommodity(.prices, "price"), .byCommodity(.lanes, "unit_cost"),
      .byCommodity(.demands, "shortage_cost"), .byCommodity(.stockpiles, "holding_cost"),
      .byCommodity(.contracts, "price"),
      OutlierRule(
        table: .demands, column: "quantity", keys: ["region", "commodity"],
        neighbours: "region and commodity"),
      OutlierRule(
        table: .history, column: "quantity", keys: ["commodity", "origin", "destination"],
        neighbours: "flow"),
    ]

  private static func byOutput(_ table: InstanceTable, _ column: String) -> Self {
    Self(table: table, column: column, keys: ["process"], isByOutput: true, neighbours: "output")
  }

  private static func byCommodity(_ table: InstanceTable, _ column: String) -> Self {
    Self(table: table, column: column, keys: ["commodity"], neighbours: "commodity")
  }
}
