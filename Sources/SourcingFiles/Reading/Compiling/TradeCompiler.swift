import Sourcing

/// Reads `quotas.csv`, `contracts.csv`, `history.csv` and `observed.csv`.
struct TradeCompiler {
  let source: TableSource
  let places: CompiledPlaces
  let goods: CompiledGoods
  let periods: PeriodNames

  func quotas() -> Table<Quota> {
    guard let reader = source.reader(.quotas) else { return [] }
    let (id, quantity) = (reader.column("quota"), reader.column("quantity"))
    var scopes = TradeScopeColumns(reader, places: places, goods: goods, periods: periods)
    var seen: [String: Set<TradeScope>] = [:]
    var quotas: Table<Quota> = []
    for row in reader.rows {
      let (name, most) = (id.identifier(row), quantity.number(row))
      let scope = scopes.read(row)
      guard let name, let scope else { continue }
      guard seen[name, default: []].insert(scope).inserted else {
        id.report(
          "the quota `\(name)` is given twice for the same commodity, origin, destination and period",
          row: row)
        continue
      }
      quotas.append(quota(name, scope, quantity: most))
    }
    return quotas
  }

  private func quota(_ name: String, _ scope: TradeScope, quantity: Double) -> Quota {
    let period: PeriodIndex? =
      switch scope.period {
      case .every: nil
      case .one(let period): period
      }
    return Quota(
      id: name, commodities: goods.sets[scope.commodity].members,
      origins: places.sets[scope.origin].members,
      destinations: places.sets[scope.destination].members, quantity: quantity, period: period)
  }

  func contracts() -> Table<Contract> {
    guard let reader = source.reader(.contracts) else { return [] }
    let horizon = periods.horizon
    let (id, quantity) = (reader.column("contract"), reader.column("quantity"))
    let (price, floor) = (reader.column("price"), reader.column("floor"))
    var commodity = reader.references("commodity", in: goods.commodityNames)
    var origin = reader.references("origin", in: places.regionNames)
    var destination = reader.references("destination", in: places.regionNames)
    var terms = IntervalColumns(reader, from: "starts", to: "ends", periods: periods)
    var names = NameIndex<Int>("contract")
    var contracts: Table<Contract> = []
    for row in reader.rows {
      let (name, least) = (names.define(id, row: row, as: row), quantity.number(row))
      let (paid, leastPaid) = (price.optional(row), floor.optional(row))
      let (from, to) = (origin.required(row), destination.required(row))
      let what = commodity.required(row)
      let term = terms.read(row)
      guard let name, let what, let from, let to, let term, horizon.count > 0 else { continue }
      contracts.append(
        Contract(
          id: name, commodity: what, origin: from, destination: to, quantity: least,
          periods: (term.first ?? .first)...(term.last ?? horizon.last), price: paid,
          floor: leastPaid))
    }
    return contracts
  }

  /// Observed flows of a table; the last row of a flow counts.
  func flows(in table: InstanceTable) -> [HistoricalFlow] {
    guard let reader = source.reader(table) else { return [] }
    var commodity = reader.references("commodity", in: goods.commodityNames)
    var origin = reader.references("origin", in: places.regionNames)
    var destination = reader.references("destination", in: places.regionNames)
    var period = reader.references("period", in: periods.single)
    let quantity = reader.column("quantity")
    var positionOf: [FlowKey: Int] = [:]
    var flows: [HistoricalFlow] = []
    for row in reader.rows {
      let (what, when) = (commodity.required(row), period.required(row))
      let (from, to) = (origin.required(row), destination.required(row))
      let amount = quantity.number(row)
      guard let what, let from, let to, let when else { continue }
      let key = FlowKey(commodity: what, origin: from, destination: to, period: when)
      if let position = positionOf[key] {
        flows[position].quantity = amount
        continue
      }
      positionOf[key] = flows.count
      flows.append(
        HistoricalFlow(
          commodity: what, origin: from, destination: to, period: when, quantity: amount))
    }
    return flows
  }
}
