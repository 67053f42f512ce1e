import Tables

extension CooperativeGame {
  /// Reads a game from a table with the columns `coalition` and `value`. Each row has a coalition (its members joined
  /// by `;`, in any order) and v(S) or c(S). Every coalition needs a row, except the empty one, whose value is 0. Members
  /// are sorted by name, so the order of rows changes nothing.
  ///
  /// - Parameters:
  ///   - file: path of the table.
  ///   - kind: whether the values are savings or costs.
  ///   - tolerance: in the unit of the values; nil means 1e-9 times the largest absolute value.
  /// - Throws: `InputProblems` with all mistakes.
  public static func read(
    file: String, kind: Kind = .savings, tolerance: Double? = nil
  ) throws -> CooperativeGame {
    let log = ProblemLog()
    var reader = GameReader(log: log)
    let game = reader.read(file: file)
    try log.throwIfAny()
    return try CooperativeGame(
      members: game.members, values: game.values, kind: kind, tolerance: tolerance)
  }
}

/// Reads the table of a game.
private struct GameReader {
  private struct Row {
    var line: Int
    var names: [String]
    var value: Double
  }

  let log: ProblemLog
  private var rows: [Row] = []

  init(log: ProblemLog) { self.log = log }

  mutating func read(file: String) -> (members: [String], values: [Double]) {
    guard let table = FixedTable(file: file, columns: GameColumns.all, log: log) else {
      return ([], [])
    }
    for row in 0..<table.rowCount { readRow(row, of: table) }
    let members = rows.filter { $0.names.count == 1 }.map { $0.names[0] }
    let names = Set(members).sorted()
    guard checkCount(names, table) else { return ([], []) }
    return (names, values(of: names, table))
  }

  private mutating func readRow(_ row: Int, of table: FixedTable) {
    let value = table.number(GameColumns.value, row: row)
    let text = table.text(GameColumns.coalition, row: row)
    let parts = text.split(separator: ";", omittingEmptySubsequences: false).map(\.withoutBlanks)
    if parts == [""] {
      if let value, value != 0 {
        table.report(
          "the empty coalition has the value \(DecimalNumber.text(value)); it must be 0, "
            + "and its row may be left out", row: row, column: GameColumns.value)
      }
      return
    }
    guard !parts.contains("") else {
      table.report(
        "`\(text)` has an empty name; join the members by single `;`, such as A;B", row: row,
        column: GameColumns.coalition)
      return
    }
    var seen: Set<String> = []
    if let repeated = parts.first(where: { !seen.insert($0).inserted }) {
      table.report(
        "`\(text)` names \(shortened(repeated)) twice; name every member once", row: row,
        column: GameColumns.coalition)
      return
    }
    rows.append(Row(line: table.line(of: row), names: parts, value: value ?? 0))
  }

  private func checkCount(_ names: [String], _ table: FixedTable) -> Bool {
    let limit = CooperativeGame.memberLimit
    if names.count > limit {
      log.add(
        "the game has \(names.count) members; at most \(limit) can be split", file: table.file,
        line: table.lastLine)
      return false
    }
    if names.isEmpty, log.isEmpty {
      log.add(
        "no row has a single member; give one row for every coalition",
        file: table.file, line: table.lastLine)
    }
    return !names.isEmpty
  }

  private func values(of names: [String], _ table: FixedTable) -> [Double] {
    let index = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    var values = [Double](repeating: 0, count: 1 << names.count)
    var lines = [Int?](repeating: nil, count: values.count)
    var strangers: Set<String> = []
    for row in rows {
      for name in row.names where index[name] == nil && strangers.insert(name).inserted {
        let nearest = nearestName(to: name, among: names) ?? ""
        log.add(
          "`\(name)` has no row of its own; the most similar member is `\(nearest)`. Every member "
            + "needs a row with its value by itself", file: table.file, line: row.line,
          column: GameColumns.coalition.name)
      }
      let known = row.names.compactMap { index[$0] }
      guard known.count == row.names.count else { continue }
      let mask = Coalition(members: known).mask
      if let first = lines[mask] {
        log.add(
          "the coalition \(row.names.joined(separator: ";")) has a row already, on line \(first); "
            + "give it once", file: table.file, line: row.line, column: GameColumns.coalition.name)
        continue
      }
      lines[mask] = row.line
      values[mask] = row.value
    }
    for mask in 1..<lines.count where lines[mask] == nil {
      let missing = Coalition(mask: mask).members.map { names[$0] }.joined(separator: ";")
      log.add(
        "no row has the coalition \(missing); add one", file: table.file, line: table.lastLine)
    }
    return values
  }
}
