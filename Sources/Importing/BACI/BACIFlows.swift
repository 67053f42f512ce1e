/// Makes flows between the regions of a map of the rows of BACI.
enum BACIFlows {
  /// Why a row is kept, for the summary.
  static let reason = "a flow, as BACI reconciles it"

  /// The flows. Rows without a weight are counted where it is estimated: ``WeightEstimates``.
  ///
  /// - Parameters:
  ///   - rows: one for each flow.
  ///   - reader: the reader of the rows.
  ///   - map: the map with the codes of the rows.
  static func resolved(_ rows: [BACIRow], _ reader: BACIReader, map: ImportMap) -> ResolvedFlows {
    var found = ResolvedFlows(flows: [], summary: reader.summary, account: ValueAccount())
    for row in rows {
      let place = reader.place(of: row)
      let trade = CountryTrade(
        code: HSCode.text(row.code), origin: reader.country(row.exporter),
        destination: reader.country(row.importer), year: row.year)
      if let reason = row.objection(trade.origin == trade.destination) {
        found.summary.count(.leftOut, reason, at: place)
        continue
      }
      let value = row.value ?? 0
      found.account.addRead(value, ValueAccount.Source(trade), at: place)
      let region = map.region(of: trade.origin)
      guard region != map.region(of: trade.destination) else {
        found.summary.count(.leftOut, "inside one region of the map (\(region))", at: place)
        found.account.addInside(value, trade)
        continue
      }
      if row.tons != nil {
        found.summary.count(.kept, reason, at: place)
        found.account.addWeighed(value, trade, at: place)
      }
      found.flows.append(
        ResolvedFlow(
          trade: trade, tons: row.tons ?? 0, pricedTons: row.value == nil ? 0 : row.tons ?? 0,
          value: row.tons == nil ? 0 : value, weightless: row.tons == nil ? value : 0,
          isImporters: true, unweighed: row.tons == nil ? [place] : [], place: place))
    }
    return found
  }
}

extension BACIRow {
  /// Why a row is no flow; nil if it is one.
  ///
  /// - Parameter isOwn: whether exporter and importer are one country.
  func objection(_ isOwn: Bool) -> String? {
    if isOwn { return "from a country to itself" }
    return value == nil && tons == nil ? "neither weight nor value" : nil
  }
}
