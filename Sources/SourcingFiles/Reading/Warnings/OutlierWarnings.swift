import Sourcing
import Tables

extension WarningFinder {
  /// Numbers that are hundreds of times their neighbours, as numbers in another unit are.
  ///
  /// A number is an outlier if it is more than ``OutlierRule/ratio`` times the median of its neighbours, or less than
  /// the median by that factor. Its neighbours are the other numbers above 0 of the same columns that are about the
  /// same thing (``OutlierRule/all``). There must be at least three; of costs and prices two are enough that agree
  /// within a factor of ``OutlierRule/agreement``.
  func outliers() -> [Problem] {
    let found = OutlierRule.all.flatMap(outliers)
    let places = Set(found.map(\.place))
    return found + costsAboveShortage().filter { !places.contains($0.place) }
  }

  /// A number of a group of neighbours.
  private struct Item {
    /// Place of its column in the columns of the rule.
    var source: Int
    var row: Int
    var value: Double
  }

  private func outliers(_ rule: OutlierRule) -> [Problem] {
    var groups: [String: [Item]] = [:]
    for (source, place) in rule.sources.enumerated() {
      guard let table = tables.tables[place.table], let column = table.column(place.column) else {
        continue
      }
      let keys = rule.keys.compactMap { table.column($0) }
      guard keys.count == rule.keys.count else { continue }
      // The default of a column stands for no number.
      let standard = TableSchema.of(place.table)[place.column]?.defaultValue
      for row in 0..<table.rowCount {
        guard let value = try? table.number(row: row, column: column), value > 0,
          value != standard
        else { continue }
        let key = keys.map { table.text(row: row, column: $0) }
        let group = rule.isByOutput ? key.map(output) : key
        groups[group.joined(separator: ","), default: []].append(
          Item(source: source, row: row, value: value))
      }
    }
    let found = groups.values.flatMap { outliers($0, rule) }
    return rule.sources.indices.flatMap { source -> [Problem] in
      let place = rule.sources[source]
      guard let table = tables.tables[place.table] else { return [] }
      return limited(
        found.filter { $0.item.source == source }.sorted { $0.item.row < $1.item.row }.map {
          let (value, median) = ($0.item.value, $0.median)
          return Problem(
            "\(DecimalNumber.text(value)) is \(Self.times(value, median)) the median of the other numbers of the same "
              + "\(rule.neighbours), \(DecimalNumber.text(median)): is its unit right?",
            file: table.file, line: table.line(of: $0.item.row), column: place.column,
            severity: .warning)
        })
    }
  }

  private func outliers(_ group: [Item], _ rule: OutlierRule) -> [(item: Item, median: Double)] {
    guard group.count > (rule.isMoney ? 2 : 3) else { return [] }
    let isLimit = rule.sources.contains { TableSchema.of($0.table)[$0.column]?.isLimit == true }
    let sorted = group.sorted { $0.value < $1.value }
    let values = sorted.map(\.value)
    return sorted.enumerated().compactMap { place, item in
      if values.count == 3 {
        let others = values.indices.filter { $0 != place }.map { values[$0] }
        guard others[1] <= OutlierRule.agreement * others[0] else { return nil }
      }
      let median = Self.median(of: values, without: place)
      let ratio = item.value / median
      // Very large limits mean that there is no limit, and small ones are usual.
      let isOdd =
        isLimit
        ? ratio > OutlierRule.ratio && ratio < OutlierRule.unlimited
        : ratio > OutlierRule.ratio || ratio < 1 / OutlierRule.ratio
      return isOdd ? (item, median) : nil
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

extension Problem {
  /// Its cell.
  fileprivate var place: [String] { [file, line.map(String.init) ?? "", column ?? ""] }
}

/// Columns in which outliers are sought, and which of their numbers are neighbours.
struct OutlierRule {
  /// The columns, whose numbers have the same unit.
  var sources: [(table: InstanceTable, column: String)]
  /// Numbers in rows with the same texts in these columns are neighbours.
  var keys: [String]
  /// The key is a process, of which the main output counts.
  var isByOutput = false
  /// What rows with the same keys have in common, in words.
  var neighbours: String

  /// Whether the numbers are costs or prices. Quantities of one thing differ more.
  var isMoney: Bool {
    sources.allSatisfy { TableSchema.of($0.table)[$0.column]?.unit.hasPrefix("money") == true }
  }

  /// Two neighbours agree if they differ by no larger factor.
  static let agreement = 2.0
  /// A number in a unit a thousand times larger or smaller is farther than this from the median of its neighbours, if
  /// it is within a factor of 2 of it in the right unit.
  static let ratio = 500.0
  /// A limit that is more than this many times the median stands for no limit.
  static let unlimited = 1e6

  static let all: [OutlierRule] =
    [
      .byOutput([(.facilities, "capacity")]),
      .byOutput([(.facilities, "unit_cost"), (.projects, "unit_cost")]),
      .byOutput([(.projects, "max_capacity")]), .byOutput([(.projects, "capex")]),
      .byOutput([(.projects, "fixed_cost")]),
    ]
    + ["capacity", "unit_cost"].map {
      OutlierRule(sources: [(.capacities, $0)], keys: ["facility"], neighbours: "facility")
    }
    + [
      .byCommodity([(.commodities, "price"), (.prices, "price")]),
      .byCommodity([(.lanes, "unit_cost")]), .byCommodity([(.demands, "shortage_cost")]),
      .byCommodity([(.stockpiles, "holding_cost")]),
      .byCommodity([(.contracts, "price"), (.contracts, "floor")]),
      OutlierRule(
        sources: [(.demands, "quantity")], keys: ["region", "commodity"],
        neighbours: "region and commodity"),
      OutlierRule(
        sources: [(.history, "quantity"), (.observed, "quantity")],
        keys: ["commodity", "origin", "destination"],
        neighbours: "flow"),
    ]

  private static func byOutput(_ sources: [(table: InstanceTable, column: String)]) -> Self {
    Self(sources: sources, keys: ["process"], isByOutput: true, neighbours: "output")
  }

  private static func byCommodity(_ sources: [(table: InstanceTable, column: String)]) -> Self {
    Self(sources: sources, keys: ["commodity"], neighbours: "commodity")
  }
}
