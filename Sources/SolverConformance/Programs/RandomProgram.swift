package import LinearProgramming

/// A small random program: rows and columns of all kinds, many equal costs, sometimes infeasible or unbounded. The
/// same seed gives the same program.
package struct RandomProgram {
  /// The program.
  package private(set) var program = LinearProgram()
  private var generator: SplitMix64

  /// The program of a seed, with or without integer columns.
  package init(seed: UInt64, isMixedInteger: Bool) {
    generator = SplitMix64(seed: seed)
    let (columns, rows) = (
      Int.random(in: 1...14, using: &generator), Int.random(in: 0...12, using: &generator)
    )
    program.sense = Bool.random(using: &generator) ? .minimise : .maximise
    program.constant = Double(Int.random(in: -5...5, using: &generator))
    for _ in 0..<columns { addColumn(isMixedInteger) }
    for _ in 0..<rows { addRow() }
  }

  private mutating func addColumn(_ isMixedInteger: Bool) {
    let cost = Double(Int.random(in: -2...9, using: &generator)) / 2
    let signed = program.sense == .minimise ? cost : -cost
    let isWhole = isMixedInteger && Bool.random(using: &generator)
    let low = Double(Int.random(in: -3...3, using: &generator))
    let high = low + Double(Int.random(in: 0...8, using: &generator)) + (isWhole ? 0.5 : 0)
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: program.addColumn(lower: -.infinity, cost: signed, integer: isWhole)
    case 1: program.addColumn(lower: -.infinity, upper: high, cost: signed, integer: isWhole)
    case 2: program.addColumn(lower: low, upper: low, cost: signed, integer: isWhole)
    case 3...6: program.addColumn(lower: low, upper: high, cost: signed, integer: isWhole)
    default: program.addColumn(cost: signed, integer: isWhole)
    }
  }

  private mutating func addRow() {
    let bound = Double(Int.random(in: -4...12, using: &generator))
    let row: Row =
      switch Int.random(in: 0..<10, using: &generator) {
      case 0: program.addRow()
      case 1...2: program.addRow(lower: bound, upper: bound)
      case 3: program.addRow(lower: bound, upper: bound + 3)
      case 4...6: program.addRow(lower: bound)
      default: program.addRow(upper: bound)
      }
    for column in 0..<program.columnCount where Int.random(in: 0..<3, using: &generator) == 0 {
      let coefficients = [-2, -1, -1, 0.5, 1, 1, 1, 1.5, 3]
      program.add(coefficients.randomElement(using: &generator) ?? 1, Column(column), to: row)
    }
  }
}

/// The random generator SplitMix64 by Vigna, for reproducible test data. Steele, Lea and Flood, OOPSLA (2014).
package struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  /// A generator; the same seed gives the same numbers.
  package init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// The next number.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
