/// Evidence that a linear program has no point at all, which anybody can check without a solver.
///
/// By Farkas' lemma an infeasible program has multipliers y, one a row, such that the one equation
/// Σ y[r]·(A·x)[r] = Σ (Aᵀ·y)[c]·x[c] cannot hold: with rows and columns anywhere within their bounds,
/// its left side stays above its right side. Of a program whose own bounds contradict each other, the
/// row or column is named instead. For a mixed-integer program only what its relaxation proves can be
/// shown so (bounds of whole columns rounded inwards).
public enum InfeasibilityCertificate: Sendable, Equatable {
  case crossedColumn(Column)
  case crossedRow(Row)
  /// Farkas multipliers, one a row; a row with 0 takes no part in the conflict.
  case multipliers([Double])

  /// Rows that take part in the conflict, ascending.
  public var rows: [Row] {
    switch self {
    case .crossedColumn: []
    case .crossedRow(let row): [row]
    case .multipliers(let y): y.indices.filter { y[$0] != 0 }.map { Row($0) }
    }
  }

  /// Whether this proves that the program has no point.
  public func isProof(for program: LinearProgram) -> Bool {
    switch self {
    case .crossedColumn(let column):
      guard program.columnLower.indices.contains(column.index) else { return false }
      let isWhole = program.integerColumns.contains(Int32(column.index))
      let (lower, upper) = program.wholeBounds(of: column)
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

  /// The certificate in these multipliers or their negative, cleaned of rounding noise, if they are
  /// one.
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

/// The arithmetic of Farkas' lemma over one program.
private struct FarkasTest {
  private let program: LinearProgram
  private let lower: [Double]
  private let upper: [Double]

  init(_ program: LinearProgram) {
    self.program = program
    var (lower, upper) = (program.columnLower, program.columnUpper)
    for index in program.integerColumns {
      (lower[Int(index)], upper[Int(index)]) = program.wholeBounds(of: Column(Int(index)))
    }
    (self.lower, self.upper) = (lower, upper)
  }

  /// Drops multipliers that can only be rounding noise: tiny, or tiny on the side where the row has
  /// no bound.
  func cleaned(_ multipliers: [Double], of noise: Double) -> [Double] {
    // Rows count in different units: what a multiplier weighs is that times its row's usual size, or its bound.
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

  /// How many times its usual size a column may have to be before rounding noise in its multiplier would spoil a proof. That
  /// no column is larger than that is taken for granted where it has no bound.
  private static let mostUnusual = 1e3

  /// Least left side − greatest right side of Σ y·(A·x) = Σ (Aᵀ·y)·x, with the size of what was added.
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
