import Numbers
public import Sourcing
public import Tables

/// A change of one column in some rows of a table. Variations of studies are made of edits.
public struct TableEdit: Sendable {
  /// The new content of a cell.
  public enum Change: Sendable, Hashable {
    /// This text.
    case set(String)
    /// The old number plus this one. `isPercentage`: it is written in per cent, which only columns of shares take.
    case add(Double, isPercentage: Bool = false)
    /// The old number times this one.
    case multiply(Double)
  }

  /// Name of the table, without `.csv`. It may be wrong: ``InstanceTables/apply(_:)`` checks it.
  public var table: String
  /// The rows that are changed: those for which all conditions hold.
  public var `where`: [RowCondition]
  /// Name of the column that is changed.
  public var column: String
  /// What happens to the cells.
  public var change: Change
  /// Path of the file with the edit, for problems.
  public var file: String
  /// Line of the edit, from 1.
  public var line: Int

  /// An edit. The properties describe the parameters.
  public init(
    table: String, where conditions: [RowCondition] = [], column: String, change: Change,
    file: String, line: Int
  ) {
    self.table = table
    self.where = conditions
    self.column = column
    self.change = change
    self.file = file
    self.line = line
  }
}

/// A cell that an edit changed.
public struct EditedCell: Sendable, Hashable {
  /// The table of the cell.
  public var table: InstanceTable
  /// Line in the file of the table, from 1.
  public var line: Int
  /// Name of the column of the cell.
  public var column: String
  /// The text before; empty for a blank cell.
  public var old: String
  /// The text after the edit.
  public var new: String
  /// The place of the edit: `file:line`.
  public var edit: String
}

extension InstanceTables {
  /// Applies edits in order and adds every changed cell to ``editedCells``.
  ///
  /// - Throws: a problem for every edit that names an unknown table or column, matches no row, or results in a number
  ///   that the column does not take. The tables are then unchanged.
  public mutating func apply(_ edits: [TableEdit]) throws(InputProblems) {
    if var nominal = unmoved.first {
      // Edits change what is nominal, so they come before places of assumptions.
      try nominal.apply(edits)
      self = try nominal.applying(places)
      return
    }
    let log = ProblemLog()
    var changed = self
    for edit in edits { changed.apply(edit, log: log) }
    try log.throwIfAny()
    let text = edits.map { "\($0.table)|\($0.where)|\($0.column)|\($0.change)" }
    changed.contentHash = ContentHash.of(([contentHash] + text).joined(separator: "\n").utf8)
    self = changed
  }

  /// The cells that edits set to a content of their own, each as its last `set` leaves it. What is wrong with an edit is
  /// not noted; ``apply(_:)`` does that.
  public func cellsSet(by edits: [TableEdit]) -> [EditedCell] {
    var changed = self
    return edits.flatMap { edit in
      let count = changed.editedCells.count
      changed.apply(edit, log: ProblemLog())
      guard case .set = edit.change else { return [EditedCell]() }
      return Array(changed.editedCells[count...])
    }
  }

  /// A warning for each edit with a range or comparison of periods that passes over rows about every period. What is
  /// wrong with an edit is not noted; ``apply(_:)`` does that.
  public func rowsPassedOver(by edits: [TableEdit]) -> [Problem] {
    var changed = self
    return edits.compactMap { edit in
      let selection = EditSelection.find(
        table: edit.table, where: edit.where, column: edit.column, in: changed
      ) { _, _ in }
      changed.apply(edit, log: ProblemLog())
      return selection?.passedOverMessage.map {
        Problem($0, file: edit.file, line: edit.line, column: "where", severity: .warning)
      }
    }
  }

  private mutating func apply(_ edit: TableEdit, log: ProblemLog) {
    let report = { (message: String, key: String) in
      log.add(message, file: edit.file, line: edit.line, column: key)
    }
    guard
      let selection = EditSelection.find(
        table: edit.table, where: edit.where, column: edit.column, in: self, report: report)
    else { return }
    var csv = selection.csv
    let index = csv.column(edit.column) ?? csv.addColumn(edit.column)
    for row in selection.rows {
      let old = csv.text(row: row, column: index)
      let place = "\(csv.file):\(csv.line(of: row)): \(edit.column)"
      do throws(EditFailure) {
        let new = try edit.change.text(old, selection.column)
        csv.set(new, row: row, column: index)
        editedCells.append(
          EditedCell(
            table: selection.table, line: csv.line(of: row), column: edit.column, old: old,
            new: new,
            edit: "\(edit.file):\(edit.line)"))
      } catch {
        report("\(place): \(error)", edit.change.key)
      }
    }
    tables[selection.table] = csv
  }
}

/// The reason why a cell cannot be changed.
struct EditFailure: Error, CustomStringConvertible {
  var description: String
}

extension TableEdit.Change {
  fileprivate var key: String {
    switch self {
    case .set: "set"
    case .add: "add"
    case .multiply: "multiply"
    }
  }

  /// The new text of a cell.
  fileprivate func text(_ old: String, _ column: ColumnSchema?) throws(EditFailure) -> String {
    guard let column, column.isNumber else {
      if case .set(let text) = self { return text }
      throw EditFailure(description: "only a number can be added to or multiplied; use `set`")
    }
    if case .set("") = self { return "" }
    return try column.text(of: try number(old, column))
  }

  private func number(_ old: String, _ column: ColumnSchema) throws(EditFailure) -> Double {
    if case .set(let text) = self { return try column.changeNumber(text) }
    if case .add(let amount, isPercentage: true) = self, !column.takesShares {
      throw column.noShare("\(DecimalNumber.text(amount * 100))%")
    }
    do throws(EditFailure) {
      let number = try column.number(in: old)
      return switch self {
      case .add(let amount, _): number + amount
      case .multiply(let factor): number * factor
      case .set: number
      }
    } catch {
      throw EditFailure(description: "\(error); use `set`")
    }
  }
}

extension ColumnSchema {
  var isNumber: Bool {
    switch kind {
    case .number, .positive, .whole: true
    default: false
    }
  }

  /// The number that a study or a condition means by a text: a number of this column, also in per cent where the column
  /// takes shares.
  ///
  /// - Throws: that it is no number, or a share where the column takes none.
  func changeNumber(_ text: String) throws(EditFailure) -> Double {
    if !takesShares, DecimalNumber.beforePercentSign(text) != nil { throw noShare(text) }
    do throws(DecimalNumber.Malformation) { return try DecimalNumber.parseShare(text) } catch {
      throw EditFailure(description: "`\(text)` is not a number; \(error)")
    }
  }

  /// That a text in per cent is no number of this column.
  func noShare(_ text: String) -> EditFailure {
    let unit = unit.isEmpty ? "" : ", in \(unit)"
    return EditFailure(
      description:
        "`\(text)` is a share, and this column takes no share: write the number itself\(unit)")
  }

  /// The number in the text of a cell, or the default where it is blank.
  ///
  /// - Throws: that the cell has no number.
  func number(in text: String) throws(EditFailure) -> Double {
    guard text.isEmpty else {
      if let number = try? DecimalNumber.parse(text) { return number }
      throw EditFailure(description: "`\(text)` is not a number")
    }
    if let defaultValue { return defaultValue }
    throw EditFailure(description: "the cell is blank")
  }

  /// A number as the text of a cell.
  ///
  /// - Throws: that the column does not take it.
  func text(of number: Double) throws(EditFailure) -> String {
    if takes(number) { return DecimalNumber.text(number) }
    let found = number.isFinite ? DecimalNumber.text(number) : "no finite number"
    throw EditFailure(description: "would be \(found); must be \(rangeText(for: number))")
  }

  /// Whether the size of a number is allowed. A limit may have any large number.
  func isMeant(_ value: Double) -> Bool {
    Magnitude.isMeant(value) || isLimit && value > Magnitude.range.upperBound
  }

  /// Whether a number is finite, in the range of the column, and of an allowed size.
  func takes(_ value: Double) -> Bool {
    guard value.isFinite, isMeant(value) else { return false }
    return switch kind {
    case .number(let range): range.contains(value)
    case .positive: value > 0
    case .whole(let range): value == value.rounded() && range.contains(Int(clamping: value))
    default: true
    }
  }
}
