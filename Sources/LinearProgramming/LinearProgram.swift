/// A column (decision variable) of one ``LinearProgram``.
public struct Column: Hashable, Comparable, Sendable {
  /// Position among the program's columns, from 0.
  public let index: Int

  public init(_ index: Int) { self.index = index }

  public static func < (a: Column, b: Column) -> Bool { a.index < b.index }
}

/// A row (linear constraint) of one ``LinearProgram``.
public struct Row: Hashable, Comparable, Sendable {
  /// Position among the program's rows, from 0.
  public let index: Int

  public init(_ index: Int) { self.index = index }

  public static func < (a: Row, b: Row) -> Bool { a.index < b.index }
}

/// A linear or mixed-integer program as plain vectors:
///
///     minimise (or maximise)  Σ cost[c]·x[c] + constant
///     subject to              rowLower ≤ A·x ≤ rowUpper
///                             columnLower ≤ x ≤ columnUpper,  x[c] whole where isInteger[c]
///
/// An absent bound is ±infinity; equal bounds fix a row or column. The matrix is kept as a list of
/// terms (row, column, coefficient) in the order in which they were added: the arrays that a solver
/// loads in one call. A term may be given once only; `validate()` says where that is broken.
public struct LinearProgram: Sendable {
  /// Whether the objective is to be small or large.
  public enum Sense: Sendable { case minimise, maximise }

  public var sense: Sense = .minimise
  public var constant = 0.0

  public internal(set) var columnLower: [Double] = []
  public internal(set) var columnUpper: [Double] = []
  public internal(set) var cost: [Double] = []
  /// How large the values of each column usually are, a power of two: a unit in which solvers may count them.
  /// It changes no answer, but says what is next to nothing. NaN: not known; ``inferSizes()`` fills it in.
  public internal(set) var columnSize: [Double] = []
  /// Indices of the columns that must be whole, ascending in the order they were added.
  public internal(set) var integerColumns: [Int32] = []

  public internal(set) var rowLower: [Double] = []
  public internal(set) var rowUpper: [Double] = []

  /// The terms of A, three arrays of one length.
  public internal(set) var termRow: [Int32] = []
  public internal(set) var termColumn: [Int32] = []
  public internal(set) var termValue: [Double] = []

  public init(sense: Sense = .minimise) { self.sense = sense }

  public var columnCount: Int { cost.count }
  public var rowCount: Int { rowLower.count }
  public var termCount: Int { termValue.count }
  public var isMixedInteger: Bool { !integerColumns.isEmpty }

  /// Makes room, so that adding what was announced allocates nothing.
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

  /// Adds a variable with its bounds and objective coefficient.
  ///
  /// - Parameter size: how large its values usually are; nil: not known.
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

  /// Adds an empty constraint `lower ≤ … ≤ upper`; its terms are added with ``add(_:_:to:)``.
  @discardableResult
  public mutating func addRow(lower: Double = -.infinity, upper: Double = .infinity) -> Row {
    let row = Row(rowLower.count)
    rowLower.append(lower)
    rowUpper.append(upper)
    return row
  }

  /// Adds the term `coefficient·column` to a row. A coefficient of 0 adds nothing.
  public mutating func add(_ coefficient: Double, _ column: Column, to row: Row) {
    guard coefficient != 0 else { return }
    termRow.append(Int32(row.index))
    termColumn.append(Int32(column.index))
    termValue.append(coefficient)
  }

  /// Replaces both bounds of a variable.
  public mutating func setBounds(_ column: Column, lower: Double, upper: Double) {
    columnLower[column.index] = lower
    columnUpper[column.index] = upper
  }

  /// Replaces both bounds of a constraint.
  public mutating func setBounds(_ row: Row, lower: Double, upper: Double) {
    rowLower[row.index] = lower
    rowUpper[row.index] = upper
  }

  /// Replaces the objective coefficient of a variable.
  public mutating func setCost(_ column: Column, _ value: Double) { cost[column.index] = value }
}
