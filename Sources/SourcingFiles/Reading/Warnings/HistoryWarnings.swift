import Sourcing
import Tables

extension WarningFinder {
  /// Observed flows of a table that no plan can have: more out of a region than it can make, more into a region than it
  /// can use and store, or more than the capacity of the lane.
  func flowsBeyondBalance(_ flows: [HistoricalFlow], in table: InstanceTable) -> [Problem] {
    var outflow: [PlaceInPeriod: Double] = [:]
    var inflow: [PlaceInPeriod: Double] = [:]
    var problems: [Problem] = []
    for flow in flows {
      let origin = PlaceInPeriod(flow, in: flow.origin)
      outflow[origin, default: 0] += flow.quantity
      inflow[PlaceInPeriod(flow, in: flow.destination), default: 0] += flow.quantity
      let lane = instance.lanes[
        commodity: flow.commodity, origin: flow.origin, destination: flow.destination,
        period: flow.period]
      guard flow.quantity > (lane?.capacity ?? 0) else { continue }
      problems.append(
        note(
          "the lane from `\(instance.regions[flow.origin].id)` to `\(instance.regions[flow.destination].id)` is closed or narrower than the observed flow",
          origin, "origin", table))
    }
    // Each yield is of all commodities at once.
    var yields: [RegionInPeriod: IndexedArray<Commodity, Double>] = [:]
    for (place, quantity) in outflow.sorted(by: { $0.key < $1.key }) {
      let maker = RegionInPeriod(region: place.region, period: place.period)
      let all = yields[maker] ?? Self.yield(instance, period: place.period, in: place.region)
      yields[maker] = all
      let most = all[place.commodity]
      guard exceeds(quantity, most) else { continue }
      problems.append(
        note(
          "`\(instance.regions[place.region].id)` sends \(text(quantity)) of `\(instance.commodities[place.commodity].id)` in \(instance.horizon[place.period].label), but could make at most \(text(most))",
          place, "origin", table))
    }
    for (place, quantity) in inflow.sorted(by: { $0.key < $1.key }) {
      let most = use(at: place)
      guard exceeds(quantity, most) else { continue }
      problems.append(
        note(
          "`\(instance.regions[place.region].id)` gets \(text(quantity)) of `\(instance.commodities[place.commodity].id)` in \(instance.horizon[place.period].label), but could use and store at most \(text(most))",
          place, "destination", table))
    }
    return problems
  }

  /// A commodity, destination and period that history and the withheld flows have and for which they do not agree.
  func withheldBesideHistory() -> [Problem] {
    let told = sums(of: instance.history)
    return sums(of: instance.observed).sorted { $0.key < $1.key }.compactMap { place, flows in
      guard let other = told[place], other != flows else { return nil }
      return note(
        "history.csv has other flows of `\(instance.commodities[place.commodity].id)` into "
          + "`\(instance.regions[place.region].id)` in \(instance.horizon[place.period].label); "
          + "back-tests use those of observed.csv",
        place, "destination", .observed)
    }
  }

  /// The flows above 0 of each commodity, destination and period, by origin.
  private func sums(of flows: [HistoricalFlow]) -> [PlaceInPeriod: [RegionIndex: Double]] {
    flows.reduce(into: [:]) { sums, flow in
      let place = PlaceInPeriod(flow, in: flow.destination)
      sums[place, default: [:]][flow.origin] = flow.quantity > 0 ? flow.quantity : nil
    }
  }

  private struct RegionInPeriod: Hashable {
    var region: RegionIndex
    var period: PeriodIndex
  }

  private struct PlaceInPeriod: Hashable, Comparable {
    var place: Place
    var period: PeriodIndex
    var commodity: CommodityIndex { place.commodity }
    var region: RegionIndex { place.region }

    /// The commodity of a flow in its origin or its destination.
    init(_ flow: HistoricalFlow, in region: RegionIndex) {
      place = Place(region: region, commodity: flow.commodity)
      period = flow.period
    }

    /// By period, then place.
    static func < (a: Self, b: Self) -> Bool { (a.period, a.place) < (b.period, b.place) }
  }

  private func exceeds(_ quantity: Double, _ most: Double) -> Bool {
    quantity > most + 1e-9 * max(1, quantity)
  }

  private func text(_ quantity: Double) -> String { DecimalNumber.text(quantity) }

  /// The most that a region can use and store of a commodity in a period, in units/yr: demand, the inputs of its
  /// producers, and the capacity of its stockpiles.
  private func use(at place: PlaceInPeriod) -> Double {
    var most = instance.demands[
      region: place.region, commodity: place.commodity, period: place.period
    ].quantity
    let add = { (process: ProcessIndex, capacity: Double) in
      for term in instance.processes[process].inputs where term.commodity == place.commodity {
        most += term.quantity * capacity
      }
    }
    for facility in instance.facilities where facility.region == place.region {
      add(facility.process, facility.capacity[place.period])
    }
    for project in instance.projects where project.region == place.region {
      if project.canOperate(in: place.period, of: instance) {
        add(project.process, project.maxCapacity)
      }
    }
    let years = Double(instance.horizon[place.period].years)
    for stockpile in instance.stockpiles
    where stockpile.region == place.region && stockpile.commodity == place.commodity {
      most += stockpile.capacity / years
    }
    return most
  }

  private func note(
    _ message: String, _ place: PlaceInPeriod, _ column: String, _ table: InstanceTable
  ) -> Problem {
    var warning = warning(message, table)
    warning.line = line(of: place, column, in: table)
    warning.column = column
    return warning
  }

  /// The first row of a table with the place's commodity, region (in a column) and period.
  private func line(
    of place: PlaceInPeriod, _ column: String, in table: InstanceTable
  ) -> Int? {
    guard let table = tables.tables[table] else { return nil }
    let wanted = [
      ("commodity", instance.commodities[place.commodity].id),
      (column, instance.regions[place.region].id), ("period", instance.horizon[place.period].label),
    ]
    let row = (0..<table.rowCount).first { row in
      wanted.allSatisfy { name, text in
        table.column(name).map { table.text(row: row, column: $0) } == text
      }
    }
    return row.map(table.line)
  }
}
