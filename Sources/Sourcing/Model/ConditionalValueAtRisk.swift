/// A loss that takes each of some values with its probability, and 0 with the rest.
public struct LossDistribution: Sendable {
  /// Each value with its probability; the probabilities add up to at most 1.
  public var outcomes: [(probability: Double, loss: Double)]

  /// A loss.
  ///
  /// - Parameter outcomes: each value with its probability.
  public init(_ outcomes: [(probability: Double, loss: Double)]) { self.outcomes = outcomes }

  /// The expected loss, Σ_ω p_ω·L_ω, in the unit of the losses.
  public var mean: Double { outcomes.reduce(0) { $0 + $1.probability * $1.loss } }

  /// Conditional value at risk: the mean of the worst 1 − α of the outcomes, in the unit of the losses.
  ///
  ///     CVaR_α(L) = min over η ≥ 0 of η + (1/(1−α))·Σ_ω p_ω·max(L_ω − η, 0)
  ///
  /// The minimum is at η = 0 or at one of the losses. Source: R. T. Rockafellar and S. Uryasev, Optimization of
  /// conditional value-at-risk, Journal of Risk 2(3), 2000.
  ///
  /// - Parameter level: α, 0 ≤ α < 1.
  public func conditionalValueAtRisk(level: Double) -> Double {
    let thresholds = [0] + outcomes.map { max(0, $0.loss) }
    let values = thresholds.map { threshold in
      threshold
        + outcomes.reduce(0) { $0 + $1.probability * max(0, $1.loss - threshold) } / (1 - level)
    }
    return values.min() ?? 0
  }
}

extension RiskTerm {
  /// Mean of a loss, and its conditional value at risk at the term's level, in the unit of the losses.
  public func measures(of losses: [(probability: Double, loss: Double)]) -> (
    mean: Double, cvar: Double
  ) {
    let loss = LossDistribution(losses)
    return (loss.mean, loss.conditionalValueAtRisk(level: cvarLevel))
  }
}
