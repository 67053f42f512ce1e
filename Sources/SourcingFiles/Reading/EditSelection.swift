import Sourcing
import Tables

/// The cells that an edit is about: one column of the rows of a table that match its conditions.
struct EditSelection {
  let table: InstanceTable
  /// The definition of the column; nil for a free column such as `note`.
  let column: ColumnSchema?
  let csv: CSVTable
  /// Places of the rows; at least one.
  let rows: [Int]
  /// How many rows about every period, with `*` or a blank cell, fulfil all conditions but a range or comparison of
  /// periods, which says nothing of them.
  let passedOver: Int

  /// Finds the cells; nil where a name is unknown or no row matches.
  ///
  /// - Parameters:
  ///   - name: name of the table, which may be wrong.
  ///   - conditions: hold in all rows that are found.
  ///   - column: name of the column, which may be wrong.
  ///   - tables: the tables of the instance.
  ///   - report: takes each problem, with the key of the edit that has it: `table`, `where` or `column`.
  static func find(
    table name: String, where conditions: [RowCondition], column: String, in tables: InstanceTables,
    report: (_ message: String, _ key: String) -> Void
  ) -> EditSelection? {
    guard let table = InstanceTable(rawValue: name) else {
      let nearest = nearestHint(
        to: name, among: InstanceTable.allCases.map(\.rawValue), listsKnown: false)
      report("unknown table `\(name)`\(nearest)", "table")
      return nil
    }
    let schema = TableSchema.of(table)
    let known = schema.columnNames
    var isKnown = true
    for (name, key) in conditions.map({ ($0.column, "where") }) + [(column, "column")]
    where !known.contains(name) {
      let nearest = nearestHint(to: name, among: known)
      report("unknown column `\(name)` of \(table.fileName)\(nearest)", key)
      isKnown = false
    }
    guard isKnown else { return nil }
    guard let csv = tables.tables[table] else {
      report("the edit matches no row: the instance has no \(table.fileName)", "where")
      return nil
    }
    var matchers: [RowMatcher] = []
    for condition in conditions {
      do throws(WhereMistake) {
        matchers.append(
          try RowMatcher(
            condition, column: schema[condition.column], in: csv, horizon: tables.manifest.horizon))
      } catch {
        report("\(condition.column): \(error)", "where")
      }
    }
    guard matchers.count == conditions.count else { return nil }
    let absent = conditions.compactMap {
      Self.absent(from: csv, $0, schema, tables.manifest.horizon)
    }
    for message in absent { report(message, "where") }
    guard absent.isEmpty else { return nil }
    let rows = (0..<csv.rowCount).filter { row in matchers.allSatisfy { $0.matches(row, in: csv) } }
    guard !rows.isEmpty else {
      let reason = reason(of: conditions, matchers, csv)
      report("the edit matches no row of \(table.fileName)\(reason)", "where")
      return nil
    }
    let passedOver = Self.passedOver(conditions, schema, matchers, csv)
    return EditSelection(
      table: table, column: schema[column], csv: csv, rows: rows, passedOver: passedOver)
  }

  private static func passedOver(
    _ conditions: [RowCondition], _ schema: TableSchema, _ matchers: [RowMatcher], _ csv: CSVTable
  ) -> Int {
    let places = conditions.indices.filter {
      schema[conditions[$0].column]?.namesPeriods == true && conditions[$0].hasOrder
    }
    guard !places.isEmpty else { return 0 }
    return (0..<csv.rowCount).count { row in
      matchers.indices.allSatisfy { place in
        guard places.contains(place) else { return matchers[place].matches(row, in: csv) }
        let text = matchers[place].index.map { csv.text(row: row, column: $0) } ?? ""
        return text.isEmpty || text == "*"
      }
    }
  }

  /// That rows about every period are passed over; nil if none is.
  var passedOverMessage: String? {
    guard passedOver > 0 else { return nil }
    let number = passedOver == 1 ? "1 row" : "\(passedOver) rows"
    let verb = passedOver == 1 ? "is" : "are"
    return
      "\(number) of \(table.fileName) with `*` or a blank period, which \(verb) about every period, \(verb) not changed: "
      + "a range or comparison of periods finds only rows that name their period"
  }

  /// The values of a list that no row has, in words; nil if there are none, or if no row has any of them. With a wrong
  /// name, a list would silently mean fewer rows.
  private static func absent(
    from csv: CSVTable, _ condition: RowCondition, _ schema: TableSchema, _ horizon: Horizon
  ) -> String? {
    guard case .oneOf(let values) = condition.test, values.count > 1 else { return nil }
    let absent = values.filter { value in
      guard !isRange(value) else { return false }
      let alone = RowCondition(condition.column, value)
      let matcher = try? RowMatcher(
        alone, column: schema[condition.column], in: csv, horizon: horizon)
      return !(0..<csv.rowCount).contains { matcher?.matches($0, in: csv) ?? true }
    }
    guard let first = absent.first, absent.count < values.count else { return nil }
    let wanted = absent.map { $0.isEmpty ? "a blank cell" : "`\($0)`" }.joined(separator: " or ")
    let hint = nearestHint(to: first, among: texts(of: condition.column, in: csv))
    return "no row has the \(condition.column) \(wanted)\(first.isEmpty ? "" : hint)"
  }

  /// The texts in a column, without blank ones, sorted.
  private static func texts(of column: String, in csv: CSVTable) -> [String] {
    guard let index = csv.column(column) else { return [] }
    let rows = (0..<csv.rowCount).prefix(10_000)
    return Set(rows.map { csv.text(row: $0, column: index) }).subtracting([""]).sorted()
  }

  private static func isRange(_ value: String) -> Bool { value.contains("..") }

  /// Why no row matches: the first condition that holds in no row, with the most similar value.
  private static func reason(
    of conditions: [RowCondition], _ matchers: [RowMatcher], _ csv: CSVTable
  ) -> String {
    let rows = 0..<csv.rowCount
    for (condition, matcher) in zip(conditions, matchers) {
      guard !rows.contains(where: { matcher.matches($0, in: csv) }) else { continue }
      guard case .oneOf(let values) = condition.test, !values.contains(where: isRange) else {
        return ": no row fulfils `\(condition.text)`"
      }
      let wanted = values.map { "`\($0)`" }.joined(separator: " or ")
      let hint = nearestHint(to: values.first ?? "", among: texts(of: condition.column, in: csv))
      return ": no row has the \(condition.column) \(wanted)\(hint)"
    }
    return conditions.count > 1 ? ": no row fulfils all conditions at once" : ""
  }
}

extension RowCondition {
  /// Whether it asks for a range or for an order, and so says nothing of blank cells and `*`.
  fileprivate var hasOrder: Bool {
    switch test {
    case .oneOf(let values):
      values.contains { $0.contains("..") } && !values.contains("*") && !values.contains("")
    case .compares: true
    }
  }
}
