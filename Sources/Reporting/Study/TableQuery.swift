import Studies
import Tables

/// A condition on the rows of a table: comparisons of columns with values, joined by `and` and `or`, with
/// brackets: `cost < 100 and (option = below-50 or reliance <= 0.3)`.
///
/// `=` and `!=` compare a number with a number, and anything else as text; `<`, `<=`, `>` and `>=` compare a column of
/// numbers with a number and are false for blank cells (a cell `>=12` counts as 12); `~` matches a text against a
/// pattern with `*` and `?`. A text that looks like a number is still a text. A blank cell is not a number. It equals
/// only `''`.
public struct TableQuery: Sendable {
  /// What is wrong with a condition, and where.
  public struct Mistake: Error, Sendable, CustomStringConvertible {
    /// What is wrong, in a sentence.
    public let description: String

    init(_ description: String) { self.description = legible(description) }
  }

  indirect enum Condition: Sendable {
    case all([Condition])
    case any([Condition])
    case comparison(column: String, sign: String, value: Value)
  }

  /// What a cell is compared with.
  struct Value: Sendable {
    let text: String
    /// The number or percentage that the text is, if it is one.
    let number: Double?

    init(_ text: String) {
      self.text = text
      number = try? DecimalNumber.parseShare(text)
    }

    /// Whether a cell of a number column is blank or a bound such as `>=12`.
    var isBlankOrAtLeast: Bool {
      text.isEmpty || text.hasPrefix(">=") && Value(String(text.dropFirst(2))).number != nil
    }
  }

  private var condition: Condition

  /// - Throws: ``Mistake``.
  public init(_ text: String) throws(Mistake) {
    var reader = try Reader(text)
    condition = try reader.condition()
    try reader.expectEnd()
  }

  /// The rows that meet the condition, in order.
  ///
  /// - Throws: ``Mistake`` for a column that the table does not have, or one of numbers that is compared with
  ///   what is no number.
  public func rows(of table: ReportTable) throws(Mistake) -> [Int] {
    try Self.check(condition, against: table)
    return (0..<table.rowCount).filter { Self.holds(condition, row: $0, of: table) }
  }

  private static func check(_ condition: Condition, against table: ReportTable) throws(Mistake) {
    switch condition {
    case .all(let parts), .any(let parts):
      for part in parts { try check(part, against: table) }
    case .comparison(let column, let sign, let value):
      guard let place = table.columns.firstIndex(of: column) else {
        if table.columns.contains(value.text) {
          throw Mistake(
            "`\(column) \(sign) \(value.text)`: write the column first, then the sign and the value"
          )
        }
        throw Mistake(
          "unknown column `\(column)`" + nearestHint(to: column, among: table.columns))
      }
      let isOrder = ["<", "<=", ">", ">="].contains(sign)
      if value.text.hasSuffix("%"), value.number != nil, !table.takesShares(column) {
        throw Mistake(
          "`\(column)` is no share, so it cannot be compared with `\(value.text)`; write a number without a percent sign"
        )
      }
      if isOrder, isText(place, of: table) {
        throw Mistake(
          "`\(column)` is a column of texts, which have no order; compare it by =, != or ~")
      }
      guard isOrder || ["=", "!="].contains(sign) && !value.isBlankOrAtLeast,
        isOrder || (0..<table.rowCount).contains(where: { number(table[$0, place]) != nil })
      else { return }
      do throws(DecimalNumber.Malformation) { _ = try DecimalNumber.parseShare(value.text) } catch {
        throw Mistake(
          "`\(value.text)`, which `\(column)` is compared with, is not a number; \(error)")
      }
    }
  }

  /// What to say where no row meets the condition: for each text that is compared by `=` and that its column does not
  /// have, the text that is spelt most alike.
  ///
  /// - Parameter table: a table for which ``rows(of:)`` finds no row.
  public func note(on table: ReportTable) -> String {
    Self.absent(condition, from: table).reduce("no run meets the condition", +)
  }

  private static func absent(_ condition: Condition, from table: ReportTable) -> [String] {
    switch condition {
    case .all(let parts), .any(let parts): return parts.flatMap { absent($0, from: table) }
    case .comparison(let column, let sign, let value):
      guard sign == "=", !value.text.isEmpty,
        let place = table.columns.firstIndex(of: column), isText(place, of: table)
      else { return [] }
      let texts = Set((0..<table.rowCount).map { table[$0, place].text })
      guard !texts.contains(value.text) else { return [] }
      let known = texts.filter { !$0.isEmpty }.sorted()
      return [
        legible(
          "; no run has the \(column) `\(value.text)`\(nearestHint(to: value.text, among: known))")
      ]
    }
  }

  private static func holds(_ condition: Condition, row: Int, of table: ReportTable) -> Bool {
    switch condition {
    case .all(let parts): parts.allSatisfy { holds($0, row: row, of: table) }
    case .any(let parts): parts.contains { holds($0, row: row, of: table) }
    case .comparison(let column, let sign, let value):
      table.columns.firstIndex(of: column).map { holds(table[row, $0], sign, value) } ?? false
    }
  }

  private static func holds(_ cell: ReportTable.Cell, _ sign: String, _ value: Value) -> Bool {
    if sign == "~" { return Wildcard(value.text).matches(cell.text) }
    guard let number = number(cell), let wanted = value.number else {
      switch sign {
      case "=": return cell.text == value.text
      case "!=": return cell.text != value.text
      default: return false
      }
    }
    switch sign {
    case "=": return number == wanted
    case "!=": return number != wanted
    case "<": return number < wanted
    case "<=": return number <= wanted
    case ">": return number > wanted
    default: return number >= wanted
    }
  }

  /// Whether a column has texts and no number.
  private static func isText(_ column: Int, of table: ReportTable) -> Bool {
    let cells = (0..<table.rowCount).map { table[$0, column] }
    return cells.contains { !$0.text.isEmpty } && !cells.contains { number($0) != nil }
  }

  private static func number(_ cell: ReportTable.Cell) -> Double? {
    switch cell {
    case .number(let number), .atLeast(let number): number
    case .text, .blank: nil
    }
  }
}

extension ReportTable {
  /// Whether a column may have shares. Of a comparison of runs it is known by the definitions of the figures, of which
  /// some are for each rule of sharing or differences; the columns of other tables may all have shares.
  fileprivate func takesShares(_ column: String) -> Bool {
    guard name == TableDefinition.comparison.name else { return true }
    let change = "change_"
    let figure = column.hasPrefix(change) ? String(column.dropFirst(change.count)) : column
    let known = RunFigure.all(sharing: [""]).filter {
      $0.name == figure || $0.name.hasSuffix("_") && figure.hasPrefix($0.name)
    }
    let unit = known.max { $0.name.count < $1.name.count }?.unit
    return unit.map { [.share, .index, .ratio].contains($0) } ?? true
  }

  /// Some of the rows and columns, in the order given.
  public func selecting(rows: [Int], columns wanted: [String]) -> ReportTable {
    var table = ReportTable(name, columns: wanted)
    let places = wanted.map { columns.firstIndex(of: $0) }
    for row in rows { table.add(contentsOf: places.map { $0.map { self[row, $0] } ?? .blank }) }
    return table
  }

  /// Whether a column counts things.
  private func isCount(_ column: String) -> Bool {
    let definition = TableDefinition.all.first { $0.name == name }
    return definition?.columns.definition(of: column)?.content == .number(.count)
  }

  /// The table as a report, with rounded numbers.
  public var report: ReportDocument {
    var grid = TextGrid(columns)
    for row in 0..<rowCount {
      grid.add(
        columns.map { column in
          if isCount(column) { return text(row, column) }
          return number(row, column).map(NumberText.amount) ?? text(row, column)
        })
    }
    var report = ReportDocument()
    report.add(grid)
    return report
  }
}
