public import Sourcing

/// Data or a goal that an explanation can leave out of a program, to see whether the rest has a plan.
public enum ConstraintGroup: Hashable, Sendable {
  /// A hard goal, by its place in the model.
  case goal(GoalIndex)
  case contract(ContractIndex)
  case facilityMinimum(FacilityIndex)
  /// Observed flows of a commodity into a destination.
  case history(commodity: CommodityIndex, destination: RegionIndex)
  case budget(programme: ProgrammeIndex)
  /// Quota rows under one id.
  case quota(String)
  /// Capacities of the lanes of a commodity; absent and closed lanes stay closed.
  case laneCapacity(commodity: CommodityIndex)
  /// Capacities of the facilities and projects whose main output is the commodity.
  case producerCapacity(commodity: CommodityIndex)
  case maxDecline
  /// Least, greatest and final levels of a stockpile.
  case stockLevels(StockpileIndex)
}
