public import Sourcing

/// What to order now: which orders up to a period are best for all worlds of a study.
public struct HedgeQuestion: Sendable {
  /// What the orders are good for.
  public enum Criterion: String, Sendable, CaseIterable {
    /// The largest regret over all worlds is least; of such orders, those with the least expected cost.
    case regret
    /// The expected cost is least.
    case expected
  }

  /// The study, whose variations and sampled worlds are the worlds.
  public var study: Study
  /// Place of the option whose model is planned.
  public var option: Int
  /// The last period whose orders are the same in all worlds; nil: no orders are.
  public var until: PeriodIndex?
  /// What the orders are good for.
  public var criterion: Criterion

  /// A question. The properties describe the parameters.
  public init(study: Study, option: Int, until: PeriodIndex?, criterion: Criterion = .regret) {
    self.study = study
    self.option = option
    self.until = until
    self.criterion = criterion
  }

  /// The worlds: `as-is`, the variations of the study, and its sampled worlds, each with one plan for all regions.
  var runs: [StudyRun] {
    let count = study.variations.count + (study.worlds?.sample.count ?? 0)
    return (0..<count).map { variation in
      var run = StudyRun(option: option, variation: variation, coordination: .joint, name: "")
      run.name = study.variationName(of: run)
      return run
    }
  }

  /// How likely each world is. Given probabilities stand; worlds without one share the rest equally.
  var probabilities: [Double] {
    let given = runs.map { study.isSampled($0) ? nil : study.variations[$0.variation].probability }
    let rest = max(0, 1 - given.reduce(0) { $0 + ($1 ?? 0) })
    let open = given.count { $0 == nil }
    return given.map { $0 ?? rest / Double(open) }
  }
}
