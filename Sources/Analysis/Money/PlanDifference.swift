/// A figure of a plan beside the same figure of the plan without goals.
public struct PlanDifference: Sendable, Hashable {
  /// Of the plan.
  public let plan: Double
  /// Of the plan without goals.
  public let withoutGoals: Double

  /// plan − withoutGoals: what is due to the goals. 0 if it is no more than ``tolerance`` of the larger of the two,
  /// because two solves differ by rounding.
  public var difference: Double {
    let difference = plan - withoutGoals
    return abs(difference) <= Self.tolerance * max(abs(plan), abs(withoutGoals)) ? 0 : difference
  }

  /// The share of a figure below which a difference is rounding.
  public static let tolerance = 1e-6

  /// A figure of two plans.
  ///
  /// - Parameters:
  ///   - plan: its value in the plan.
  ///   - withoutGoals: its value in the plan without goals.
  public init(plan: Double, withoutGoals: Double) {
    self.plan = plan
    self.withoutGoals = withoutGoals
  }

  /// The sum of a figure over the elements of two lists.
  init<Element>(
    _ plan: [Element], _ withoutGoals: [Element], _ figure: (Element) -> Double
  ) {
    self.init(
      plan: plan.reduce(0) { $0 + figure($1) },
      withoutGoals: withoutGoals.reduce(0) { $0 + figure($1) })
  }

  /// part / whole; 0 of a whole of 0.
  static func ratio(_ part: Double, _ whole: Double) -> Double { whole == 0 ? 0 : part / whole }
}
