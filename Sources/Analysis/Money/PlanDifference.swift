/// A figure of a plan beside the same figure of the plan without goals.
public struct PlanDifference: Sendable, Hashable {
  /// Of the plan.
  public let plan: Double
  /// Of the plan without goals.
  public let withoutGoals: Double

  /// What both figures are a part of; nil if they are no parts.
  private let whole: Double?

  /// plan − withoutGoals: what is due to the goals. 0 if it is rounding, because two solves differ by that: at most
  /// ``toleranceOfWhole`` of the whole that both are a part of, or, without a whole, at most ``tolerance`` of the
  /// larger of the two.
  public var difference: Double {
    let difference = plan - withoutGoals
    let least =
      whole.map { Self.toleranceOfWhole * abs($0) }
      ?? Self.tolerance * max(abs(plan), abs(withoutGoals))
    return abs(difference) <= least ? 0 : difference
  }

  /// The share of a figure up to which a difference is rounding.
  public static let tolerance = 1e-6
  /// The share of a whole, such as the total cost, up to which a difference of its parts is rounding.
  public static let toleranceOfWhole = 1e-9

  /// A figure of two plans.
  ///
  /// - Parameters:
  ///   - plan: its value in the plan.
  ///   - withoutGoals: its value in the plan without goals.
  ///   - whole: what both are a part of, such as the total cost of a category or a bill; nil if they are no parts.
  public init(plan: Double, withoutGoals: Double, partOf whole: Double? = nil) {
    self.plan = plan
    self.withoutGoals = withoutGoals
    self.whole = whole
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
