public import Sourcing
public import Tables

/// An assumption, and the number z at which it stands.
public struct AssumptionPlace: Sendable {
  /// The assumption.
  public var assumption: Assumption
  /// From -1 (low) over 0 (as the tables are) to 1 (high).
  public var z: Double

  /// An assumption at a place. The properties describe the parameters.
  public init(_ assumption: Assumption, at z: Double) {
    self.assumption = assumption
    self.z = z
  }
}

extension InstanceTables {
  /// The tables with one assumption at a place, all others at 0.
  ///
  /// At z = 0 they are the same tables, bit for bit.
  ///
  /// - Parameters:
  ///   - assumption: one of this instance.
  ///   - z: from -1 (low) to 1 (high).
  /// - Throws: a problem for each cell that would get a number which its column does not take, for each edit that
  ///   cannot be applied, and for a z that is outside the range.
  public func applying(
    _ assumption: Assumption, at z: Double
  ) throws(InputProblems) -> InstanceTables {
    try applying([AssumptionPlace(assumption, at: z)])
  }

  /// The tables with several assumptions at places of their own, all others at 0.
  ///
  /// A cell that several of them move gets the number of `Assumption.Edit.value(of:moved:)`; the order of the places
  /// matters only for rounding. Every changed cell is added to ``editedCells``. Edits of a study come before, since
  /// they change what is nominal. The ranges are not checked again where the result is compiled: they are about the
  /// numbers of these tables.
  ///
  /// - Parameter places: each assumption at most once.
  /// - Throws: as ``applying(_:at:)``; tables that break a rule of their own throw when they are compiled.
  public func applying(_ places: [AssumptionPlace]) throws(InputProblems) -> InstanceTables {
    let log = ProblemLog()
    for place in places where !Assumption.range.contains(place.z) {
      log.add(
        "`\(place.assumption.id)` cannot stand at \(place.z); must be from -1 (low) to 1 (high)",
        file: path(.assumptions), line: place.assumption.edits.first?.line)
    }
    try log.throwIfAny()
    let moved = places.filter { $0.z != 0 }
    guard !moved.isEmpty else { return self }
    var changed = self
    changed.checksAssumptions = false
    var moves: [(cell: CellPlace, moves: [(move: CellMoves.Move, z: Double)])] = []
    var indexOf: [CellPlace: Int] = [:]
    for place in moved {
      for move in CellMoves(of: place.assumption, in: self, log: log).moves {
        let cell = CellPlace(table: move.table, row: move.row, column: move.column.name)
        let index = indexOf[cell] ?? moves.count
        indexOf[cell] = index
        if index == moves.count { moves.append((cell, [])) }
        moves[index].moves.append((move, place.z))
      }
    }
    for (cell, moves) in moves { changed.move(cell, moves, log: log) }
    try log.throwIfAny()
    let text = moved.map { "\($0.assumption)|\($0.z)" }
    changed.contentHash = ContentHash.of([contentHash] + text)
    return changed
  }

  /// Gives a cell the number to which some edits move it.
  private mutating func move(
    _ cell: CellPlace, _ moves: [(move: CellMoves.Move, z: Double)], log: ProblemLog
  ) {
    guard let first = moves.first?.move, let last = moves.last?.move, var csv = tables[cell.table]
    else { return }
    let number = Assumption.Edit.value(of: first.nominal, moved: moves.map { ($0.move.edit, $0.z) })
    let value = first.column.rounded(number)
    guard value != first.nominal else { return }
    do throws(EditFailure) {
      let new = try first.column.text(of: value)
      tables[cell.table] = nil
      csv.set(new, row: cell.row, column: csv.column(cell.column) ?? csv.addColumn(cell.column))
      tables[cell.table] = csv
      let edits = moves.map { "\(path(.assumptions)):\($0.move.edit.line ?? 0)" }
      editedCells.append(
        EditedCell(
          table: cell.table, line: first.line, column: cell.column, old: first.text, new: new,
          edit: edits.joined(separator: ", ")))
    } catch {
      log.add(
        "\(csv.file):\(first.line): \(cell.column): \(error)", file: path(.assumptions),
        line: last.edit.line)
    }
  }
}
