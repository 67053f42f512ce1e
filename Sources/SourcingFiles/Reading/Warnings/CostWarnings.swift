import Sourcing
import Tables

extension WarningFinder {
  /// How many times the shortage cost a unit cost must be to have a warning.
  static let leastTimesShortage = 10.0

  /// Unit costs far above every shortage cost of the main output: to lack a unit then costs less than to make or send
  /// it, so that one of the two has probably another unit.
  func costsAboveShortage() -> [Problem] {
    let most = highestShortageCosts()
    return [InstanceTable.facilities, .projects, .lanes].flatMap { name -> [Problem] in
      let key = name == .lanes ? "commodity" : "process"
      guard let table = tables.tables[name], let column = table.column("unit_cost"),
        let keys = table.column(key)
      else { return [] }
      let found = (0..<table.rowCount).compactMap { row -> Problem? in
        guard let cost = try? table.number(row: row, column: column) else { return nil }
        let text = table.text(row: row, column: keys)
        let commodity = name == .lanes ? text : outputs[text] ?? text
        guard let shortage = most[commodity], cost > Self.leastTimesShortage * shortage else {
          return nil
        }
        return Problem(
          "\(DecimalNumber.text(cost)) is above the highest shortage cost of `\(commodity)`, "
            + "\(DecimalNumber.text(shortage)), so a shortage costs less: are both units right?",
          file: table.file, line: table.line(of: row), column: "unit_cost", severity: .warning)
      }
      return limited(found)
    }
  }

  /// The highest shortage cost of each commodity that is only demanded: no process takes it, by-products do not count.
  private func highestShortageCosts() -> [String: Double] {
    var most: [String: Double] = [:]
    let usable = Set(instance.processes.flatMap { $0.inputs.map(\.commodity) })
    let shared = Set(instance.processes.filter { $0.outputs.count > 1 }.map(\.output))
    for commodity in instance.commodities.indices
    where !usable.contains(commodity) && !shared.contains(commodity) {
      let costs = instance.horizon.indices.flatMap { period in
        instance.regions.indices.compactMap { region -> Double? in
          let demand = instance.demands[region: region, commodity: commodity, period: period]
          return demand.quantity > 0 ? demand.shortageCost : nil
        }
      }
      guard let highest = costs.max(), highest > 0 else { continue }
      most[instance.commodities[commodity].id] = highest
    }
    return most
  }
}
