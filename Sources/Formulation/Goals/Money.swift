public import LinearProgramming

extension PlanningBuilder {
  /// `capex` and `subsidy`, over all periods of the goal together:
  ///
  ///     capex:    Σ_{p,t} (capex(p)·b[p,t] + fixed(p)·y[p,t]) ≤ target + v
  ///     subsidy:  Σ_{p of g, t} share(g)·(capex(p)·b[p,t] + fixed(p)·y[p,t]) ≤ target + v
  ///
  /// Row: money, undiscounted. Dual ≤ 0: minus what one more unit of money saves, discounted.
  ///
  /// - Parameter outlays: the sum on the left.
  mutating func addOutlayCap(
    _ cell: MoneyCell, family: ConstraintFamily, _ outlays: LinearExpression
  ) {
    let constraint = begin(cell)
    addShareRow(
      family, constraint, quantity: outlays, yardstick: LinearExpression(constant: 1))
  }

  /// `cost`: the plan's discounted cost, without penalties and risk, is at most the target + v. Row: money,
  /// discounted. Dual ≤ 0: by how much the optimum falls with one more unit of money.
  mutating func addCostCap(_ cell: MoneyCell) {
    let constraint = begin(cell)
    addShareRow(
      .cost, constraint, quantity: output.costExpression,
      yardstick: LinearExpression(constant: 1))
  }
}

extension PlanningProgram {
  /// The plan's discounted cost, without penalties and risk.
  public var costExpression: LinearExpression {
    var sum = LinearExpression()
    for (index, cost) in baseCost.enumerated() { sum.add(cost, Column(index)) }
    return sum
  }
}
