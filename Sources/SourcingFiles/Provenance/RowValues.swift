import Sourcing
import Tables

/// Works out the value of each row of a table: its main figure × price × years, summed over the places and periods in
/// which the row counts. ``MainFigure`` says what that is in each table.
struct RowValues {
  private let instance: Instance
  private let tables: InstanceTables
  private let last: PeriodIndex

  /// - Parameter last: the last period that counts; nil: all count.
  init(_ tables: InstanceTables, in instance: Instance, until last: PeriodIndex? = nil) {
    (self.tables, self.instance) = (tables, instance)
    self.last = last ?? instance.horizon.last
  }

  /// The value of each row, in money over the horizon, not discounted, by the position of the row. Nil for a row
  /// without a number there, with a number so large that it means no limit, and where no price is above 0.
  func values(of name: InstanceTable) -> [Double?] {
    guard let table = tables.tables[name] else { return [] }
    guard let column = name.mainFigure?.column else {
      return Array(repeating: nil, count: table.rowCount)
    }
    let scopes = RowScopes(table, in: instance)
    let worths = worths(name, table, scopes)
    return (0..<table.rowCount).map { row in
      guard let worth = worths[row], worth > 0, let figure = scopes.number(row, column) else {
        return nil
      }
      return figure * worth
    }
  }

  /// Σ price × years over what a row is about; nil where the row counts nowhere.
  private func worths(_ name: InstanceTable, _ table: CSVTable, _ scopes: RowScopes) -> [Double?] {
    let rows = 0..<table.rowCount
    switch name {
    case .demands: return demands(rows, scopes)
    case .history: return history(rows, scopes)
    case .contracts:
      let terms = instance.contracts.reduce(into: [:]) { $0[$1.id] = $1 }
      return rows.map { row in
        terms[scopes.text(row, "contract")].map { contract in
          contract.periods.reduce(0) { $0 + worth(contract.commodity, $1) }
        }
      }
    case .quotas:
      return rows.map { row in
        let goods = scopes.commodities(row)
        let sum = scopes.periods(row).reduce(0) { sum, period in
          sum + goods.reduce(0) { $0 + worth($1, period) }
        }
        return goods.isEmpty ? nil : sum / Double(goods.count)
      }
    case .lanes:
      let sums = instance.lanes.sumsByLine(worth)
      return rows.map { sums[table.line(of: $0)] }
    case .facilities: return facilities(rows, scopes)
    case .capacities: return capacities(rows, scopes)
    case .projects:
      let projects = instance.projects.reduce(into: [:]) { $0[$1.id] = $1 }
      return rows.map { row in projects[scopes.text(row, "project")].map(worth) }
    case .stockpiles:
      return rows.map { row in
        scopes.commodities(row).first.map { instance.commodities[$0].price[.first] }
      }
    case .regions, .blocs, .commodities, .groups, .processes, .recipes, .prices, .programmes,
      .disruptions, .checks, .observed, .assumptions, .sources:
      return rows.map { _ in nil }
    }
  }

  /// The worth of one unit a year of a commodity in a period: price × years; 0 if the period does not count.
  private func worth(_ commodity: CommodityIndex, _ period: PeriodIndex) -> Double {
    guard period <= last else { return 0 }
    return instance.commodities[commodity].price[period] * Double(instance.horizon[period].years)
  }

  /// The worth of one unit a year of a project's main output, over the periods in which it can be in operation.
  private func worth(_ project: Project) -> Double {
    let output = instance.processes[project.process].output
    return instance.horizon.indices.filter { project.canOperate(in: $0, of: instance) }
      .reduce(0) { $0 + worth(output, $1) }
  }

  // MARK: Tables whose later rows replace earlier ones

  /// By the regions, commodities and periods in which no later row counts.
  private func demands(_ rows: Range<Int>, _ scopes: RowScopes) -> [Double?] {
    let (regions, goods) = (instance.regions.count, instance.commodities.count)
    var isTaken = [Bool](repeating: false, count: regions * goods * instance.horizon.count)
    var worths = [Double?](repeating: nil, count: rows.count)
    for row in rows.reversed() {
      let (places, commodities) = (scopes.regions(row, "region"), scopes.commodities(row))
      for period in scopes.periods(row) {
        for commodity in commodities {
          let each = worth(commodity, period)
          for place in places {
            let cell = (period.position * goods + commodity.position) * regions + place.position
            guard !isTaken[cell] else { continue }
            isTaken[cell] = true
            worths[row] = (worths[row] ?? 0) + each
          }
        }
      }
    }
    return worths
  }

  private func history(_ rows: Range<Int>, _ scopes: RowScopes) -> [Double?] {
    let names = ["commodity", "origin", "destination", "period"]
    var later: Set<[String]> = []
    var worths = [Double?](repeating: nil, count: rows.count)
    for row in rows.reversed() {
      guard later.insert(names.map { scopes.text(row, $0) }).inserted,
        let commodity = scopes.commodities(row).first, let period = scopes.periods(row).first
      else { continue }
      worths[row] = worth(commodity, period)
    }
    return worths
  }

  // MARK: Facilities

  /// By the periods of operation in which `capacities.csv` does not give the capacity.
  private func facilities(_ rows: Range<Int>, _ scopes: RowScopes) -> [Double?] {
    let given = capacityRows().keys
    let facilities = instance.facilities.reduce(into: [:]) { $0[$1.id] = $1 }
    return rows.map { row in
      facilities[scopes.text(row, "facility")].map { facility in
        let output = instance.processes[facility.process].output
        return facility.operation.reduce(0) { sum, period in
          given.contains(FacilityPeriod(facility: facility.id, period: period))
            ? sum : sum + worth(output, period)
        }
      }
    }
  }

  private func capacities(_ rows: Range<Int>, _ scopes: RowScopes) -> [Double?] {
    let outputs = instance.facilities.reduce(into: [:]) {
      $0[$1.id] = instance.processes[$1.process].output
    }
    var worths = [Double?](repeating: nil, count: rows.count)
    for (place, row) in capacityRows() {
      worths[row] = outputs[place.facility].map { worth($0, place.period) }
    }
    return worths
  }

  private struct FacilityPeriod: Hashable {
    var facility: String
    var period: PeriodIndex
  }

  /// The rows of `capacities.csv` that give the capacity of a facility in a period: the last row of each, if it has
  /// one.
  private func capacityRows() -> [FacilityPeriod: Int] {
    guard let table = tables.tables[.capacities] else { return [:] }
    let scopes = RowScopes(table, in: instance)
    var last: [FacilityPeriod: Int] = [:]
    for row in 0..<table.rowCount {
      for period in scopes.periods(row) {
        last[FacilityPeriod(facility: scopes.text(row, "facility"), period: period)] = row
      }
    }
    return last.filter { !scopes.text($0.value, "capacity").isEmpty }
  }
}
