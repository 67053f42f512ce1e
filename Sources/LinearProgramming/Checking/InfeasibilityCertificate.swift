/// A proof that a linear program is infeasible. It can be checked without a solver.
///
/// By Farkas' lemma an infeasible LP has multipliers y, one per row, for which the identity Σ y[r]·(A·x)[r] = Σ
/// (Aᵀ·y)[c]·x[c] cannot hold: for all rows and columns within their bounds, the least value of its left side is
/// above the greatest value of its right side. If a lower bound is above its upper bound, the certificate names that
/// row or column instead. For a mixed-integer program it is a proof about the relaxation with the bounds of integer
/// columns rounded inwards. Farkas, *Journal für die reine und angewandte Mathematik* 124 (1902).
public enum InfeasibilityCertificate: Sendable, Equatable {
  /// The lower bound of this column is above its upper bound.
  case crossedColumn(Column)
  /// The lower bound of this row is above its upper bound.
  case crossedRow(Row)
  /// Farkas multipliers, one per row. A row with 0 is not part of the conflict.
  case multipliers([Double])

  /// The rows of the conflict, ascending.
  public var rows: [Row] {
    switch self {
    case .crossedColumn: []
    case .crossedRow(let row): [row]
    case .multipliers(let y): y.indices.filter { y[$0] != 0 }.map { Row($0) }
    }
  }

  /// Whether this proves that the program is infeasible.
  ///
  /// - Complexity: O(columns + rows + terms).
  public func isProof(for program: LinearProgram) -> Bool {
    switch self {
    case .crossedColumn(let column):
      guard program.columnLower.indices.contains(column.index) else { return false }
      let isWhole = program.integerColumns.contains(Int32(column.index))
      let (lower, upper) = program.integerBounds(of: column)
      return program.columnLower[column.index] > program.columnUpper[column.index]
        || (isWhole && lower > upper)
    case .crossedRow(let row):
      guard program.rowLower.indices.contains(row.index) else { return false }
      return program.rowLower[row.index] > program.rowUpper[row.index]
    case .multipliers(let y):
      return y.count == program.rowCount && y.allSatisfy(\.isFinite)
        && FarkasTest(program).margin(of: y).isProof
    }
  }

  /// A certificate made from these multipliers or their negatives, with round-off removed; nil if they prove nothing.
  public static func proven(by multipliers: [Double], for program: LinearProgram) -> Self? {
    guard multipliers.count == program.rowCount, multipliers.allSatisfy(\.isFinite),
      let largest = multipliers.lazy.map(abs).max(), largest > 0
    else { return nil }
    let test = FarkasTest(program)
    for noise in [1e-7, 1e-5] {
      for sign in [1.0, -1.0] {
        let y = test.cleaned(multipliers.map { sign * $0 / largest }, of: noise)
        if test.margin(of: y).isProof { return .multipliers(y) }
      }
    }
    return nil
  }
}

/// The arithmetic of Farkas' lemma for one program.
private struct FarkasTest {
  private let program: LinearProgram
  private let lower: [Double]
  private let upper: [Double]

  init(_ program: LinearProgram) {
    self.program = program
    var rounded = program
    rounded.roundIntegerBounds()
    (lower, upper) = (rounded.columnLower, rounded.columnUpper)
  }

  /// Sets multipliers to 0 that can only be round-off: very small ones, and small ones whose sign belongs to a
  /// missing bound of the row.
  func cleaned(_ multipliers: [Double], of noise: Double) -> [Double] {
    // Rows have different units, so multipliers are compared after multiplication by the size of the row or its bound.
    let bounds = multipliers.indices.map { row in
      multipliers[row] > 0 ? program.rowLower[row] : program.rowUpper[row]
    }
    let sizes = zip(program.rowSizes, bounds).map { max($0, $1.isFinite ? abs($1) : 0) }
    let weights = zip(multipliers, sizes).map { abs($0) * $1 }
    let heaviest = weights.max() ?? 0
    return multipliers.indices.map { row in
      let (y, weight, bound) = (multipliers[row], weights[row], bounds[row])
      return weight < 1e-12 * heaviest || (weight < noise * heaviest && bound.isInfinite) ? 0 : y
    }
  }

  /// A column without a bound is assumed to be at most this many times its usual size. With larger values, round-off
  /// in its coefficient (Aᵀ·y)[c] could turn the proof wrong.
  private static let mostUnusual = 1e3

  /// The least left side minus the greatest right side of Σ y·(A·x) = Σ (Aᵀ·y)·x, and the sum of the sizes of their
  /// terms.
  func margin(of y: [Double]) -> (value: Double, scale: Double, isProof: Bool) {
    var combined = [Double](repeating: 0, count: program.columnCount)
    var magnitude = combined
    for k in 0..<program.termCount {
      let product = program.termValue[k] * y[Int(program.termRow[k])]
      combined[Int(program.termColumn[k])] += product
      magnitude[Int(program.termColumn[k])] += abs(product)
    }
    var (margin, scale) = (0.0, 0.0)
    for row in y.indices where y[row] != 0 {
      let least = y[row] * (y[row] > 0 ? program.rowLower[row] : program.rowUpper[row])
      margin += least
      scale += abs(least)
    }
    var noise = 0.0
    for column in combined.indices where combined[column] != 0 {
      let d = combined[column]
      let greatest = d * (d > 0 ? upper[column] : lower[column])
      let unusual = abs(d) * Self.mostUnusual * program.size(of: column)
      if abs(d) <= 1e-9 * magnitude[column], !(abs(greatest) <= unusual) {
        noise += unusual
      } else {
        margin -= greatest
        scale += abs(greatest)
      }
    }
    return (margin, scale, scale.isFinite && margin > 1e-9 * scale && margin > noise)
  }
}
