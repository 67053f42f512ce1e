public import Statistics

/// Which assumptions decide the figures of the options of a study: Sobol indices over the worlds that it samples for them.
public struct StudyIndices: Sendable {
  /// The indices of one measure of one option.
  public struct Found: Sendable {
    /// The option.
    public var policy: Robustness.Policy
    /// The measure.
    public var measure: PlanMeasure
    /// For each assumption of the worlds. All are nil if the measure has no value in some world, which are counted.
    public var indices: SobolIndices
  }

  /// How each assumption was drawn.
  public let worlds: DrawnWorlds?
  /// In the order of options and coordination of the study, then of the measures. The change of the first option against
  /// itself is left out.
  public private(set) var found: [Found] = []

  /// Works out the indices of a study; there are none if it has no worlds for them.
  ///
  /// - Parameters:
  ///   - comparison: the runs.
  ///   - measures: the measures; nil: all that some run has.
  public init(_ comparison: Comparison, of measures: [PlanMeasure]? = nil) {
    worlds = comparison.worlds
    let records = comparison.records.filter(\.isForIndices)
    guard let worlds, worlds.sobol > 0, !records.isEmpty else { return }
    let (design, names) = (worlds.design, worlds.sobolNames)
    let measures = measures ?? comparison.measures
    for (policy, records) in StudyBoxes.byPolicy(records) {
      let runs = Dictionary(
        records.map { ($0.variation, $0) }, uniquingKeysWith: { first, _ in first })
      for measure in measures where !measure.isChange || policy.option != comparison.firstOption {
        let values = names.map { name in
          runs[name].flatMap { comparison.value(of: measure, in: $0) }
        }
        found.append(
          Found(policy: policy, measure: measure, indices: design.indices(of: values)))
      }
    }
  }
}
