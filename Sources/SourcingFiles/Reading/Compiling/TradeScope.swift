/// What a row about trade speaks of: names as they are given, so that two rows with one scope say the
/// same thing of the same flows.
struct TradeScope: Hashable {
  /// Index into the sets of ``CompiledGoods``.
  var commodity: Int
  /// Indices into the sets of ``CompiledPlaces``.
  var origin: Int
  var destination: Int
  var period: PeriodScope
}

/// Reads the four columns of a scope.
struct TradeScopeColumns {
  private var commodity: ReferenceColumn<Int>
  private var origin: ReferenceColumn<Int>
  private var destination: ReferenceColumn<Int>
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
