import Sourcing
import Tables

/// Reads a plan from its tables: allocation, production, investments, stocks and shortages. Flows that the
/// allocation leaves out are 0.
struct StoredPlanReader {
  let folder: String
  let instance: Instance
  let model: Model
  let log: ProblemLog
  private let producers: Producers
  private let periods: [String: PeriodIndex]
  private let regions: [String: RegionIndex]
  private let commodities: [String: CommodityIndex]

  init(folder: String, instance: Instance, model: Model, log: ProblemLog) {
    self.folder = folder
    self.instance = instance
    self.model = model
    self.log = log
    producers = Producers(instance: instance, projects: model.projects)
    periods = Self.indices(of: instance.horizon.periods, by: \.label)
    regions = Self.indices(of: instance.regions, by: \.id)
    commodities = Self.indices(of: instance.commodities, by: \.id)
  }

  private static func indices<Element>(of table: Table<Element>, by id: KeyPath<Element, String>)
    -> [String: TypedIndex<Element>]
  {
    Dictionary(
      table.indexed().map { ($0.element[keyPath: id], $0.index) },
      uniquingKeysWith: { first, _ in first })
  }

  func plan() -> Plan {
    let (orders, isOrdered) = readOrders()
    return Plan(
      flows: readFlows(), activity: readActivity(), orders: orders, isOrdered: isOrdered,
      stocks: readStocks(), shortages: readShortages())
  }

  // MARK: Tables

  private func readFlows() -> [Plan.Flow] {
    var flows: [Plan.Flow] = []
    forEachRow(of: "allocation", ["period", "commodity", "origin", "destination", "quantity"]) {
      guard let period = $0.index("period", periods),
        let commodity = $0.index("commodity", commodities),
        let origin = $0.index("origin", regions),
        let destination = $0.index("destination", regions), let quantity = $0.number("quantity")
      else { return }
      let key = FlowKey(
        commodity: commodity, origin: origin, destination: destination, period: period)
      flows.append(Plan.Flow(key: key, quantity: quantity))
    }
    return flows.sorted { $0.key < $1.key }
  }

  private func readActivity() -> IndexedArray<Producers.Producer, PerPeriod<Double>> {
    var activity = producers.all.mapped { _ in aPeriod(0.0) }
    let ids = Self.indices(of: producers.all, by: \.id)
    forEachRow(of: "production", ["period", "producer", "quantity"]) {
      guard let period = $0.index("period", periods), let producer = $0.index("producer", ids),
        let quantity = $0.number("quantity")
      else { return }
      activity[producer][period] = quantity
    }
    return activity
  }

  private func readOrders() -> (
    IndexedArray<Project, PerPeriod<Double>>, IndexedArray<Project, PerPeriod<Bool>>
  ) {
    var orders = instance.projects.mapped { _ in aPeriod(0.0) }
    var isOrdered = instance.projects.mapped { _ in aPeriod(false) }
    let ids = Self.indices(of: instance.projects, by: \.id)
    forEachRow(of: "investments", ["period", "project", "capacity", "fixed_cost"]) {
      guard let period = $0.index("period", periods), let project = $0.index("project", ids),
        let capacity = $0.number("capacity"), let fixed = $0.number("fixed_cost")
      else { return }
      orders[project][period] = capacity
      isOrdered[project][period] =
        instance.projects[project].isLumpy && (capacity > 0 || fixed > 0)
    }
    return (orders, isOrdered)
  }

  private func readStocks() -> IndexedArray<Stockpile, PerPeriod<Plan.Stock>> {
    guard model.stockpiles != .none else { return [] }
    var stocks = instance.stockpiles.mapped { _ in aPeriod(Plan.Stock()) }
    let ids = Self.indices(of: instance.stockpiles, by: \.id)
    forEachRow(of: "stocks", ["period", "stockpile", "level", "put", "draw"]) {
      guard let period = $0.index("period", periods), let stockpile = $0.index("stockpile", ids),
        let level = $0.number("level"), let put = $0.number("put"), let draw = $0.number("draw")
      else { return }
      stocks[stockpile][period] = Plan.Stock(level: level, put: put, draw: draw)
    }
    return stocks
  }

  private func readShortages() -> [Plan.Shortage] {
    var shortages: [Plan.Shortage] = []
    forEachRow(of: "shortages", ["period", "region", "commodity", "shortage"]) {
      guard let period = $0.index("period", periods), let region = $0.index("region", regions),
        let commodity = $0.index("commodity", commodities), let quantity = $0.number("shortage")
      else { return }
      shortages.append(
        Plan.Shortage(region: region, commodity: commodity, period: period, quantity: quantity))
    }
    return shortages.sorted {
      ($0.period, $0.commodity, $0.region) < ($1.period, $1.commodity, $1.region)
    }
  }

  /// A value for each period.
  private func aPeriod<Value>(_ value: Value) -> PerPeriod<Value> {
    PerPeriod(repeating: value, count: instance.horizon.count)
  }

  // MARK: Rows

  private func forEachRow(of name: String, _ columns: [String], _ body: (StoredRow) -> Void) {
    let path = "\(folder)/\(name).csv"
    let bytes: [UInt8]
    do throws(FileFailure) { bytes = try contents(ofFile: path) } catch {
      return log.addUnreadable(error.description, file: path)
    }
    let table = CSVTable(file: path, bytes: bytes, problems: log)
    var places: [String: Int] = [:]
    for column in columns {
      places[column] = table.column(column)
      guard places[column] != nil else {
        return log.add("this table of a plan has no column `\(column)`", file: path, line: 1)
      }
    }
    for row in 0..<table.rowCount {
      body(StoredRow(table: table, row: row, places: places, log: log))
    }
  }
}

/// One row of a stored table.
private struct StoredRow {
  let table: CSVTable
  let row: Int
  let places: [String: Int]
  let log: ProblemLog

  func index<Element>(_ column: String, _ known: [String: TypedIndex<Element>])
    -> TypedIndex<Element>?
  {
    guard let place = places[column] else { return nil }
    let id = table.text(row: row, column: place)
    if let index = known[id] { return index }
    report(
      "the instance and model know no \(column) `\(id)`\(log.nearestHint(to: id, among: known.keys))",
      column)
    return nil
  }

  /// A number that is not negative.
  func number(_ column: String) -> Double? {
    guard let place = places[column] else { return nil }
    let text = table.text(row: row, column: place)
    let value = (try? table.number(row: row, column: place)) ?? nil
    if let value, value >= 0 { return value }
    report("`\(text)` is no number of 0 or more", column)
    return nil
  }

  private func report(_ message: @autoclosure () -> String, _ column: String) {
    log.add(message(), file: table.file, line: table.line(of: row), column: column)
  }
}
