import GLPKSolver
import Hedging
import LinearProgramming
import TestSupport

/// A few small worlds with common decisions, drawn from a seed. A hidden point keeps the rows of each world, so each has
/// an optimum of its own. All columns have finite bounds.
struct RandomWorlds {
  /// What is drawn.
  struct Kind: Sendable {
    /// Some common decisions are whole numbers, at least in some worlds.
    var commonIntegers = false
    /// Some columns of single worlds are whole numbers.
    var ownIntegers = false
    /// All hidden points have the same common decisions, so that some are possible in all worlds.
    var isShared = true
    /// Every demand may stay unmet at a cost, so that all decisions within common rows are possible.
    var isElastic = false
    /// No common decision is continuous.
    var allInteger = false
    /// Some worlds bound some decisions more narrowly than others, around their hidden point.
    var hasOwnBounds = false
    /// The first and the last world have a probability of 0.
    var hasImprobable = false
  }

  private(set) var problem: HedgeProblem
  private var numbers: SeededNumbers
  private let kind: Kind

  init(seed: Int, _ kind: Kind, worlds: ClosedRange<Int> = 2...8) throws {
    numbers = SeededNumbers(seed: UInt64(seed) &+ 31_337)
    self.kind = kind
    problem = HedgeProblem([])
    let decisions = (0..<Int.random(in: 1...(kind.allInteger ? 4 : 6), using: &numbers)).map { _ in
      Decision(
        upper: Double(Int.random(in: 1...4, using: &numbers)),
        isInteger: kind.allInteger || kind.commonIntegers && Bool.random(using: &numbers))
    }
    let shared = hidden(decisions)
    let count = Int.random(in: worlds, using: &numbers)
    let weights = (0..<count).map { index in
      let isImprobable = kind.hasImprobable && (index == 0 || index == count - 1)
      return isImprobable ? 0 : numbers.number(0, 1) + 0.01
    }
    let sum = weights.reduce(0, +)
    for index in 0..<count {
      let point = kind.isShared ? shared : hidden(decisions)
      var world = world(index, decisions, hiding: point)
      if kind.hasOwnBounds { narrow(&world, around: point) }
      // Two worlds may be improbable both; then nothing is known.
      world.probability = sum > 0 ? weights[index] / sum : 1 / Double(count)
      world.ownCost = try GLPKSolver().solve(world.program).optimum(of: "a world").objective
      problem.worlds.append(world)
    }
    if Bool.random(using: &numbers) { problem.starts = [hidden(decisions), shared] }
  }

  /// A common decision.
  private struct Decision {
    var upper: Double
    var isInteger: Bool
  }

  private mutating func hidden(_ decisions: [Decision]) -> [Double] {
    decisions.map { decision in
      decision.isInteger
        ? Double(Int.random(in: 0...Int(decision.upper), using: &numbers))
        : numbers.number(0, decision.upper)
    }
  }

  private mutating func world(_ index: Int, _ decisions: [Decision], hiding point: [Double])
    -> HedgeWorld
  {
    var program = LinearProgram()
    program.constant = numbers.number(-5, 5)
    var point = point
    // Costs of one decision differ between worlds, and some are gains.
    let common = decisions.map { decision in
      program.addColumn(
        lower: 0, upper: decision.upper, cost: numbers.number(-1, 4),
        integer: decision.isInteger && (kind.allInteger || index != 1))
    }
    let own = (0..<Int.random(in: 2...5, using: &numbers)).map { _ in
      let isInteger = kind.ownIntegers && Int.random(in: 0..<3, using: &numbers) == 0
      let upper = Double(Int.random(in: 1...5, using: &numbers))
      point.append(isInteger ? (upper / 2).rounded(.down) : numbers.number(0, upper))
      return program.addColumn(upper: upper, cost: numbers.number(-2, 6), integer: isInteger)
    }
    addDemands(common, own, point, to: &program)
    addBalance(common, own, point, to: &program)
    addCommonRow(common, point, to: &program)
    return HedgeWorld(
      name: "world \(index)", program: program, common: common, ownCost: 0, probability: 0)
  }

  /// Bounds some decisions of a world more narrowly: from below, from above, or to the hidden value, as dates do that
  /// forbid an order.
  private mutating func narrow(_ world: inout HedgeWorld, around point: [Double]) {
    for (column, value) in zip(world.common, point) {
      let (lower, upper) = (0.0, world.program.columnUpper[column.index])
      switch Int.random(in: 0..<6, using: &numbers) {
      case 0: world.program.setBounds(column, lower: lower, upper: value)
      case 1: world.program.setBounds(column, lower: value, upper: upper)
      case 2: world.program.setBounds(column, lower: value, upper: value)
      default: break
      }
    }
  }

  /// Rows that the decisions and the world's own columns serve together.
  private mutating func addDemands(
    _ common: [Column], _ own: [Column], _ point: [Double], to program: inout LinearProgram
  ) {
    for _ in 0..<Int.random(in: 1...4, using: &numbers) {
      var row = LinearExpression()
      for column in common + own where Bool.random(using: &numbers) {
        row.add(numbers.number(0.2, 2), column)
      }
      let isLimit = Int.random(in: 0..<3, using: &numbers) == 0
      let slack = numbers.number(0, 1)
      let value = row.value(at: point)
      if kind.isElastic { row.add(isLimit ? -1 : 1, program.addColumn(upper: 1000, cost: 20)) }
      if isLimit {
        program.addRow(row, upper: value + slack)
      } else {
        program.addRow(row, lower: value - slack)
      }
    }
  }

  /// A decision is used up exactly, or left over.
  private mutating func addBalance(
    _ common: [Column], _ own: [Column], _ point: [Double], to program: inout LinearProgram
  ) {
    guard Bool.random(using: &numbers), let decision = common.randomElement(using: &numbers) else {
      return
    }
    var row = LinearExpression(decision)
    for column in own.prefix(2) { row.add(-numbers.number(0.3, 1), column) }
    let value = row.value(at: point)
    if kind.isElastic {
      row.add(1, program.addColumn(upper: 1000, cost: 10))
      row.add(-1, program.addColumn(upper: 1000, cost: 10))
    }
    program.addRow(row, lower: value, upper: value)
  }

  /// The decisions share a limit.
  private mutating func addCommonRow(
    _ common: [Column], _ point: [Double], to program: inout LinearProgram
  ) {
    guard Bool.random(using: &numbers) else { return }
    var row = LinearExpression()
    for column in common { row.add(Double(Int.random(in: 1...2, using: &numbers)), column) }
    let isEquality = !kind.allInteger && Int.random(in: 0..<4, using: &numbers) == 0
    let value = row.value(at: point)
    program.addRow(row, lower: isEquality ? value : -.infinity, upper: value)
  }
}
