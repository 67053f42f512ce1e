import Formulation
import LinearProgramming
import Sourcing

/// What a window minimises, a coefficient a column; worked out once for all windows of a program.
struct StressCosts: Sendable {
  let lostValue: [Double]
  let stockUsed: [Double]
  let supplyCost: [Double]
  /// The sum of all three, with weights that make its optimum mostly that of the three stages: see
  /// ``StressWindow``.
  let blend: [Double]

  init(of stress: StressProgram) {
    let world = Array(stress.instance.regions.indices)
    let count = stress.program.columnCount
    lostValue = stress.lostValue(in: world).coefficients(columns: count)
    stockUsed = stress.stockUsed.coefficients(columns: count)
    supplyCost = stress.supplyCost.coefficients(columns: count)
    blend = lostValue.indices.map { [lostValue, stockUsed, supplyCost] in
      100 * lostValue[$0] + 10 * stockUsed[$0] + supplyCost[$0]
    }
  }
}
