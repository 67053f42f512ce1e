import Analysis

/// What all goals together cost home.
public struct HomeCost: Sendable {
  /// Home's bill of the plan, discounted.
  public let bill: Double
  /// The same of the plan without goals.
  public let without: Double

  /// - Parameters:
  ///   - bill: home's bill of the plan, discounted.
  ///   - without: the same of the plan without goals.
  public init(bill: Double, without: Double) {
    self.bill = bill
    self.without = without
  }

  /// The change that the goals make; 0 where it is rounding of the solver.
  var change: Double {
    PlanDifference(plan: bill, withoutGoals: without, partOf: max(abs(bill), abs(without)))
      .difference
  }
}
