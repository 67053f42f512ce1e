import Sourcing
import Tables

/// The cells that an assumption moves, each once. To find them checks what can be checked cell by cell.
struct CellMoves {
  /// A cell, and the edit that moves it.
  struct Move {
    var edit: Assumption.Edit
    var table: InstanceTable
    var row: Int
    var line: Int
    /// The definition of its column.
    var column: ColumnSchema
    /// The text of the cell.
    var text: String
    /// The number of the cell, or the default where it is blank.
    var nominal: Double

    /// The number at a place of the assumption.
    func value(at z: Double) -> Double { column.rounded(edit.value(of: nominal, at: z)) }
  }

  /// In the order of the edits and rows.
  private(set) var moves: [Move] = []
  private let assumption: Assumption
  private let tables: InstanceTables
  private let log: ProblemLog
  /// The lines of the edits that move the cells found so far.
  private var lineOfCell: [CellPlace: Int?] = [:]

  /// Finds the cells. Edits of tables with rows that could not be read are left out, since nobody knows what they
  /// match.
  ///
  /// - Parameter log: takes each edit that matches no row, or moves what is no number, a cell twice, or a cell to what
  ///   its column does not take.
  init(of assumption: Assumption, in tables: InstanceTables, log: ProblemLog) {
    self.assumption = assumption
    self.tables = tables
    self.log = log
    for edit in assumption.edits { add(edit) }
  }

  private func report(_ message: String, _ edit: Assumption.Edit, _ key: String) {
    log.add(message, file: tables.path(.assumptions), line: edit.line, column: key)
  }

  private mutating func add(_ edit: Assumption.Edit) {
    if let table = InstanceTable(rawValue: edit.table), tables.damaged.contains(table) { return }
    guard edit.table != InstanceTable.assumptions.rawValue else {
      report("a range moves no other range; name another table", edit, "table")
      return
    }
    let found = EditSelection.find(
      table: edit.table, where: edit.conditions, column: edit.column, in: tables
    ) { report($0, edit, $1) }
    guard let found else { return }
    guard let column = found.column, column.isNumber else {
      let columns = TableSchema.of(found.table).columns.filter(\.isNumber).map(\.name)
      report(
        "the column `\(edit.column)` of \(found.table.fileName) has no numbers"
          + (columns.isEmpty ? "" : "; those with numbers: \(columns.joined(separator: ", "))"),
        edit, "column")
      return
    }
    for row in found.rows { add(edit, found, column, row) }
  }

  private mutating func add(
    _ edit: Assumption.Edit, _ found: EditSelection, _ column: ColumnSchema, _ row: Int
  ) {
    let line = found.csv.line(of: row)
    let cell = CellPlace(table: found.table, row: row, column: column.name)
    let place = "\(found.csv.file):\(line): \(column.name)\(tables.lastEdit(of: cell, line))"
    if let earlier = lineOfCell.updateValue(edit.line, forKey: cell) {
      let other = earlier.map { "line \($0)" } ?? "another edit"
      report("\(place): \(other) of `\(assumption.id)` moves the cell too", edit, "where")
      return
    }
    let text = found.csv.column(column.name).map { found.csv.text(row: row, column: $0) } ?? ""
    let move: Move
    do throws(EditFailure) {
      move = Move(
        edit: edit, table: found.table, row: row, line: line, column: column, text: text,
        nominal: try column.number(in: text))
    } catch {
      // A text that is no number is reported where the table is read.
      guard text.isEmpty else { return }
      let meaning = column.blankRule.map { ", which means \($0)" } ?? ""
      report("\(place): \(error)\(meaning); a range needs a number there", edit, "column")
      return
    }
    guard column.takes(move.nominal) else { return }
    if isWithinRange(move, place) { moves.append(move) }
  }

  /// Whether the column takes the number at both ends, and `set` has the number between them; notes what is wrong.
  private func isWithinRange(_ move: Move, _ place: String) -> Bool {
    let edit = move.edit
    if edit.mode == .set, move.nominal < edit.low || move.nominal > edit.high {
      let found = DecimalNumber.text(move.nominal)
      report(
        "\(place): the table's own number \(found) must be from low to high", edit,
        move.nominal < edit.low ? "low" : "high")
      return false
    }
    var isRight = true
    for (z, end) in [(-1.0, "low"), (1.0, "high")] {
      do throws(EditFailure) { _ = try move.column.text(of: move.value(at: z)) } catch {
        report("at \(end) of `\(assumption.id)`, \(place): \(error)", edit, end)
        isRight = false
      }
    }
    return isRight
  }
}

/// A cell of a table of an instance.
struct CellPlace: Hashable {
  var table: InstanceTable
  var row: Int
  var column: String
}

extension ColumnSchema {
  /// The number that a cell gets: in a column of whole numbers the nearest one.
  func rounded(_ number: Double) -> Double {
    if case .whole = kind { return number.rounded() }
    return number
  }
}

extension InstanceTables {
  /// The last edit of a cell, for a message about it; empty if there is none.
  fileprivate func lastEdit(of cell: CellPlace, _ line: Int) -> String {
    let edit = editedCells.last {
      $0.table == cell.table && $0.line == line && $0.column == cell.column
    }
    return edit.map { " (as edited by \($0.edit))" } ?? ""
  }
}
