/// The figures that the referee recomputes from a program and a solution, each with the size of the numbers in it.
struct Recomputation {
  let program: LinearProgram
  let solution: Solution
  private(set) var activity: [Double]
  /// The size of each row: the largest of its bounds, its terms at the point, and floor·(its usual size).
  private(set) var rowScale: [Double]
  private(set) var reduced: [Double]
  /// The size of each reduced cost: the largest of the cost, its terms, and floor·typicalCost/(size of the column).
  private(set) var costScale: [Double]
  let isInteger: [Bool]
  private(set) var objective: Double
  private(set) var objectiveScale: Double
  /// The usual size of each row (``LinearProgram/rowSizes``).
  private let usualRow: [Double]
  /// floor·typicalCost.
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
    isInteger = program.isInteger
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

  /// The smallest size that counts for a row's dual value: floor·typicalCost/(usual size of the row).
  func dualScale(_ row: Int) -> Double {
    usualRow[row] > 0 && leastCost > 0 ? leastCost / usualRow[row] : 1
  }
}
