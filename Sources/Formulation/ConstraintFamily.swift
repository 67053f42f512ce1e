/// The kinds of constraint in a planning LP. A family's raw value is its name everywhere: the file that
/// states it, the prefix of its rows in an exported LP, and its golden LP in the tests.
public enum ConstraintFamily: String, Sendable, CaseIterable {
  case supply
  case use
  case projectCapacity = "project_capacity"
  case projectSize = "project_size"
  case quota
  case maxDecline = "max_decline"
  case stock
  case programme
  case reliance
  case largestSource = "largest_source"
  case hhi
  case plusOne = "plus_one"
  case cover
  case service
  case capex
  case subsidy
  case cost
  case chain
  case resilience
  case risk
  case objective
}

/// Data that a plan must respect and that may be what makes it impossible: what an explanation can
/// leave out to see whether the rest holds together.
public enum ConstraintGroup: Hashable, Sendable {
  /// A hard goal, by its place in the model.
  case goal(Int)
  case contract(Int)
  case facilityMinimum(Int)
  /// Observed flows of a commodity into a destination.
  case history(commodity: Int, destination: Int)
  case budget(programme: Int)
  /// Quota rows under one id.
  case quota(String)
  /// Capacities of the lanes of a commodity; absent and closed lanes stay closed.
  case laneCapacity(commodity: Int)
  /// Capacities of the facilities and projects whose main output is the commodity.
  case producerCapacity(commodity: Int)
  case maxDecline
  /// Least, greatest and final levels of a stockpile.
  case stockLevels(Int)
}
