/// Chooses between the importer's and the exporter's report of the same flow.
///
/// The importer's report counts, since imports are recorded by country of origin and exports by the last
/// known destination. The exporter's counts where the importer reports nothing or no weight; what the exporter
/// reports as re-exports is taken off, since it was not made there. If the importer reports a value without a weight
/// that is more than twice or less than half that of the exporter, the exporter's report is only good for a unit
/// value: the weight is the importer's value divided by it. If the exporter reports a weight without a value, the flow
/// has the importer's value.
struct MirroredFlows {
  private(set) var flows: [ResolvedFlow] = []
  private(set) var summary: ImportSummary
  private(set) var account: ValueAccount
  private let map: ImportMap

  var resolved: ResolvedFlows {
    ResolvedFlows(flows: flows, summary: summary, account: account)
  }

  init(_ reports: CombinedReports, map: ImportMap) {
    self.map = map
    summary = reports.summary
    account = reports.account
    for (trade, sides) in reports.sides.sorted(by: { $0.key < $1.key }) { resolve(trade, sides) }
  }

  private mutating func resolve(_ trade: CountryTrade, _ sides: CombinedReports.Sides) {
    let (imports, exports, reexports) = (sides[.imports], sides[.exports], sides[.reexports])
    if let imports, imports.tons != nil || exports == nil {
      keep(trade, imports, isImporters: true, "as its importer reports it")
      setAside(exports, "the exporter's report of a flow that its importer reports")
      setAside(reexports, "re-exports of a flow that its importer reports")
      compare(imports, exports)
    } else if let exports {
      resolve(trade, imports, exports, reexports)
    } else if let reexports {
      count(.leftOut, "re-exports of exports that the files lack", reexports.places)
    }
  }

  /// A flow for which the importer reports nothing, or a value without a weight.
  private mutating func resolve(
    _ trade: CountryTrade, _ imports: TradeSide?, _ exports: TradeSide,
    _ reexports: TradeSide?
  ) {
    guard
      case .part(let domestic, let remark) = DomesticExports(
        exports: exports, reexports: reexports)
    else {
      setAside(reexports, "re-exports, taken off the exporter's exports")
      if let imports {
        keep(trade, imports, isImporters: true, "as its importer reports it")
        setAside(exports, "exports that are all re-exports")
      } else {
        count(.leftOut, "exports that are all re-exports", exports.places)
      }
      return
    }
    guard domestic.tons != nil else {
      setAside(reexports, "re-exports, taken off the exporter's exports")
      if let imports {
        keep(trade, imports, isImporters: true, "as its importer reports it")
        setAside(exports, "the exporter's report of a flow that its importer reports")
      } else {
        keep(
          trade, domestic, isImporters: false, "as its exporter reports it (no importer's weight)")
      }
      return
    }
    setAside(
      reexports,
      remark == .nothingKnown
        ? "re-exports without a figure to compare: nothing is taken off"
        : "re-exports, taken off the exporter's exports")
    if let remark { count(.note, remark.text, Array(exports.places.prefix(1))) }
    if let imports, domestic.value > 0, isFar(imports.total, domestic.total) {
      keep(trade, imports, usdATon: domestic.value / domestic.pricedTons)
      setAside(
        exports, "the exporter's report: only its unit value counts, its value is too different")
      return
    }
    let assumption = remark.flatMap { $0.isAboutWeight ? $0.text : nil }
    let reason = "as its exporter reports it (no importer's weight)"
    if let imports, domestic.total <= 0 {
      setAside(
        imports,
        "the importer's report without a weight: only its value counts, with the exporter's weight")
      keep(
        trade, domestic.priced(imports.total), isImporters: false, reason,
        importersValue: imports.total, isOfBoth: true, assumption: assumption)
      return
    }
    setAside(imports, "the importer's report without a weight: the exporter's counts")
    keep(
      trade, domestic, isImporters: false, reason, importersValue: imports?.total,
      assumption: assumption)
  }

  private func isFar(_ a: Double, _ b: Double) -> Bool {
    a > 0 && b > 0 && max(a, b) > 2 * min(a, b)
  }

  // MARK: Fates

  /// - Parameter importersValue: what the importer reports, by which the account counts the flow; nil: the value of the
  ///   side.
  private mutating func keep(
    _ trade: CountryTrade, _ side: TradeSide, isImporters: Bool, _ reason: String,
    importersValue: Double? = nil, isOfBoth: Bool = false, assumption: String? = nil
  ) {
    let importers = isImporters ? side.total : importersValue
    guard let place = side.places.min(), isBetweenRegions(trade, side, importers: importers)
    else { return }
    let counted = importersValue.map { $0 > 0 && side.total > 0 ? $0 / side.total : 1 } ?? 1
    var flow = ResolvedFlow(
      trade: trade, tons: side.tons ?? 0, pricedTons: side.pricedTons, value: side.value,
      weightless: side.weightless, isImporters: isImporters, isOfBoth: isOfBoth, counted: counted,
      unweighed: side.unweighed, assumption: assumption, place: place)
    if assumption != nil { flow.estimatedTons = flow.tons }
    flow.isOfMonths = side.isOfMonths
    flows.append(flow)
    count(.kept, "a flow \(reason)", side.weighed)
    count(.note, "weight estimated by the UN", side.estimated)
    if importers == nil { account.addExporters(side.total, trade, at: place) }
    if assumption == nil {
      account.addWeighed(side.value * counted, trade, at: place)
    } else {
      account.addEstimated(side.value * counted, trade, at: place)
    }
  }

  private mutating func keep(
    _ trade: CountryTrade, _ imports: TradeSide, usdATon unitValue: Double
  ) {
    guard let place = imports.places.min(),
      isBetweenRegions(trade, imports, importers: imports.total)
    else { return }
    let weight = imports.total / unitValue
    flows.append(
      ResolvedFlow(
        trade: trade, tons: weight, pricedTons: weight, value: imports.total, weightless: 0,
        isImporters: true, isOfMonths: imports.isOfMonths, unweighed: [],
        assumption: "the importer's value without a weight, at the unit value of the exporter",
        estimatedTons: weight, place: place))
    count(.kept, WeightEstimates.reason, imports.unweighed)
    account.addEstimated(imports.total, trade, at: place)
  }

  /// - Parameter importers: the value that the importer reports, in US dollars; nil: it reports nothing.
  private mutating func isBetweenRegions(
    _ trade: CountryTrade, _ side: TradeSide, importers: Double?
  ) -> Bool {
    let region = map.region(of: trade.origin)
    guard region == map.region(of: trade.destination) else { return true }
    count(.leftOut, "inside one region of the map (\(region))", side.places)
    if let importers {
      account.addInside(importers, trade)
    } else {
      account.addInsideOfExporters(side.total, trade)
    }
    return false
  }

  private mutating func count(_ fate: ImportSummary.Fate, _ reason: String, _ places: [FilePlace]) {
    for place in places { summary.count(fate, reason, at: place) }
  }

  private mutating func setAside(_ side: TradeSide?, _ reason: String) {
    count(.setAside, reason, side?.places ?? [])
  }

  private mutating func compare(_ imports: TradeSide, _ exports: TradeSide?) {
    guard let exports, let own = imports.tons, let other = exports.tons, isFar(own, other) else {
      return
    }
    count(
      .note, "importer's and exporter's weights differ by more than a factor of two",
      Array(exports.places.prefix(1)))
  }
}
