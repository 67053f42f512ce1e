/// What the referee computes anew from a program and a point with duals, each figure with the size of
/// the numbers that went into it.
struct Recomputation {
  let program: LinearProgram
  let solution: Solution
  private(set) var activity: [Double]
  /// Size of a row: its bounds, and its greatest term, which is at least the floor times its usual one.
  private(set) var rowScale: [Double]
  private(set) var reduced: [Double]
  /// Size of a reduced cost: the cost and its greatest term.
  private(set) var costScale: [Double]
  private(set) var isWhole: [Bool]
  private(set) var objective: Double
  private(set) var objectiveScale: Double
  /// Size of a row's usual terms.
  private let usualRow: [Double]
  /// The floor times what a column usually adds to the objective.
  private let leastCost: Double

  init(of solution: Solution, in program: LinearProgram, floor: Double) {
    self.program = program
    self.solution = solution
    activity = [Double](repeating: 0, count: program.rowCount)
    rowScale = activity
    reduced = program.cost
    usualRow = program.rowSizes
    leastCost = floor * program.typicalCost
    costScale = program.cost.indices.map { [leastCost] c in
      max(abs(program.cost[c]), leastCost / program.size(of: c))
    }
    isWhole = [Bool](repeating: false, count: program.columnCount)
    for index in program.integerColumns { isWhole[Int(index)] = true }
    objective = program.constant
    objectiveScale = abs(program.constant)
    addTerms()
    addObjective()
    for r in activity.indices {
      for bound in [program.rowLower[r], program.rowUpper[r]] where bound.isFinite {
        rowScale[r] = max(rowScale[r], abs(bound))
      }
      rowScale[r] = max(rowScale[r], floor * usualRow[r])
      if rowScale[r] == 0 { rowScale[r] = 1 }
    }
  }

  private mutating func addTerms() {
    for k in 0..<program.termCount {
      let (r, c) = (Int(program.termRow[k]), Int(program.termColumn[k]))
      let (value, x, y) = (program.termValue[k], solution.values[c], solution.rowDuals[r])
      activity[r] += value * x
      rowScale[r] = max(rowScale[r], abs(value * x))
      reduced[c] -= value * y
      costScale[c] = max(costScale[c], abs(value * y))
    }
  }

  private mutating func addObjective() {
    for c in solution.values.indices where program.cost[c] != 0 {
      let part = program.cost[c] * solution.values[c]
      objective += part
      objectiveScale = max(objectiveScale, abs(part))
    }
    objectiveScale = max(objectiveScale, abs(objective), 1e-3 * leastCost)
    if objectiveScale == 0 { objectiveScale = 1 }
  }

  /// Size of a row's dual: what the least cost that counts would make of it.
  func dualScale(_ row: Int) -> Double {
    usualRow[row] > 0 && leastCost > 0 ? leastCost / usualRow[row] : 1
  }
}
