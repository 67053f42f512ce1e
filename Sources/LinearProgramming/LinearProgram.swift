/// A column (decision variable) of one ``LinearProgram``.
public struct Column: Hashable, Comparable, Sendable {
  /// Position among the program's columns, from 0.
  public let index: Int

  /// The column at a position.
  public init(_ index: Int) { self.index = index }

  /// Orders columns by position.
  public static func < (a: Column, b: Column) -> Bool { a.index < b.index }
}

/// A row (linear constraint) of one ``LinearProgram``.
public struct Row: Hashable, Comparable, Sendable {
  /// Position among the program's rows, from 0.
  public let index: Int

  /// The row at a position.
  public init(_ index: Int) { self.index = index }

  /// Orders rows by position.
  public static func < (a: Row, b: Row) -> Bool { a.index < b.index }
}

/// A linear or mixed-integer program as plain vectors:
///
///     minimise (or maximise)  Σ cost[c]·x[c] + constant
///     subject to              rowLower ≤ A·x ≤ rowUpper
///                             columnLower ≤ x ≤ columnUpper,  x[c] a whole number for c in integerColumns
///
/// A missing bound is ±infinity; equal bounds fix a row or column. The matrix is a list of terms (row, column,
/// coefficient) in the order in which they were added, so that a solver can load it in one call. There may be only one
/// term for a row and column; ``validate()`` reports repeated terms.
public struct LinearProgram: Sendable {
  /// Whether the objective is minimised or maximised.
  public enum Sense: Sendable {
    /// The objective is minimised.
    case minimise
    /// The objective is maximised.
    case maximise

    /// 1 for minimising and −1 for maximising: a point is better if sign·objective is smaller.
    var sign: Double { self == .minimise ? 1 : -1 }
  }

  /// Whether the objective is minimised or maximised.
  public var sense: Sense = .minimise
  /// The constant of the objective.
  public var constant = 0.0

  /// The lower bound of each column.
  public internal(set) var columnLower: [Double] = []
  /// The upper bound of each column.
  public internal(set) var columnUpper: [Double] = []
  /// The objective coefficient of each column.
  public internal(set) var cost: [Double] = []
  /// The usual size of the values of each column, a power of two, in the column's unit. It defines what counts as
  /// round-off, and the unit in which a solver may scale the column. NaN: unknown; it is inferred from the rows
  /// before a solve.
  public internal(set) var columnSize: [Double] = []
  /// Indices of the integer columns, ascending.
  public internal(set) var integerColumns: [Int32] = []

  /// The lower bound of each row.
  public internal(set) var rowLower: [Double] = []
  /// The upper bound of each row.
  public internal(set) var rowUpper: [Double] = []

  /// The row of each term of A.
  public internal(set) var termRow: [Int32] = []
  /// The column of each term of A.
  public internal(set) var termColumn: [Int32] = []
  /// The coefficient of each term of A.
  public internal(set) var termValue: [Double] = []

  /// A program without columns and rows.
  public init(sense: Sense = .minimise) { self.sense = sense }

  /// Number of columns.
  public var columnCount: Int { cost.count }
  /// Number of rows.
  public var rowCount: Int { rowLower.count }
  /// Number of terms.
  public var termCount: Int { termValue.count }
  /// Whether the program has integer columns.
  public var isMixedInteger: Bool { !integerColumns.isEmpty }

  /// Whether each column is an integer column.
  package var isInteger: [Bool] {
    var isInteger = [Bool](repeating: false, count: columnCount)
    for index in integerColumns { isInteger[Int(index)] = true }
    return isInteger
  }

  /// Reserves memory for so many columns, rows and terms.
  public mutating func reserve(columns: Int, rows: Int, terms: Int) {
    columnLower.reserveCapacity(columns)
    columnUpper.reserveCapacity(columns)
    cost.reserveCapacity(columns)
    columnSize.reserveCapacity(columns)
    rowLower.reserveCapacity(rows)
    rowUpper.reserveCapacity(rows)
    termRow.reserveCapacity(terms)
    termColumn.reserveCapacity(terms)
    termValue.reserveCapacity(terms)
  }

  /// Adds a column.
  ///
  /// - Parameters:
  ///   - lower: lower bound.
  ///   - upper: upper bound.
  ///   - cost: objective coefficient.
  ///   - integer: whether it is an integer column.
  ///   - size: the usual size of its values (``columnSize``); nil: unknown. An integer column has size 1.
  @discardableResult
  public mutating func addColumn(
    lower: Double = 0, upper: Double = .infinity, cost: Double = 0, integer: Bool = false,
    size: Double? = nil
  ) -> Column {
    let column = Column(self.cost.count)
    columnLower.append(lower)
    columnUpper.append(upper)
    self.cost.append(cost)
    columnSize.append(integer ? 1 : size.map(Self.powerOfTwo) ?? .nan)
    if integer { integerColumns.append(Int32(column.index)) }
    return column
  }

  /// Adds a row `lower ≤ … ≤ upper` without terms; ``add(_:_:to:)`` adds its terms.
  @discardableResult
  public mutating func addRow(lower: Double = -.infinity, upper: Double = .infinity) -> Row {
    let row = Row(rowLower.count)
    rowLower.append(lower)
    rowUpper.append(upper)
    return row
  }

  /// Adds the term `coefficient·column` to a row. A term with coefficient 0 is not added.
  public mutating func add(_ coefficient: Double, _ column: Column, to row: Row) {
    guard coefficient != 0 else { return }
    termRow.append(Int32(row.index))
    termColumn.append(Int32(column.index))
    termValue.append(coefficient)
  }

  /// Replaces both bounds of a column.
  public mutating func setBounds(_ column: Column, lower: Double, upper: Double) {
    columnLower[column.index] = lower
    columnUpper[column.index] = upper
  }

  /// Replaces both bounds of a row.
  public mutating func setBounds(_ row: Row, lower: Double, upper: Double) {
    rowLower[row.index] = lower
    rowUpper[row.index] = upper
  }

  /// Replaces the objective coefficient of a column.
  public mutating func setCost(_ column: Column, _ value: Double) { cost[column.index] = value }
}
