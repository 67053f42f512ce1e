public import Sourcing

/// Data or a goal that an explanation can leave out of a program, to see whether the rest has a plan.
public enum ConstraintGroup: Hashable, Sendable {
  /// A hard goal, by its place in the model.
  case goal(GoalIndex)
  /// The least flow of one contract.
  case contract(ContractIndex)
  /// The minimum min(q,t) of one facility, in all periods.
  case facilityMinimum(FacilityIndex)
  /// Observed flows of a commodity into a destination.
  case history(commodity: CommodityIndex, destination: RegionIndex)
  /// The budget of one programme.
  case budget(programme: ProgrammeIndex)
  /// Quota rows under one id.
  case quota(String)
  /// Capacities of the lanes of a commodity; absent and closed lanes stay closed.
  case laneCapacity(commodity: CommodityIndex)
  /// Capacities of the facilities and projects whose main output is the commodity.
  case producerCapacity(commodity: CommodityIndex)
  /// The option `max_decline`, in all its rows.
  case maxDecline
  /// The option `others_keep`, for all flows.
  case othersKeep
  /// Least, greatest and final levels of a stockpile.
  case stockLevels(StockpileIndex)
}
