import Foundation

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
    /// In the instance's money.
    var value = 0.0
    var codes: Set<String> = []
    var countImporters = 0
    var countExporters = 0
    var first: FilePlace

    /// Money a unit; nil if no value is told.
    var unitValue: Double? { quantity > 0 && value > 0 ? value / quantity : nil }

    /// Where it comes from, for the table's `source`.
    var source: String {
      let codes = codes.sorted().joined(separator: "+")
      let reports =
        switch (countImporters, countExporters) {
        case (_, 0): "imports as reported, CIF"
        case (0, _): "exports as reported, FOB"
        default: "imports (CIF) and exports (FOB) as reported"
        }
      return "UN Comtrade, HS \(codes), \(reports); \(fileName(first.file)):\(first.line)"
    }
  }

  private(set) var flows: [(key: Key, flow: Flow)] = []
  private(set) var regionNames: [String: String] = [:]
  var summary: ImportSummary

  init(_ resolved: MirroredFlows, map: ImportMap, money: MoneyUnit) {
    summary = resolved.summary
    var byCode: [String: ImportMap.Item] = [:]
    for item in map.items { for code in item.codes { byCode[code] = item } }
    var sums: [Key: Flow] = [:]
    for flow in resolved.flows {
      guard let item = byCode[flow.trade.code] else { continue }
      let (from, to) = (map.region(of: flow.trade.origin), map.region(of: flow.trade.destination))
      name(from, flow.trade.origin)
      name(to, flow.trade.destination)
      let key = Key(
        commodity: item.commodity, origin: from, destination: to, year: flow.trade.year)
      var sum = sums[key] ?? Flow(first: flow.place)
      sum.quantity += flow.tons / item.unit.tons
      sum.value += flow.value / money.rawValue
      sum.codes.insert(flow.trade.code)
      sum.countImporters += flow.isImporters ? 1 : 0
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
    let isCountry = region == country.code
    if regionNames[region] == nil || isCountry {
      regionNames[region] = isCountry ? country.name : regionNames[region] ?? ""
    }
  }
}

/// A number cut to nine digits, which is more than statistics know.
func significant(_ value: Double) -> Double { Double(String(format: "%.9g", value)) ?? value }
