/// Rules that hold for models from files and from code.
extension Model {
  /// Why a plan cannot be made with the model's stress runs in it; nil if it can. Rights under `iep` and fairness
  /// under `max_min` depend on the plan.
  package var sharingProblem: String? {
    let hasStressRuns =
      risk != nil || goals.contains { if case .resilience = $0.kind { true } else { false } }
    guard hasStressRuns, stress.sharing.dependsOnPlan else { return nil }
    return
      "resilience goals and risk cannot be planned under `iep` or `max_min`, whose rights depend on the plan; "
      + "use own, pooled or quota, and stress the plan under the other"
  }
}

extension Instance {
  /// Whether no commodity of a group has a price above 0 in some of the periods, so that values cannot be added up.
  package func isPriceless(_ group: CommodityGroup, in periods: [PeriodIndex]) -> Bool {
    periods.contains { period in
      group.members.allSatisfy { commodities[$0].price[period] == 0 }
    }
  }
}
