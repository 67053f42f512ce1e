import Formulation
import LinearProgramming
import Sourcing

/// A point of a planning program, which may miss targets.
struct TargetPoint {
  /// The program of the model, without cuts.
  let program: PlanningProgram
  /// The solution. The program's columns are the first of its values.
  let solution: Solution

  /// By how much targets must be loosened in total for this point, in their units.
  ///
  /// - Parameter amounts: by how much they are loosened in `program` already.
  func needs(_ targets: [AdjustableTarget], beyond amounts: [AdjustableTarget: Double])
    -> [AdjustableTarget: Double]
  {
    let lp = program.program
    let values = Array(solution.values.prefix(lp.columnCount))
    let activities = lp.activities(at: values)
    var result: [AdjustableTarget: Double] = [:]
    for target in targets {
      var need = -Double.infinity
      for (place, constraint) in program.goals.indexed() where target.matches(constraint) {
        need = max(
          need,
          self.need(
            ofConstraint: place, sign: target.sign, values: values, activities: activities))
      }
      result[target] = max(0, (amounts[target] ?? 0) + (need.isFinite ? need : 0))
    }
    return result
  }

  /// By how much the target of one constraint must be loosened; −∞ if no loosening changes its rows.
  ///
  /// - Parameters:
  ///   - place: the position of the constraint among the program's goals.
  ///   - sign: +1 if a higher target is looser, else −1.
  ///   - values: of the program's columns.
  ///   - activities: of its rows.
  private func need(
    ofConstraint place: GoalConstraintIndex, sign: Double, values: [Double], activities: [Double]
  ) -> Double {
    if let cone = program.cones.first(where: { $0.constraint == place }) {
      return cone.concentration(at: values) - cone.cap
    }
    var need = -Double.infinity
    let lp = program.program
    for (row, sensitivity) in program.goals[place].rows {
      // The row holds if activity ≤ upper + sign·amount·rate, or activity ≥ lower + sign·amount·rate.
      let isUpper = lp.rowUpper[row.index] < .infinity
      let missing =
        isUpper
        ? activities[row.index] - lp.rowUpper[row.index]
        : lp.rowLower[row.index] - activities[row.index]
      let rate = sensitivity.value(at: values) * sign * (isUpper ? 1 : -1)
      let usual = lp.usualSize(of: sensitivity) + abs(sensitivity.constant)
      if rate > 1e-9 * usual { need = max(need, missing / rate) }
    }
    return need
  }
}

extension TargetPoint {
  /// The values in the columns of a program of the same instance and model, which may have further windows of attacks:
  /// those of the network, and of goals where both programs have the column. All others are 0: no target multiplies them.
  func values(for other: PlanningProgram) -> [Double] {
    guard other.program.columnCount != program.program.columnCount else { return solution.values }
    var values = Array(solution.values.prefix(other.networkColumnCount))
    values += Array(repeating: 0, count: other.program.columnCount - values.count)
    let places = Dictionary(
      program.goalColumns.map { ($0.states, $0.column.index) },
      uniquingKeysWith: { first, _ in first })
    for (column, states) in other.goalColumns {
      if let place = places[states] { values[column.index] = solution.values[place] }
    }
    return values
  }
}

extension PlanningProgram {
  /// d(right-hand side)/d(target) of a row at a point. All sources that `plus_one` may choose count as chosen. Without
  /// a point, or if the rate is 0 because nothing is traded, it is the rate with a usual amount on every flow. Then
  /// its size does not matter; but at 0 the next step could not change the target.
  func rate(of place: GoalConstraintIndex, _ sensitivity: LinearExpression, at point: [Double])
    -> Double
  {
    let sizes = (0..<program.columnCount).map { program.size(of: Column($0)) }
    let usual = rate(of: place, sensitivity, chosenAt: sizes)
    guard !point.isEmpty else { return usual }
    let rate = rate(of: place, sensitivity, chosenAt: point)
    return abs(rate) > 1e-6 * abs(usual) ? rate : usual
  }

  private func rate(
    of place: GoalConstraintIndex, _ sensitivity: LinearExpression, chosenAt point: [Double]
  ) -> Double {
    var values = point
    for column in program.integerColumns { values[Int(column)] = 1 }
    if let cone = cones.first(where: { $0.constraint == place }) {
      return cone.total.value(at: values) * 0.5 / max(cone.cap, 1e-6).squareRoot()
    }
    return sensitivity.value(at: values)
  }
}

extension ConcentrationCone {
  /// The Herfindahl-Hirschman index Σ share² of a point; 0 if no more than rounding is traded.
  fileprivate func concentration(at values: [Double]) -> Double {
    let amounts = bySource.map { max(0, $0.value(at: values)) }
    return isTraded(amounts.reduce(0, +)) ? PlanShares.concentration(of: amounts) : 0
  }
}
