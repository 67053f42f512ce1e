/// The flows that a row is about, by the names in its cells. Rows with equal scopes are about the same flows.
struct TradeScope: Hashable {
  var commodity: CommodityGroupIndex
  var origin: RegionSetIndex
  var destination: RegionSetIndex
  var period: PeriodScope
}

/// Reads the four columns of a scope.
struct TradeScopeColumns {
  private var commodity: ReferenceColumn<CommodityGroupIndex>
  private var origin: ReferenceColumn<RegionSetIndex>
  private var destination: ReferenceColumn<RegionSetIndex>
  private var period: ReferenceColumn<PeriodScope>

  init(_ reader: TableReader, places: CompiledPlaces, goods: CompiledGoods, periods: PeriodNames) {
    commodity = reader.references("commodity", in: goods.anyNames)
    origin = reader.references("origin", in: places.anyNames)
    destination = reader.references("destination", in: places.anyNames)
    period = reader.references("period", in: periods.any)
  }

  /// Nil where a cell is wrong; the log has a note.
  mutating func read(_ row: Int) -> TradeScope? {
    let (what, when) = (commodity.required(row), period.scope(row))
    let (from, to) = (origin.required(row), destination.required(row))
    guard let what, let from, let to, let when else { return nil }
    return TradeScope(commodity: what, origin: from, destination: to, period: when)
  }
}
