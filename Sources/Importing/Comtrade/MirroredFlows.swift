/// A flow as one of the two countries reports it.
struct ResolvedFlow {
  var trade: ComtradeReport.Trade
  var tons: Double
  /// US dollars.
  var value: Double
  /// The importer reported it (CIF); else the exporter (FOB).
  var isImporters: Bool
  var place: FilePlace
}

/// Chooses between the importer's and the exporter's report of the same flow.
///
/// The importer's report counts, since imports are recorded by country of origin and exports by the last
/// known destination. The exporter's counts where the importer reports nothing or no weight; what the exporter
/// reports as re-exports is taken off, since it was not made there.
struct MirroredFlows {
  private(set) var flows: [ResolvedFlow] = []
  private(set) var summary: ImportSummary
  private let map: ImportMap

  init(_ reports: [ComtradeReport], map: ImportMap, summary: ImportSummary) {
    self.map = map
    self.summary = summary
    var byTrade: [ComtradeReport.Trade: [ComtradeReport.Flow: ComtradeReport]] = [:]
    for report in reports { byTrade[report.trade, default: [:]][report.flow] = report }
    for (trade, sides) in byTrade.sorted(by: { $0.key < $1.key }) {
      resolve(
        trade, imports: sides[.imports], exports: sides[.exports], reexports: sides[.reexports])
    }
  }

  private mutating func resolve(
    _ trade: ComtradeReport.Trade, imports: ComtradeReport?, exports: ComtradeReport?,
    reexports: ComtradeReport?
  ) {
    if let imports, let tons = imports.tons {
      keep(
        ResolvedFlow(trade, imports, tons: tons, value: imports.value),
        "as its importer reports it", imports)
      setAside(exports, "the exporter's report of a flow that its importer reports")
      setAside(reexports, "re-exports of a flow that its importer reports")
      compare(tons, exports)
    } else if let exports, let tons = exports.tons {
      setAside(imports, "the importer's report without a weight: the exporter's counts")
      take(trade, exports, tons: tons, reexports)
    } else {
      for report in [imports, exports, reexports].compactMap(\.self) {
        summary.count(.leftOut, "no weight: a value alone is not a quantity", at: report.place)
      }
    }
  }

  private mutating func take(
    _ trade: ComtradeReport.Trade, _ exports: ComtradeReport, tons: Double,
    _ reexports: ComtradeReport?
  ) {
    let (less, lessValue) = (reexports?.tons ?? 0, reexports?.value ?? 0)
    setAside(reexports, "re-exports, taken off the exporter's exports")
    guard tons > less else {
      summary.count(.leftOut, "exports that are all re-exports", at: exports.place)
      return
    }
    let value = max(0, exports.value - lessValue)
    keep(
      ResolvedFlow(trade, exports, tons: tons - less, value: value),
      "as its exporter reports it (no importer's weight)", exports)
  }

  private mutating func keep(_ flow: ResolvedFlow, _ reason: String, _ report: ComtradeReport) {
    let region = map.region(of: flow.trade.origin)
    guard region != map.region(of: flow.trade.destination) else {
      summary.count(.leftOut, "inside one region of the map (\(region))", at: report.place)
      return
    }
    flows.append(flow)
    summary.count(.kept, "a flow \(reason)", at: report.place)
    if report.isEstimated {
      summary.count(.note, "weight estimated by the UN", at: report.place)
    }
  }

  private mutating func setAside(_ report: ComtradeReport?, _ reason: String) {
    if let report { summary.count(.setAside, reason, at: report.place) }
  }

  private mutating func compare(_ tons: Double, _ exports: ComtradeReport?) {
    guard let exports, let other = exports.tons, max(tons, other) > 2 * min(tons, other) else {
      return
    }
    summary.count(
      .note, "importer's and exporter's weights differ by more than a factor of two",
      at: exports.place)
  }
}

extension ResolvedFlow {
  fileprivate init(
    _ trade: ComtradeReport.Trade, _ report: ComtradeReport, tons: Double, value: Double
  ) {
    self.init(
      trade: trade, tons: tons, value: value, isImporters: report.flow == .imports,
      place: report.place)
  }
}
