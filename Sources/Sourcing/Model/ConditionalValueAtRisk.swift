extension RiskTerm {
  /// Mean and conditional value at risk of a loss that takes each of some values with its probability, and
  /// 0 with the rest:
  ///
  ///     CVaR_α(L) = min over η ≥ 0 of η + (1/(1−α))·Σ_ω p_ω·max(L_ω − η, 0)
  ///
  /// The minimum is attained at η = 0 or at one of the losses.
  public func measures(of losses: [(probability: Double, loss: Double)]) -> (
    mean: Double, cvar: Double
  ) {
    let mean = losses.reduce(0) { $0 + $1.probability * $1.loss }
    let thresholds = [0] + losses.map { max(0, $0.loss) }
    let cvar = thresholds.map { threshold in
      threshold
        + losses.reduce(0) { $0 + $1.probability * max(0, $1.loss - threshold) } / (1 - cvarLevel)
    }.min()
    return (mean, cvar ?? 0)
  }
}
