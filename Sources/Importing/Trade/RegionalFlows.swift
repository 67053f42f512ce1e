import Foundation
import Tables

/// Flows between regions of the instance, in its units: those of countries and HS codes added up.
struct RegionalFlows {
  struct Key: Hashable, Comparable {
    var commodity: String
    var origin: String
    var destination: String
    var year: Int

    static func < (a: Self, b: Self) -> Bool {
      (a.commodity, a.year, a.origin, a.destination)
        < (b.commodity, b.year, b.origin, b.destination)
    }
  }

  struct Flow {
    /// In the commodity's unit.
    var quantity = 0.0
    /// The part of the quantity that is estimated.
    var estimated = 0.0
    /// The part of the quantity with a value.
    var priced = 0.0
    /// In the instance's money.
    var value = 0.0
    /// What is estimated, in words.
    var assumptions: Set<String> = []
    var codes: Set<String> = []
    var countImporters = 0
    var countExporters = 0
    /// A part of it is the sum of months.
    var isOfMonths = false
    /// The words for a source that reconciles the reports of both countries; nil: it has those reports.
    var reconciled: String?
    var first: FilePlace

    /// Money a unit of what has a value; nil if nothing has one.
    var unitValue: Double? { priced > 0 && value > 0 ? value / priced : nil }

    /// Where it comes from, for the table's `source`. It begins with `assumption:` if a part of the quantity is
    /// estimated.
    var source: String {
      guard estimated > 0 else { return reported }
      let share = String(format: "%.3g", 100 * min(1, estimated / quantity))
      let words = assumptions.sorted().prefix(2).joined(separator: "; ")
      return "assumption: \(share) % of the quantity is estimated (\(words)); \(reported)"
    }

    private var reported: String {
      let codes = codes.sorted().joined(separator: "+")
      let place = "\(first.file.lastPathPart):\(first.line)"
      if let reconciled { return "\(reconciled) \(codes), as reconciled, FOB; \(place)" }
      let reports =
        switch (countImporters, countExporters) {
        case (_, 0): "imports as reported, CIF"
        case (0, _): "exports as reported, FOB"
        default: "imports (CIF) and exports (FOB) as reported"
        }
      let months = isOfMonths ? ", sum of months" : ""
      return "UN Comtrade, HS \(codes), \(reports)\(months); \(place)"
    }
  }

  private(set) var flows: [(key: Key, flow: Flow)] = []
  private(set) var regionNames: [String: String] = [:]
  var summary: ImportSummary
  /// Where the figures come from.
  let dataset: TradeRecords.Source

  /// - Parameters:
  ///   - resolved: flows between countries.
  ///   - map: what countries are regions, and what codes commodities.
  ///   - money: the unit of the instance.
  ///   - dataset: where the figures come from.
  ///   - reconciled: the words for a file of a source that reconciles the reports of both countries; nil: it has those
  ///     reports.
  init(
    _ resolved: WeightEstimates, map: ImportMap, money: MoneyUnit,
    from dataset: TradeRecords.Source, reconciled: (String) -> String? = { _ in nil }
  ) {
    self.dataset = dataset
    summary = resolved.summary
    summary.setValues(resolved.account.shares(map))
    let items = map.itemsByCode
    var sums: [Key: Flow] = [:]
    for flow in resolved.flows {
      guard let item = items[flow.trade.code] else { continue }
      let (from, to) = (map.region(of: flow.trade.origin), map.region(of: flow.trade.destination))
      name(from, flow.trade.origin)
      name(to, flow.trade.destination)
      let key = Key(
        commodity: item.commodity, origin: from, destination: to, year: flow.trade.year)
      var sum = sums[key] ?? Flow(reconciled: reconciled(flow.place.file), first: flow.place)
      sum.quantity += flow.tons / item.unit.tons
      sum.estimated += flow.estimatedTons / item.unit.tons
      sum.priced += flow.pricedTons / item.unit.tons
      if let assumption = flow.assumption { sum.assumptions.insert(assumption) }
      sum.value += flow.value / money.rawValue
      sum.codes.insert(flow.trade.code)
      sum.countImporters += flow.isImporters || flow.isOfBoth ? 1 : 0
      if flow.isOfMonths { sum.isOfMonths = true }
      sum.countExporters += flow.isImporters ? 0 : 1
      sums[key] = sum
    }
    for (key, var flow) in sums.sorted(by: { $0.key < $1.key }) {
      flow.quantity = significant(flow.quantity)
      flows.append((key, flow))
    }
  }

  var years: [Int] { Array(Set(flows.map(\.key.year))).sorted() }

  var regions: [String] { regionNames.keys.sorted() }

  /// A country's name, or none for a region of several.
  private mutating func name(_ region: String, _ country: Country) {
    let isCountry = region == country.code && country.number > 0
    if regionNames[region] == nil || isCountry {
      regionNames[region] = isCountry ? country.name : regionNames[region] ?? ""
    }
  }
}
