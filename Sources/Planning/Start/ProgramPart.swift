import LinearProgramming

/// Some columns and rows of an LP. All other columns are nonbasic at 0, and the slacks of all other rows are basic.
struct ProgramPart {
  /// The columns, in ascending order.
  private(set) var columns: [Int]
  /// The rows, in ascending order.
  private(set) var rows: [Int]
  private var hasColumn: [Bool]
  private var hasRow: [Bool]

  /// The columns and rows that are marked.
  init(columns: [Bool], rows: [Bool]) {
    (hasColumn, hasRow) = (columns, rows)
    self.columns = columns.indices.filter { columns[$0] }
    self.rows = rows.indices.filter { rows[$0] }
  }

  var hasAllColumns: Bool { columns.count == hasColumn.count }
  var columnsLeftOut: [Int] { hasColumn.indices.filter { !hasColumn[$0] } }
  var rowsLeftOut: [Int] { hasRow.indices.filter { !hasRow[$0] } }

  mutating func addAllColumns() { add(columns: columnsLeftOut) }

  mutating func add(columns more: [Int]) {
    for column in more { hasColumn[column] = true }
    columns = (columns + more).sorted()
  }

  mutating func add(rows more: [Int]) {
    for row in more { hasRow[row] = true }
    rows = (rows + more).sorted()
  }

  // MARK: Values and bases

  /// The basis of the part, from one of all.
  func basis(of all: Basis) -> Basis {
    Basis(columns: columns.map { all.columns[$0] }, rows: rows.map { all.rows[$0] })
  }

  /// The basis of all, from one of the part.
  func whole(_ basis: Basis) -> Basis {
    Basis(
      columns: whole(columns: basis.columns, elsewhere: .atLower),
      rows: whole(rows: basis.rows, elsewhere: .basic))
  }

  /// Values of the columns of the part, and `other` for all other columns.
  func whole<Value>(columns values: [Value], elsewhere other: Value) -> [Value] {
    values.scattered(to: columns, count: hasColumn.count, elsewhere: other)
  }

  /// Values of the rows of the part, and `other` for all other rows.
  func whole<Value>(rows values: [Value], elsewhere other: Value) -> [Value] {
    values.scattered(to: rows, count: hasRow.count, elsewhere: other)
  }
}
