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
    let rows = (0..<csv.rowCount).filter { row in matchers.allSatisfy { $0.matches(row, in: csv) } }
    guard !rows.isEmpty else {
      let reason = reason(of: conditions, matchers, csv)
      report("the edit matches no row of \(table.fileName)\(reason)", "where")
      return nil
    }
    return EditSelection(table: table, column: schema[column], csv: csv, rows: rows)
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
      let found = matcher.index.map { index in
        Set(rows.prefix(10_000).map { csv.text(row: $0, column: index) }).subtracting([""]).sorted()
      }
      let hint = nearestHint(to: values.first ?? "", among: found ?? [])
      return ": no row has the \(condition.column) \(wanted)\(hint)"
    }
    return conditions.count > 1 ? ": no row fulfils all conditions at once" : ""
  }
}
