import LinearProgramming
import Sourcing

extension PlanningBuilder {
  /// `risk`: for each of its periods τ the objective gets
  ///
  ///     weight(τ)·( expected·Σ_ω p_ω·L_ω + cvarWeight·(η + (1/(1−α))·Σ_ω p_ω·ξ_ω) )
  ///
  /// over the disruptions ω with a probability above 0, and each ω a row
  ///
  ///     ξ_ω + η − L_ω ≥ 0,   ξ_ω, η ≥ 0
  ///
  /// At the optimum the bracket after cvarWeight is CVaR_α of the loss, which is 0 with probability 1 − Σp. Row:
  /// money. Dual ≥ 0: weight(τ)·cvarWeight × the weight of ω in the CVaR. Rockafellar and Uryasev,
  /// "Optimization of conditional value-at-risk", Journal of Risk 2 (2000).
  mutating func addRisk() {
    guard let risk = model.risk else { return }
    for period in risk.periods where !deadline.isOver {
      let weight = instance.horizon.weight(period)
      let threshold = addColumn(
        stating: .lossThreshold(period: period), beyondCost: weight * risk.cvarWeight)
      for index in risk.against {
        let disruption = instance.disruptions[index]
        guard let probability = disruption.probability, probability > 0 else { continue }
        let loss = loss(from: index, disruption, period: period, of: risk.of)
        for term in loss.terms {
          let cost = output.program.cost[term.column.index]
          output.keyed.setCost(
            term.column, cost + weight * risk.expected * probability * term.coefficient)
        }
        output.expectedLoss.add(
          loss, scaledBy: Double(instance.horizon[period].years) * probability)
        guard risk.cvarWeight > 0 else { continue }
        let excess = addColumn(
          stating: .excessLoss(index, period: period),
          beyondCost: weight * risk.cvarWeight * probability / (1 - risk.cvarLevel))
        var row = LinearExpression(excess)
        row.add(1, threshold)
        row.add(loss, scaledBy: -1)
        addRow(
          .excessLoss(disruption: index, period: period), row,
          lower: 0)
      }
    }
  }

  /// L_ω, money: the lost value of a copy of the stress program; in a decomposed program a column that cuts
  /// keep at least as large.
  private mutating func loss(
    from index: DisruptionIndex, _ disruption: Disruption, period: PeriodIndex,
    of regions: RegionSet
  ) -> LinearExpression {
    let factors = DisruptionFactors(instance: instance, disruption: disruption)
    if isDecomposed {
      return LinearExpression(
        addLossRecourse(.disruption(index), factors, period: period, of: regions))
    }
    let block = addStressBlock(factors, period: period)
    return block.lostValue(in: regions.members, instance: instance, period: period)
  }
}
