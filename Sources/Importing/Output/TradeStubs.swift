import SourcingFiles
import Tables

/// The rows that a plan needs beside observed flows, made from all flows of an instance and marked as assumptions:
/// exporters without producers get facilities, imports are the demand.
struct TradeStubs {
  let facts: TradeFacts
  let commodities: [String]
  private let userDemand: UserDemand
  private var excesses: [String: [(region: String, excess: Excess)]] = [:]
  private var imports: [String: [(region: String, years: [(Int, Double)])]] = [:]

  /// - Parameter commodities: those that the stubs are for.
  init(_ tables: TextTables, commodities: Set<String>) {
    facts = TradeFacts(tables)
    self.commodities = commodities.sorted()
    userDemand = UserDemand(tables)
    for commodity in commodities {
      excesses[commodity] = findExcesses(commodity)
      imports[commodity] = findImports(commodity)
    }
  }

  var all: [ImportedTable] { [processes, facilities, lanes, demands] }

  // MARK: Supply

  /// What an exporter sends beyond the capacity of its producers.
  struct Excess {
    var quantity: Double
    var year: Int
    var exports: Double
    /// 0 without a producer.
    var capacity: Double
  }

  /// The largest excess of the years, by region in order.
  func excesses(_ commodity: String) -> [(region: String, excess: Excess)] {
    excesses[commodity] ?? []
  }

  private func findExcesses(_ commodity: String) -> [(region: String, excess: Excess)] {
    facts.totals(commodity, at: \.origin).sorted { $0.key < $1.key }.compactMap { region, years in
      let place = TradeFacts.Place(commodity: commodity, region: region)
      let excesses = years.sorted { $0.key < $1.key }.map { year, exports in
        let capacity = facts.capacity(place, year)
        return Excess(
          quantity: exports - capacity, year: year, exports: exports, capacity: capacity)
      }
      guard let most = excesses.max(by: { $0.quantity < $1.quantity }),
        most.quantity > 1e-9 * most.exports
      else { return nil }
      return (region, most)
    }
  }

  private var processes: ImportedTable {
    var table = ImportedTable.processes()
    for commodity in commodities where !excesses(commodity).isEmpty {
      table.add(
        StubText.process(of: commodity), "supply", commodity,
        "\(StubText.process); replace it by processes and recipes")
    }
    return table
  }

  private var facilities: ImportedTable {
    var table = ImportedTable.facilities(.mustAgree(["process", "region", "capacity"]))
    for commodity in commodities {
      for (region, excess) in excesses(commodity) {
        table.add(
          "\(commodity)_\(region)", StubText.process(of: commodity), region,
          sumText(excess.quantity), "0",
          "\(StubText.facility)\(beyond(excess)); costs are in the unit values of lanes")
      }
    }
    return table
  }

  private func beyond(_ excess: Excess) -> String {
    guard excess.capacity > 0 else { return "" }
    let numbers = [excess.exports, excess.capacity].map { DecimalNumber.text(significant($0)) }
    return
      " beyond the capacity of the producers (\(excess.year): exports \(numbers[0]), capacity \(numbers[1]))"
  }

  // MARK: Use

  /// Imports by region and year, of the regions whose demand is not the user's in all periods.
  private func imports(_ commodity: String) -> [(region: String, years: [(Int, Double)])] {
    imports[commodity] ?? []
  }

  private func findImports(_ commodity: String) -> [(region: String, years: [(Int, Double)])] {
    guard !userDemand.isAll(of: commodity) else { return [] }
    return facts.totals(commodity, at: \.destination).filter { region, _ in
      !userDemand.isAll(of: TradeFacts.Place(commodity: commodity, region: region))
    }.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted { $0.key < $1.key }) }
  }

  private var demands: ImportedTable {
    var table = ImportedTable.demands(.mustAgree(["quantity", "shortage_cost"]))
    for commodity in commodities {
      let median = facts.medianUnitValue(commodity)
      let cost = DecimalNumber.text(significant(10 * (median?.value ?? 100)))
      let note =
        median.map {
          "\(StubText.demand); shortage cost is ten times the median unit value of \(Self.lanes($0.count)), weighted by trade"
        }
        ?? "\(StubText.demand); shortage cost not known: no unit value is reported, 1000 stands in"
      for (region, years) in imports(commodity) {
        guard let last = years.last else { continue }
        table.add(region, commodity, "*", sumText(last.1), cost, note)
        let place = TradeFacts.Place(commodity: commodity, region: region)
        for (year, quantity) in years.dropLast() where !userDemand.covers(place, year) {
          table.add(region, commodity, String(year), sumText(quantity), cost, note)
        }
      }
    }
    return table
  }

  /// Demand is imports only, so what is made in a region must not serve it.
  private var lanes: ImportedTable {
    var table = ImportedTable.lanes(.keepsOld)
    for commodity in commodities where !facts.inputs.contains(commodity) {
      let exporters = Set(facts.totals(commodity, at: \.origin).keys)
      let makers = facts.producers.keys.filter { $0.commodity == commodity }.map(\.region)
      for (region, _) in imports(commodity) where exporters.union(makers).contains(region) {
        table.add(
          commodity, region, region, "", "0", "0",
          "\(StubText.closedLane) and what is made here is exported")
      }
    }
    return table
  }

  // MARK: Values

  /// The median unit value of a commodity and its source; nil if no lane has a value.
  func price(_ commodity: String, money: MoneyUnit) -> (text: String, source: String)? {
    facts.medianUnitValue(commodity).map { median in
      (
        DecimalNumber.text(median.value),
        "\(StubText.price(facts.datasets(commodity)))\(Self.lanes(median.count)), weighted by trade, in \(money.words) a unit"
      )
    }
  }

  static func lanes(_ count: Int) -> String { count == 1 ? "1 lane" : "\(count) lanes" }

  /// Whether the demand of a commodity is made of its imports, at least in part.
  func hasDemand(_ commodity: String) -> Bool { !imports(commodity).isEmpty }

  /// The unit cost of lanes without a reported value, and its source.
  func standIn(_ commodity: String) -> (cost: String, source: String) {
    let median = facts.medianUnitValue(commodity)?.value
    return (DecimalNumber.text(median ?? 0), StubText.withoutValue(commodity, median))
  }

  /// The region that home relies on most: its largest supplier, else the largest producer of a commodity.
  func rival(of home: String, focus: String?) -> String? {
    facts.largestSupplier(of: home)
      ?? focus.flatMap { facts.largestProducer(of: $0, besides: home) }
  }
}
