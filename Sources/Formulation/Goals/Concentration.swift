public import LinearProgramming
import Sourcing

extension PlanningBuilder {
  /// `hhi` of M at h, a second-order cone over the sources:
  ///
  ///     ‖(F({i},M))_i‖₂ ≤ √h·Σ_i F({i},M) + v
  ///
  /// It is kept by tangent cuts (F*/‖F*‖₂)·F − √h·ΣF − v ≤ 0. The program starts with the cuts at single
  /// sources, so that none has more than √h of the total; ``ConcentrationCone/violatedCut(at:)`` gives the cut
  /// that a point breaks. Row: units, or money, a year. Dual ≤ 0, with the rate ΣF/(2√h).
  mutating func addConcentration(_ cell: GoalCell, basis: Goal.Basis) {
    let (commodity, period) = (cell.commodity, cell.period)
    let constraint = begin(cell)
    let members = cell.subject.members
    let bySource = origins(basis, of: members).map {
      trade(commodity, from: [$0], to: members, period: period, measure: cell.goal.measure)
    }.filter { !$0.isConstant }
    let cone = ConcentrationCone(
      constraint: constraint, bySource: bySource, cap: cell.target,
      violation: output.goals[constraint].violation,
      usual: bySource.map { output.program.usualSize(of: $0) }.max() ?? 0)
    for place in bySource.indices {
      let weights = bySource.indices.map { $0 == place ? 1.0 : 0 }
      let cut = cone.cut(weights: weights)
      addRow(.hhi, constraint, cut, upper: 0, sensitivity: cone.sensitivity)
    }
    output.cones.append(cone)
  }
}

extension ConcentrationCone {
  /// Σ_i F({i},M).
  public var total: LinearExpression {
    bySource.reduce(into: LinearExpression()) { $0.add($1) }
  }

  /// d(√h·ΣF)/dh = ΣF/(2√h): the rate at which a higher target moves the right-hand side of a cut.
  public var sensitivity: LinearExpression {
    var result = LinearExpression()
    result.add(total, scaledBy: cap > 0 ? 0.5 / cap.squareRoot() : 0)
    return result
  }

  /// Σ_i weight_i·F({i},M) − √h·ΣF − v, which is at most 0 for all weights with ‖weight‖₂ ≤ 1.
  func cut(weights: [Double]) -> LinearExpression {
    var expression = LinearExpression()
    for (source, weight) in zip(bySource, weights) { expression.add(source, scaledBy: weight) }
    expression.add(total, scaledBy: -cap.squareRoot())
    if let violation { expression.add(-1, violation) }
    return expression
  }

  /// A tangent cut, to be at most 0.
  package struct Cut {
    /// The left-hand side, which is to be at most 0.
    package var expression: LinearExpression
    /// The rate at which a higher target moves the right-hand side.
    package var sensitivity: LinearExpression
  }

  /// The tangent cut that a point breaks by more than 1e-7 of the total; nil if it breaks none. The cut is
  /// divided by about the total, so that a solver's tolerance is one of shares in any unit.
  package func violatedCut(at point: [Double]) -> Cut? {
    guard relativeExcess(at: point) > 1e-7 else { return nil }
    let shares = shares(at: point)
    let norm = shares.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let exponent = total.value(at: point).exponent
    let scale = Double(sign: .plus, exponent: -exponent, significand: 1)
    var cut = Cut(expression: LinearExpression(), sensitivity: LinearExpression())
    cut.expression.add(self.cut(weights: shares.map { $0 / norm }), scaledBy: scale)
    cut.sensitivity.add(sensitivity, scaledBy: scale)
    return cut
  }

  /// F({i},M) over their sum; 0 of nothing.
  package func shares(at point: [Double]) -> [Double] {
    let amounts = bySource.map { max(0, $0.value(at: point)) }
    let total = amounts.reduce(0, +)
    return amounts.map { total > 0 ? $0 / total : 0 }
  }

  /// Whether a total is more than round-off of usual amounts. Below that there are no shares.
  package func isTraded(_ total: Double) -> Bool { total > 0 && total > 1e-9 * usual }

  /// By how much of ΣF a point breaks the cone: ‖F‖/ΣF − √h − v/ΣF, at least 0.
  package func relativeExcess(at point: [Double]) -> Double {
    let total = bySource.reduce(0) { $0 + max(0, $1.value(at: point)) }
    guard isTraded(total) else { return 0 }
    let norm = shares(at: point).reduce(0) { $0 + $1 * $1 }.squareRoot()
    let slack = violation.map { point[$0.index] } ?? 0
    return max(0, norm - cap.squareRoot() - slack / total)
  }
}
