/// The stock of one member and commodity under one arrangement of sharing: a row of `stockpile_members.csv`.
public struct StockpileMemberRow: Sendable {
  /// The arrangement.
  public var sharing: String
  /// Id of the member.
  public var region: String
  /// Id of the commodity.
  public var commodity: String
  /// Name of the member for people.
  public var member: String
  /// Name of the commodity for people, with its unit.
  public var stocked: String
  /// Units.
  public var stock: Double
  /// Cost of holding it, money a year.
  public var cost: Double

  /// - Parameters:
  ///   - sharing: the arrangement.
  ///   - region: id of the member.
  ///   - commodity: id of the commodity.
  ///   - member: name of the member for people.
  ///   - stocked: name of the commodity for people, with its unit.
  ///   - stock: units.
  ///   - cost: cost of holding it, money a year.
  public init(
    sharing: String, region: String, commodity: String, member: String, stocked: String,
    stock: Double, cost: Double
  ) {
    self.sharing = sharing
    self.region = region
    self.commodity = commodity
    self.member = member
    self.stocked = stocked
    self.stock = stock
    self.cost = cost
  }

  /// Rows as a picture's data.
  static func data(_ rows: [StockpileMemberRow], money: String) -> PictureData {
    var data = PictureData(
      of: "stockpile_members",
      columns: [
        .init("_member", "member"), .init("sharing", "sharing"), .init("_stocked", "stock of"),
        .init("stock", "stock, units"), .init("stock_cost", "stock cost, \(money) a year"),
        .init("region", "id"), .init("commodity", "commodity"),
      ])
    for row in rows {
      data.add([
        .text(row.member), .text(row.sharing), .text(row.stocked), .number(row.stock),
        .number(row.cost), .text(row.region), .text(row.commodity),
      ])
    }
    return data
  }
}
