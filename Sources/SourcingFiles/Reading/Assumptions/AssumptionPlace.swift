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
  /// The tables with one assumption at a place; all others stay where they are.
  ///
  /// At z = 0 in tables as they were read, they are the same tables, bit for bit.
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

  /// The tables with several assumptions at places of their own; all others stay where they are: at 0 in tables as they
  /// were read.
  ///
  /// A cell that several of them move gets the number of `Assumption.Edit.value(of:moved:)`. The order of the places does
  /// not matter. In tables that are moved already, a place is the new one of its assumption: numbers are always worked
  /// out from the nominal ones. Every changed cell is added to ``editedCells``. Edits of a study come before, since
  /// they change what is nominal. The ranges are not checked again where the result is compiled: they are about the
  /// nominal numbers.
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
    return try nominal.atPlaces(places.over(self.places), log: log)
  }

  /// The tables in which no assumption has moved.
  public var nominal: InstanceTables { unmoved.first ?? self }

  /// The place z of each assumption that is moved, by id.
  var movedAssumptions: [String: Double] {
    places.reduce(into: [:]) { $0[$1.assumption.id] = $1.z }
  }

  /// These nominal tables with each assumption at a place other than 0.
  private func atPlaces(
    _ places: [AssumptionPlace], log: ProblemLog
  ) throws(InputProblems) -> InstanceTables {
    guard !places.isEmpty else { return self }
    var changed = self
    changed.places = places
    changed.unmoved = [self]
    var moves: [(cell: CellPlace, moves: [(move: CellMoves.Move, z: Double)])] = []
    var indexOf: [CellPlace: Int] = [:]
    for place in places {
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
    let text = places.map { "\($0.assumption.id)|\($0.z)" }
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

extension [AssumptionPlace] {
  /// These places, and those of assumptions that are not among them; without those at 0, in the order of their rows.
  fileprivate func over(_ others: Self) -> Self {
    let own = Set(map(\.assumption.id))
    let all = self + others.filter { !own.contains($0.assumption.id) }
    return all.filter { $0.z != 0 }.sorted {
      ($0.assumption.edits.first?.line ?? 0, $0.assumption.id)
        < ($1.assumption.edits.first?.line ?? 0, $1.assumption.id)
    }
  }
}
