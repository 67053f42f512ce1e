import Sourcing

/// The question of one planner's unilateral plan: its instance and its model, made from those of the joint plan.
///
/// Regions, commodities, processes, periods, projects, programmes and stockpiles have the indices of
/// ``CommonInstance/instance``; facilities too, followed by those that replace projects. Quotas, contracts and
/// goals have indices of their own.
struct PlannerQuestion {
  let common: CommonInstance
  let joint: Plan
  let aside: SetAside
  /// The position of the planner.
  let place: Int

  var planner: PlannerSet.Planner { common.planners.planners[place] }
  var firstOpen: PeriodIndex { common.firstOpen }
  /// The share that the planner may use of what is not set aside.
  func claim(_ period: PeriodIndex) -> Double { planner.claims[period] }
  func owns(_ region: RegionIndex) -> Bool { common.planners.planner[region] == place }
}
