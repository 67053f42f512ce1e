/// What the plans of one world have of some measures.
public struct WorldValues: Sendable, Hashable {
  /// How planning a world ended.
  public enum Ending: String, Sendable, Hashable, Codable {
    /// There is a plan.
    case planned = "planned"
    /// No plan meets the goals and the data.
    case noPlan = "no plan"
    /// The time limit came first.
    case timeLimit = "time limit"
  }

  /// How planning ended.
  public var ending: Ending
  /// The values of the measures, in their order; nil without a plan, or where the plan has no such figure.
  public var values: [Double?]

  /// Values of a world. The properties describe the parameters.
  public init(_ ending: Ending, _ values: [Double?]) {
    self.ending = ending
    self.values = values
  }

  /// A world without a plan.
  ///
  /// - Parameters:
  ///   - ending: why there is none.
  ///   - count: the number of measures.
  public init(without ending: Ending, count: Int) {
    self.init(ending, Array(repeating: nil, count: count))
  }

  /// Whether there is a plan.
  public var hasPlan: Bool { ending == .planned }
}
