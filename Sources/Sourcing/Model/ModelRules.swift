/// Rules that hold for models from files and from code.
extension Model {
  /// Why a plan cannot be made with the model's stress runs in it; nil if it can. Rights under `iep` and fairness
  /// under `max_min` depend on the plan.
  package var sharingProblem: String? {
    guard hasStressRuns, stress.sharing.dependsOnPlan else { return nil }
    return
      "resilience goals and risk cannot be planned under `iep` or `max_min`, whose rights depend on the plan; "
      + "use own, pooled or quota, and stress the plan under the other"
  }

  /// Why a plan cannot be made with the allocation of the model's stress runs in it; nil if it can. The program with
  /// a common share of a variable flow is not linear.
  package var allocationProblem: String? {
    guard hasStressRuns, stress.allocation == .proRata else { return nil }
    return
      "resilience goals and risk cannot be planned under `pro_rata`, which is not linear in the plan; "
      + "use efficient, and stress the plan under `pro_rata`"
  }

  /// Whether stress runs are a part of planning.
  private var hasStressRuns: Bool {
    risk != nil || goals.contains { if case .resilience = $0.kind { true } else { false } }
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
