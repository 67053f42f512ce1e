/// For what money of a bill is spent: the categories of cost, and transfers between regions.
public enum BillCategory: String, Sendable, Codable, CaseIterable {
  /// Unit costs of producers.
  case production
  /// Unit costs of lanes.
  case transport
  /// Tariffs on flows.
  case tariff
  /// Costs of holding stock.
  case holding
  /// Worth of demand that is not served.
  case shortage
  /// Annuities of the orders in operation.
  case capital
  /// What is paid above or below cost under contracts with a price; all bills together have 0 of it.
  case contract

  /// The category of cost that it is; nil for a transfer.
  public var cost: CostCategory? { CostCategory(rawValue: rawValue) }
}
