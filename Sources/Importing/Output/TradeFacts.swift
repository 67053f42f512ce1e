import SourcingFiles

/// The text tables of an instance by kind.
typealias TextTables = [InstanceTable: TextTable]

/// What the stubs of trade depend on, read from the tables of an instance: observed flows, unit values, producers.
struct TradeFacts {
  struct Lane: Hashable, Comparable {
    var commodity: String
    var origin: String
    var destination: String

    static func < (a: Self, b: Self) -> Bool {
      (a.commodity, a.origin, a.destination) < (b.commodity, b.origin, b.destination)
    }
  }

  struct Place: Hashable {
    var commodity: String
    var region: String
  }

  /// Observed flows between different regions.
  private var flows: [Lane: [Int: Double]] = [:]
  /// The lanes with flows in units by year, of each commodity, in order.
  private var lanes: [String: [(lane: Lane, years: [Int: Double])]] = [:]
  private var values: [Lane: Vintage] = [:]
  /// Where the unit values of each commodity come from.
  private var datasets: [String: Set<TradeRecords.Source>] = [:]
  /// The lanes of each commodity with a reported unit value in money/unit, in order.
  private(set) var unitValues: [String: [(lane: Lane, value: Vintage)]] = [:]
  /// Capacities of the producers that are no stubs.
  private(set) var producers: [Place: [Capacity]] = [:]
  /// Commodities that a process uses.
  private(set) var inputs: Set<String> = []

  struct Capacity {
    var usual: Double
    var byYear: [Int: Double]
    /// The capacity in a year, in units.
    func of(_ year: Int) -> Double { byYear[year] ?? usual }
  }

  init(_ tables: TextTables) {
    readHistory(tables[.history])
    readLanes(tables[.lanes])
    readProducers(tables)
    if let recipes = tables[.recipes] {
      for row in recipes.rows where recipes.cell(row, "role") == "input" {
        inputs.insert(recipes.cell(row, "commodity"))
      }
    }
    for (lane, years) in flows.sorted(by: { $0.key < $1.key }) {
      lanes[lane.commodity, default: []].append((lane, years))
    }
    for (lane, value) in values.sorted(by: { $0.key < $1.key }) {
      unitValues[lane.commodity, default: []].append((lane, value))
    }
  }

  private static func lane(_ table: TextTable, _ row: TextTable.Row) -> Lane {
    Lane(
      commodity: table.cell(row, "commodity"), origin: table.cell(row, "origin"),
      destination: table.cell(row, "destination"))
  }

  private mutating func readHistory(_ table: TextTable?) {
    guard let table else { return }
    for row in table.rows {
      let lane = Self.lane(table, row)
      guard lane.origin != lane.destination, let year = Int(table.cell(row, "period")),
        let quantity = table.number(row, "quantity")
      else { continue }
      flows[lane, default: [:]][year] = quantity
    }
  }

  private mutating func readLanes(_ table: TextTable?) {
    guard let table else { return }
    for row in table.rows {
      let source = table.cell(row, "source")
      guard !StubText.isWithoutValue(source), let value = Vintage(source: source) else { continue }
      let lane = Self.lane(table, row)
      values[lane] = value
      if let dataset = TradeRecords.Source(ofRow: source) {
        datasets[lane.commodity, default: []].insert(dataset)
      }
    }
  }

  private mutating func readProducers(_ tables: TextTables) {
    guard let facilities = tables[.facilities], let processes = tables[.processes] else { return }
    var outputs: [String: String] = [:]
    for row in processes.rows
    where !processes.cell(row, "source").hasPrefix(StubText.process) {
      outputs[processes.cell(row, "process")] = processes.cell(row, "output")
    }
    var byYear: [String: [Int: Double]] = [:]
    if let capacities = tables[.capacities] {
      for row in capacities.rows {
        guard let year = Int(capacities.cell(row, "period")),
          let capacity = capacities.number(row, "capacity")
        else { continue }
        byYear[capacities.cell(row, "facility"), default: [:]][year] = capacity
      }
    }
    for row in facilities.rows {
      guard let commodity = outputs[facilities.cell(row, "process")],
        let capacity = facilities.number(row, "capacity")
      else { continue }
      producers[
        Place(commodity: commodity, region: facilities.cell(row, "region")), default: []
      ].append(
        Capacity(usual: capacity, byYear: byYear[facilities.cell(row, "facility")] ?? [:]))
    }
  }

  // MARK: Figures

  func hasFlows(_ commodity: String) -> Bool { lanes[commodity] != nil }

  /// Where the unit values of a commodity come from. Rows that do not say it are of UN Comtrade.
  func datasets(_ commodity: String) -> Set<TradeRecords.Source> {
    datasets[commodity] ?? [.comtrade]
  }

  /// The capacity in a place and year, in units; 0 without a producer.
  func capacity(_ place: Place, _ year: Int) -> Double {
    (producers[place] ?? []).reduce(0) { $0 + $1.of(year) }
  }

  /// Sums of the flows of a commodity by year, for each region at one end of its lanes.
  func totals(_ commodity: String, at end: KeyPath<Lane, String>) -> [String: [Int: Double]] {
    var result: [String: [Int: Double]] = [:]
    for (lane, years) in lanes[commodity] ?? [] {
      for (year, quantity) in years where quantity > 0 {
        result[lane[keyPath: end], default: [:]][year, default: 0] += quantity
      }
    }
    return result
  }

  /// The median of the reported unit values of a commodity, in money/unit, and their number. Each lane counts with the
  /// latest year that has a value, and with its flow of that year.
  func medianUnitValue(_ commodity: String) -> (value: Double, count: Int)? {
    let lanes = (unitValues[commodity] ?? []).map { lane, vintage in
      (value: vintage.value, quantity: flows[lane]?[vintage.year] ?? 0)
    }
    return Importing.medianUnitValue(lanes).map { ($0, lanes.count) }
  }

  /// The region from which a region has bought most, at the unit values of the lanes; nil if it has bought nothing.
  func largestSupplier(of region: String) -> String? {
    var bought: [String: (value: Double, quantity: Double)] = [:]
    for (lane, years) in flows.sorted(by: { $0.key < $1.key }) where lane.destination == region {
      let quantity = years.values.sorted().reduce(0, +)
      let value = quantity * (values[lane]?.value ?? 0)
      let old = bought[lane.origin] ?? (0, 0)
      bought[lane.origin] = (old.value + value, old.quantity + quantity)
    }
    return bought.max {
      ($0.value.value, $0.value.quantity, $1.key) < ($1.value.value, $1.value.quantity, $0.key)
    }?.key
  }

  /// The region, one aside, whose producers of a commodity have the largest capacity.
  func largestProducer(of commodity: String, besides region: String?) -> String? {
    let capacities = producers.filter { $0.key.commodity == commodity && $0.key.region != region }
      .mapValues { $0.reduce(0) { $0 + $1.usual } }
    return capacities.max { ($0.value, $1.key.region) < ($1.value, $0.key.region) }?.key.region
  }
}
