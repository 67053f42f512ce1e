package import LinearProgramming

extension LinearProgram {
  /// A transportation problem with `size` origins and markets, and random costs from a fixed seed.
  package static func transportation(between size: Int) -> LinearProgram {
    var generator = SplitMix64(seed: 7)
    var program = LinearProgram()
    let lanes = (0..<size).map { _ in
      (0..<size).map { _ in program.addColumn(cost: .random(in: 1...100, using: &generator)) }
    }
    for origin in lanes { program.row(origin.map { (1, $0) }, upper: 110) }
    for market in 0..<size {
      program.row(lanes.map { (1, $0[market]) }, lower: .random(in: 50...100, using: &generator))
    }
    return program
  }

  /// A transportation problem with 12 origins and 12 markets.
  static var transportation: LinearProgram { transportation(between: 12) }

  /// A market split problem: small, but much too hard for branch and cut. Cornuéjols and Dawande, *INFORMS Journal on
  /// Computing* 11 (1999).
  package static var marketSplit: LinearProgram {
    var generator = SplitMix64(seed: 3)
    var program = LinearProgram()
    let columns = (0..<40).map { _ in program.addColumn(upper: 1, integer: true) }
    for _ in 0..<5 {
      let weights = columns.map { _ in Double(Int.random(in: 0..<100, using: &generator)) }
      let half = (weights.reduce(0, +) / 2).rounded(.down)
      let over = program.addColumn(cost: 1)
      let under = program.addColumn(cost: 1)
      program.row(
        zip(weights, columns).filter { $0.0 != 0 }.map { ($0, $1) } + [(-1, over), (1, under)],
        lower: half, upper: half)
    }
    return program
  }
}
