import Interdiction
import LinearProgramming
import TestSupport

/// A small supply network drawn from a seed: suppliers, makers between them and buyers, who lose money for each unit
/// that they lack. Targets are suppliers, makers, and in every third seed also single deliveries of a maker. All numbers
/// are small whole ones or halves, so that many attacks cost the same.
struct RandomNetwork {
  private(set) var program = LinearProgram()
  private(set) var targets: [InterdictionProblem.Target] = []
  private(set) var weights: [Double] = []
  /// All demand at its price.
  private var demandValue = 0.0
  private var numbers: SeededNumbers
  private let seed: UInt64

  /// - Parameter nodes: the number of suppliers and makers.
  init(seed: UInt64, nodes: Int) {
    self.seed = seed
    numbers = SeededNumbers(seed: seed)
    let makers = Int.random(in: 2...max(2, nodes / 2), using: &numbers)
    let buyers = addBuyers(Int.random(in: 2...4, using: &numbers))
    let made = (0..<makers).map { addMaker($0, buyers) }
    for supplier in 0..<(nodes - makers) { addSupplier(supplier, made) }
    targets.sort { $0.name < $1.name }
    exclude()
    // Of some columns nothing is known.
    if seed.isMultiple(of: 4) {
      for column in weights.indices where Int.random(in: 0..<4, using: &numbers) == 0 {
        weights[column] = .infinity
      }
    }
  }

  var problem: InterdictionProblem {
    InterdictionProblem(
      program, targets: targets, weights: weights,
      ceiling: seed.isMultiple(of: 2) ? demandValue : .infinity, resolution: 1e-7)
  }

  private typealias Node = (row: Row, worth: Double)

  private func whole(_ range: ClosedRange<Int>, _ numbers: inout SeededNumbers) -> Double {
    Double(Int.random(in: range, using: &numbers))
  }

  private mutating func add(
    upper: Double = .infinity, cost: Double = 0, weight: Double, to rows: [(Double, Row)]
  ) -> Column {
    let column = program.addColumn(upper: upper, cost: cost)
    weights.append(weight)
    for (coefficient, row) in rows { program.add(coefficient, column, to: row) }
    return column
  }

  private mutating func addBuyers(_ count: Int) -> [Node] {
    (0..<count).map { _ in
      let (demand, price) = (whole(4...12, &numbers), whole(2...5, &numbers))
      let row = program.addRow(lower: demand, upper: demand)
      _ = add(upper: demand, cost: price, weight: 0, to: [(1, row)])
      demandValue += demand * price
      return (row, price)
    }
  }

  private mutating func addMaker(_ place: Int, _ buyers: [Node]) -> Node {
    let row = program.addRow(lower: 0)
    var deliveries: [Column] = []
    var worth = 0.0
    for (number, buyer) in buyers.enumerated() where number == 0 || Bool.random(using: &numbers) {
      let most = Bool.random(using: &numbers) ? whole(2...9, &numbers) : .infinity
      let cost = Bool.random(using: &numbers) ? 1.0 : 0
      deliveries.append(
        add(upper: most, cost: cost, weight: buyer.worth, to: [(-1, row), (1, buyer.row)]))
      worth = max(worth, buyer.worth)
    }
    targets.append(.init(name: "maker \(place)", columns: deliveries))
    if seed.isMultiple(of: 3), place < 2 {
      for (number, delivery) in deliveries.enumerated() {
        targets.append(.init(name: "maker \(place), delivery \(number)", columns: [delivery]))
      }
    }
    return (row, worth)
  }

  private mutating func addSupplier(_ place: Int, _ makers: [Node]) {
    let row = program.addRow(lower: 0)
    var worth = 0.0
    for (number, maker) in makers.enumerated() {
      guard number == place % makers.count || Bool.random(using: &numbers) else { continue }
      let gains: [Double] = [0.5, 1, 1, 2]
      let gain = gains.randomElement(using: &numbers) ?? 1
      _ = add(weight: gain * maker.worth, to: [(-1, row), (gain, maker.row)])
      worth = max(worth, gain * maker.worth)
    }
    let supply = add(upper: whole(1...8, &numbers), weight: worth, to: [(1, row)])
    targets.append(.init(name: "supplier \(place)", columns: [supply]))
  }

  /// A maker is not cut together with one of its deliveries.
  private mutating func exclude() {
    for place in targets.indices {
      targets[place].excluded = Set(
        targets.indices.filter {
          targets[$0].name.hasPrefix(targets[place].name + ",")
            || targets[place].name.hasPrefix(targets[$0].name + ",")
        })
    }
  }
}
