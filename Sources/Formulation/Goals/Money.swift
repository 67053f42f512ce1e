public import LinearProgramming

extension PlanningBuilder {
  /// `capex` and `subsidy`: the undiscounted outlays, or the programme's part of them, for all that is
  /// ordered in the goal's periods together, are at most the target.
  mutating func addOutlayCap(
    _ cell: MoneyCell, family: ConstraintFamily, _ outlays: LinearExpression
  ) {
    let constraint = begin(cell)
    addShareRow(
      family, constraint, quantity: outlays, yardstick: LinearExpression(constant: 1))
  }

  /// `cost`: the plan's whole discounted cost, without penalties and risk, is at most the target.
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
