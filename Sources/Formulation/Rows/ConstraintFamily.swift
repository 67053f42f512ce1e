/// The kinds of constraint in planning, stress and sizing programs. A family's raw value is its name everywhere: the
/// prefix of its rows in an exported program, its entry in docs/formulation.md, and its golden text in the tests.
public enum ConstraintFamily: String, Sendable, CaseIterable {
  // The network of a plan.
  case supply
  case use
  case projectCapacity = "project_capacity"
  case projectSize = "project_size"
  case quota
  case maxDecline = "max_decline"
  case stock
  case programme

  // Goals.
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

  // One stress window.
  case stressCapacity = "stress_capacity"
  case stressFlow = "stress_flow"
  case stressStock = "stress_stock"
  case stressRelease = "stress_release"
  case stressSupply = "stress_supply"
  case stressUse = "stress_use"
  case stressQuota = "stress_quota"
  case sharingQuota = "sharing_quota"
  case sharingRights = "sharing_rights"
  case windowService = "window_service"

  // The sizes of stockpiles.
  case sizingService = "sizing_service"
  case outsidersLoss = "outsiders_loss"
  case largestStockCost = "largest_stock_cost"

  // Rows that are added while solving.
  case objective
  case costLimit = "cost_limit"
  case give
}
