import Formulation
import LinearProgramming
import Sourcing

/// The objectives of the stages of a stress run, one coefficient for each column. They are computed once for all
/// windows of a program.
struct StressCosts: Sendable {
  let lostValue: [Double]
  let stockUsed: [Double]
  let supplyCost: [Double]
  /// A weighted sum of all three. The weights are such that its optimum is mostly that of the three stages; see
  /// ``StressWindow``.
  let weightedSum: [Double]

  init(of stress: StressProgram) {
    let world = Array(stress.instance.regions.indices)
    let count = stress.program.columnCount
    lostValue = stress.lostValue(in: world).coefficients(columns: count)
    stockUsed = stress.stockUsed.coefficients(columns: count)
    supplyCost = stress.supplyCost.coefficients(columns: count)
    weightedSum = lostValue.indices.map { [lostValue, stockUsed, supplyCost] in
      100 * lostValue[$0] + 10 * stockUsed[$0] + supplyCost[$0]
    }
  }
}
