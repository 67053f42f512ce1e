import Sourcing
import Tables

extension WarningFinder {
  /// Observed flows that the balances cannot hold: out of a region more than it could make, into one
  /// more than it could use or store, or along a lane that is closed or narrower.
  func historyBeyondBalance() -> [Problem] {
    var outflow: [Place: Double] = [:]
    var inflow: [Place: Double] = [:]
    var problems: [Problem] = []
    for flow in instance.history {
      outflow[Place(flow.commodity, flow.origin, flow.period), default: 0] += flow.quantity
      inflow[Place(flow.commodity, flow.destination, flow.period), default: 0] += flow.quantity
      let lane = instance.lanes[
        commodity: flow.commodity, origin: flow.origin, destination: flow.destination,
        period: flow.period]
      guard flow.quantity > (lane?.capacity ?? 0) else { continue }
      problems.append(
        note(
          "the lane from `\(instance.regions[flow.origin].id)` to `\(instance.regions[flow.destination].id)` is closed or narrower than the observed flow",
          Place(flow.commodity, flow.origin, flow.period), "origin"))
    }
    var yields: [Place: [Double]] = [:]
    for (place, quantity) in outflow.sorted(by: { $0.key < $1.key }) {
      // Of all commodities at once.
      let maker = Place(0, place.region, place.period)
      let all = yields[maker] ?? Self.yield(instance, period: place.period, in: place.region)
      yields[maker] = all
      let most = all[place.commodity]
      guard exceeds(quantity, most) else { continue }
      problems.append(
        note(
          "`\(instance.regions[place.region].id)` sends \(text(quantity)) of `\(instance.commodities[place.commodity].id)` in \(instance.horizon[place.period].label), but could make at most \(text(most))",
          place, "origin"))
    }
    for (place, quantity) in inflow.sorted(by: { $0.key < $1.key }) {
      let most = use(at: place)
      guard exceeds(quantity, most) else { continue }
      problems.append(
        note(
          "`\(instance.regions[place.region].id)` gets \(text(quantity)) of `\(instance.commodities[place.commodity].id)` in \(instance.horizon[place.period].label), but could use and store at most \(text(most))",
          place, "destination"))
    }
    return problems
  }

  private struct Place: Hashable, Comparable {
    var commodity: Int
    var region: Int
    var period: Int

    init(_ commodity: Int, _ region: Int, _ period: Int) {
      self.commodity = commodity
      self.region = region
      self.period = period
    }

    static func < (a: Place, b: Place) -> Bool {
      (a.period, a.commodity, a.region) < (b.period, b.commodity, b.region)
    }
  }

  private func exceeds(_ quantity: Double, _ most: Double) -> Bool {
    quantity > most + 1e-9 * max(1, quantity)
  }

  private func text(_ quantity: Double) -> String { DecimalNumber.text(quantity) }

  /// Demand, what producers of the region can use, and what its stockpiles can take in.
  private func use(at place: Place) -> Double {
    var most = instance.demands[
      region: place.region, commodity: place.commodity, period: place.period
    ].quantity
    let add = { (process: Int, capacity: Double) in
      for term in instance.processes[process].inputs where term.commodity == place.commodity {
        most += term.quantity * capacity
      }
    }
    for facility in instance.facilities where facility.region == place.region {
      add(facility.process, facility.capacity[place.period])
    }
    for project in instance.projects where project.region == place.region {
      if instance.canOperate(project, in: place.period) {
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

  private func note(_ message: String, _ place: Place, _ column: String) -> Problem {
    var warning = warning(message, .history)
    warning.line = line(of: place, column)
    warning.column = column
    return warning
  }

  /// The first row of history.csv with the place's commodity, region (in a column) and period.
  private func line(of place: Place, _ column: String) -> Int? {
    guard let table = tables.tables[.history] else { return nil }
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
