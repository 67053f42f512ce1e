package import LinearProgramming

extension ConformanceCase {
  /// All mixed-integer cases.
  package static let mixedInteger: [ConformanceCase] = [
    ConformanceCase("a knapsack", .optimal(-23)) {
      var terms: [(Double, Column)] = []
      for (weight, worth) in [(5.0, 10.0), (4, 7), (3, 6), (6, 11)] {
        terms.append((weight, $0.addColumn(upper: 1, cost: -worth, integer: true)))
      }
      $0.row(terms, upper: 12)
    },
    ConformanceCase("whole numbers without rows, fractional bounds", .optimal(-6)) {
      $0.addColumn(lower: 0.5, upper: 3.7, cost: -2, integer: true)
    },
    ConformanceCase("no whole number between the bounds", .infeasible) {
      $0.addColumn(lower: 0.2, upper: 0.8, integer: true)
    },
    ConformanceCase("a parity that no whole numbers keep", .infeasible) {
      let x = $0.addColumn(upper: 10, cost: 1, integer: true)
      let y = $0.addColumn(upper: 10, cost: 1, integer: true)
      $0.row([(2, x), (4, y)], lower: 7, upper: 7)
    },
    ConformanceCase("an infeasible relaxation", .infeasible) {
      let x = $0.addColumn(upper: 3, integer: true)
      $0.row([(1, x)], lower: 5)
    },
    ConformanceCase("an unbounded relaxation", .unbounded) {
      let x = $0.addColumn(cost: -1, integer: true)
      let y = $0.addColumn(cost: 0)
      $0.row([(1, x), (-1, y)], upper: 2.5)
    },
    ConformanceCase("whole, free and continuous columns, maximised", .optimal(11.5)) {
      $0.sense = .maximise
      let x = $0.addColumn(lower: -.infinity, cost: 2, integer: true)
      let y = $0.addColumn(cost: 1)
      $0.row([(1, x), (1, y)], upper: 6.5)
      $0.row([(1, x)], upper: 5.9)
    },
    ConformanceCase("facilities opened by a big-M of capacity", .optimal(23_751)) { $0 = .sunOil },
    ConformanceCase("a relaxation that is whole already", .optimal(6)) {
      let x = $0.addColumn(cost: 1, integer: true)
      let y = $0.addColumn(cost: 2)
      $0.row([(1, x)], lower: 2)
      $0.row([(1, x), (1, y)], lower: 4)
      $0.row([(1, y)], lower: 2)
    },
  ]
}

extension LinearProgram {
  /// The SunOil network of Chopra and Meindl, *Supply Chain Management*: five regions, in each of which a small plant
  /// (capacity 10) and a large plant (20) may be built. The smallest fixed and shipping cost is 23,751.
  package static var sunOil: LinearProgram {
    var program = LinearProgram()
    let shipping = [
      [81.0, 92, 101, 130, 115], [117, 77, 108, 98, 100], [102, 105, 95, 119, 111],
      [115, 125, 90, 59, 74], [142, 100, 103, 105, 71],
    ]
    let demand = [12.0, 8, 14, 16, 7]
    let fixedSmall = [6000.0, 4500, 6500, 4100, 4000]
    let fixedLarge = [9000.0, 6750, 9750, 6150, 6000]
    let lanes = shipping.map { costs in costs.map { program.addColumn(cost: $0) } }
    for region in 0..<5 {
      let small = program.addColumn(upper: 1, cost: fixedSmall[region], integer: true)
      let large = program.addColumn(upper: 1, cost: fixedLarge[region], integer: true)
      program.row(
        lanes[region].map { (1, $0) } + [(-10, small), (-20, large)], upper: 0)
    }
    for market in 0..<5 {
      program.row(lanes.map { (1, $0[market]) }, lower: demand[market], upper: demand[market])
    }
    return program
  }
}
