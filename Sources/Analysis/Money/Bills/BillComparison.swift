/// The bills of a plan beside those of the plan without goals.
public struct BillComparison: Sendable {
  /// The bills of the plan.
  public let plan: Bills
  /// The bills of the plan without goals; nil if there is no such plan.
  public let withoutGoals: Bills?

  /// Computes and checks the bills.
  ///
  /// - Parameters:
  ///   - view: the plan.
  ///   - withoutGoals: the plan without goals, of the same instance; nil if there is none.
  /// - Throws: ``BillMismatch`` if bills do not add up to the cost of their plan.
  public init(_ view: PlanView, withoutGoals: PlanView? = nil) throws(BillMismatch) {
    plan = try Bills(checked: view)
    guard let withoutGoals else {
      self.withoutGoals = nil
      return
    }
    self.withoutGoals = try Bills(checked: withoutGoals)
  }
}
