package import LinearProgramming

extension ConformanceCase {
  /// All linear cases.
  package static let linear = shapes + numbers + contradictions + unbounded

  /// Cases about shapes and bounds.
  package static let shapes: [ConformanceCase] = [
    ConformanceCase("no columns, no rows", .optimal(7)) { $0.constant = 7 },
    ConformanceCase("no rows, lower bounds", .optimal(5)) {
      $0.addColumn(lower: 1, upper: 4, cost: 2)
      $0.addColumn(lower: -3, upper: 9, cost: -1.0 / 3)
      $0.addColumn(lower: 6, upper: 6, cost: 1)
    },
    ConformanceCase("no columns, rows that hold", .optimal(0)) {
      $0.addRow(lower: -1, upper: 1)
      $0.addRow(lower: 0, upper: 0)
    },
    ConformanceCase("an empty column", .optimal(-3)) {
      let x = $0.addColumn(cost: 1)
      $0.addColumn(upper: 5, cost: -1)
      $0.row([(1, x)], lower: 2)
    },
    ConformanceCase("a free row", .optimal(2)) {
      let x = $0.addColumn(cost: 1)
      $0.row([(1, x)], lower: 2)
      $0.row([(5, x)])
    },
    ConformanceCase("free, negative, boxed and fixed columns", .optimal(-14)) {
      let free = $0.addColumn(lower: -.infinity, cost: 1)
      let negative = $0.addColumn(lower: -.infinity, upper: -1, cost: -1)
      let boxed = $0.addColumn(lower: -2, upper: 3, cost: -2)
      let fixed = $0.addColumn(lower: 2.5, upper: 2.5, cost: 1)
      $0.row([(1, free), (1, boxed)], lower: -9)
      $0.row([(1, negative), (1, fixed)], lower: -4, upper: 1)
    },
    ConformanceCase("range, equality, at least and at most rows", .optimal(17)) {
      let x = $0.addColumn(cost: 2)
      let y = $0.addColumn(cost: 3)
      let z = $0.addColumn(cost: 1)
      $0.row([(1, x), (1, y)], lower: 5, upper: 8)
      $0.row([(1, y), (-1, x)], lower: 1, upper: 1)
      $0.row([(1, z), (1, x)], lower: 3)
      $0.row([(1, z)], upper: 3)
      $0.row([(1, z)], lower: 3, upper: 3)
      $0.constant = 1
    },
  ]

  /// Cases about senses, degeneracy and numbers of different sizes.
  package static let numbers: [ConformanceCase] = [
    ConformanceCase("maximise with a constant", .optimal(46)) {
      $0.sense = .maximise
      $0.constant = 10
      let x = $0.addColumn(cost: 3)
      let y = $0.addColumn(cost: 5)
      $0.row([(1, x)], upper: 4)
      $0.row([(2, y)], upper: 12)
      $0.row([(3, x), (2, y)], upper: 18)
    },
    ConformanceCase("no cost at all", .optimal(0)) {
      let x = $0.addColumn()
      let y = $0.addColumn(upper: 2)
      $0.row([(1, x), (1, y)], lower: 3, upper: 3)
    },
    ConformanceCase("a vertex where Dantzig's rule cycles (Beale 1955)", .optimal(-0.05)) {
      let a = $0.addColumn(cost: -0.75)
      let b = $0.addColumn(cost: 150)
      let c = $0.addColumn(cost: -0.02)
      let d = $0.addColumn(cost: 6)
      $0.row([(0.25, a), (-60, b), (-0.04, c), (9, d)], upper: 0)
      $0.row([(0.5, a), (-90, b), (-0.02, c), (3, d)], upper: 0)
      $0.row([(1, c)], upper: 1)
    },
    ConformanceCase("the Klee-Minty cube in 8 dimensions", .optimal(1e14)) {
      $0.sense = .maximise
      var columns: [Column] = []
      for j in 1...8 { columns.append($0.addColumn(cost: power(10, 8 - j))) }
      for i in 1...8 {
        var terms = (1..<i).map { (2 * power(10, i - $0), columns[$0 - 1]) }
        terms.append((1, columns[i - 1]))
        $0.row(terms, upper: power(100, i - 1))
      }
    },
    ConformanceCase("Dantzig's transportation problem (1963)", .optimal(153.675)) {
      var lanes: [[Column]] = []
      for miles in [[2.5, 1.7, 1.8], [2.5, 1.8, 1.4]] {
        var fromOrigin: [Column] = []
        for distance in miles { fromOrigin.append($0.addColumn(cost: 0.09 * distance)) }
        lanes.append(fromOrigin)
      }
      for (origin, supply) in [350.0, 600].enumerated() {
        $0.row(lanes[origin].map { lane in (1, lane) }, upper: supply)
      }
      for (market, demand) in [325.0, 300, 275].enumerated() {
        $0.row(lanes.map { fromOrigin in (1, fromOrigin[market]) }, lower: demand)
      }
    },
    ConformanceCase("penalties a billion times the costs", .optimal(2e9 + 30)) {
      let cheap = $0.addColumn(upper: 10, cost: 3)
      let short = $0.addColumn(cost: 1e9)
      $0.row([(1, cheap), (1, short)], lower: 12)
    },
    ConformanceCase("costs a millionth", .optimal(2e-6)) {
      let x = $0.addColumn(cost: 1e-6)
      let y = $0.addColumn(cost: 1.000001e-6)
      $0.row([(1, x), (1, y)], lower: 2)
    },
    ConformanceCase("coefficients from a thousandth to a million", .optimal(0.2)) {
      let share = $0.addColumn(upper: 1, cost: 1)
      let flow = $0.addColumn(upper: 2e5)
      $0.row([(1e6, share), (-1, flow)], lower: 0)
      $0.row([(0.001, flow)], lower: 200)
    },
  ]

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }

  /// Infeasible programs.
  package static let contradictions: [ConformanceCase] = [
    ConformanceCase("no columns, a row that cannot hold", .infeasible) { $0.addRow(lower: 1) },
    ConformanceCase("an empty row that cannot hold, beside others", .infeasible) {
      let x = $0.addColumn(cost: 1)
      $0.row([(1, x)], lower: 2)
      $0.addRow(upper: -1)
    },
    ConformanceCase("two rows that contradict each other", .infeasible) {
      let x = $0.addColumn(lower: -.infinity, cost: 1)
      let y = $0.addColumn(lower: -.infinity, cost: 1)
      $0.row([(1, x), (2, y)], upper: 3)
      $0.row([(2, x), (4, y)], lower: 6.001)
    },
    ConformanceCase("a row beyond its columns' bounds", .infeasible) {
      let x = $0.addColumn(upper: 1)
      let y = $0.addColumn(upper: 1)
      $0.row([(1, x), (1, y)], lower: 2.5)
    },
    ConformanceCase("a column's bounds crossed", .infeasible) {
      let x = $0.addColumn(lower: 2, upper: 1, cost: 1)
      $0.row([(1, x)], lower: 0)
    },
    ConformanceCase("a row's bounds crossed", .infeasible) {
      let x = $0.addColumn(cost: 1)
      $0.row([(1, x)], lower: 2, upper: 1)
    },
    ConformanceCase("infeasible and, if it were not, unbounded", .infeasible) {
      let x = $0.addColumn(cost: -1)
      let y = $0.addColumn(upper: 1)
      $0.row([(1, y)], lower: 2)
      $0.row([(1, x), (-1, y)], lower: 0)
    },
    ConformanceCase("the network galenet", .infeasible) { $0 = .galenet },
  ]

  /// Unbounded programs.
  package static let unbounded: [ConformanceCase] = [
    ConformanceCase("no rows, unbounded", .unbounded) { $0.addColumn(cost: -1) },
    ConformanceCase("maximise without end", .unbounded) {
      $0.sense = .maximise
      let x = $0.addColumn(cost: 1)
      let y = $0.addColumn(cost: 1)
      $0.row([(1, x), (-1, y)], lower: -1, upper: 1)
    },
    ConformanceCase("a free column drives the cost down", .unbounded) {
      let x = $0.addColumn(lower: -.infinity, cost: 1)
      let y = $0.addColumn(cost: 2)
      $0.row([(1, x), (1, y)], upper: 5)
    },
  ]
}

extension LinearProgram {
  /// The program galenet of the Netlib collection of infeasible programs (H. J. Greenberg): a network in which the
  /// demand of the sinks 6, 7 and 8 is 28 above what its arcs can carry from the sources 1, 2 and 3 through the nodes
  /// 4 and 5.
  package static var galenet: LinearProgram {
    var program = LinearProgram()
    // (from, to, capacity)
    let arcs = [
      (1, 4, 30.0), (2, 4, 20), (2, 5, 10), (3, 5, 10), (4, 6, 10), (4, 7, 2), (5, 7, 20),
      (5, 8, 30),
    ]
    let columns = arcs.map { program.addColumn(upper: $0.2) }
    func terms(_ sign: (Int, Int) -> Double) -> [(Double, Column)] {
      zip(arcs, columns).map { (sign($0.0, $0.1), $1) }.filter { $0.0 != 0 }
    }
    for source in 1...3 { program.row(terms { from, _ in from == source ? 1 : 0 }, upper: 20) }
    for node in 4...5 {
      program.row(
        terms { from, to in to == node ? 1 : from == node ? -1 : 0 }, lower: 0, upper: 0)
    }
    for (sink, demand) in [(6, 10.0), (7, 20), (8, 30)] {
      program.row(terms { _, to in to == sink ? 1 : 0 }, lower: demand)
    }
    return program
  }
}
