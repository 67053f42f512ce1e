import Sourcing
import Tables

extension InstanceCompiler {
  // MARK: Processes and recipes

  func readProcesses() {
    if let reader = reader(.processes) {
      let (id, stage) = (reader.column("process"), reader.column("stage"))
      var output = references(reader, "output")
      for row in reader.rows {
        let process = newIdentifier(id, row, processes.count, &processNames)
        let (label, product) = (stage.text(row), output.required(row))
        guard let process else { continue }
        processes.append(
          Process(
            id: process, stage: label ?? "", output: product ?? 0, inputs: [], byproducts: []))
        processes[processes.count - 1].line = reader.table.line(of: row)
      }
    }
    if tables.damaged.contains(.processes) { processNames.isIncomplete = true }
    readRecipes()
  }

  private func readRecipes() {
    guard let reader = reader(.recipes) else { return }
    var process = references(reader, "process")
    var commodity = references(reader, "commodity")
    let (role, quantity) = (reader.column("role"), reader.column("quantity"))
    let roles = ["input", "byproduct"]
    for row in reader.rows {
      let (owner, product) = (process.required(row), commodity.required(row))
      let (what, amount) = (role.choice(row, of: roles), quantity.number(row))
      guard let owner, let product, let what else { continue }
      let term = Process.Term(commodity: product, quantity: amount)
      if what == "input" {
        processes[owner].inputs.replace(term)
      } else if product == processes[owner].output {
        reader.report(
          "`\(commodities[product].id)` is the main output of `\(processes[owner].id)` already, 1 a unit; a byproduct is another commodity",
          row: row, column: "commodity")
      } else {
        processes[owner].byproducts.replace(term)
      }
    }
  }

  // MARK: Facilities

  func readFacilities() {
    guard let reader = reader(.facilities) else { return }
    let id = reader.column("facility")
    var (process, region) = (references(reader, "process"), references(reader, "region"))
    let (capacity, cost) = (reader.column("capacity"), reader.column("unit_cost"))
    let minimum = reader.column("minimum")
    var (opens, closes) = (references(reader, "opens"), references(reader, "closes"))
    for row in reader.rows {
      let facility = newIdentifier(id, row, facilities.count, &facilityNames)
      let (what, place) = (process.required(row), region.required(row))
      let terms = (capacity.number(row), cost.number(row), minimum.number(row))
      let open = interval(&opens, &closes, reader, row, ("opens", "closes"))
      guard let facility else { continue }
      let operation = (open?.first ?? 0)...max(open?.last ?? horizon.last, open?.first ?? 0)
      facilities.append(
        Facility(
          id: facility, process: what ?? 0, region: place ?? 0,
          capacity: horizon.indices.map { operation.contains($0) ? terms.0 : 0 },
          unitCost: Array(repeating: terms.1, count: horizon.count),
          minimum: horizon.indices.map { operation.contains($0) ? terms.2 : 0 },
          operation: operation))
    }
    if tables.damaged.contains(.facilities) { facilityNames.isIncomplete = true }
    let overridden = readCapacities()
    checkMinimums(reader, overridden)
  }

  /// Applies capacities.csv; the row that gave each facility its figures of each period.
  private func readCapacities() -> [Cell: Int] {
    guard let reader = reader(.capacities) else { return [:] }
    var (facility, period) = (references(reader, "facility"), references(reader, "period"))
    let (capacity, cost) = (reader.column("capacity"), reader.column("unit_cost"))
    let minimum = reader.column("minimum")
    let own = facilities
    var rowOf: [Cell: Int] = [:]
    for row in reader.rows {
      let (which, when) = (facility.required(row), period.required(row))
      let terms = (capacity.optional(row), cost.optional(row), minimum.optional(row))
      guard let which, let when else { continue }
      let operation = own[which].operation
      guard operation.contains(when) else {
        reader.report(
          "`\(own[which].id)` operates from \(horizon[operation.lowerBound].label) to \(horizon[operation.upperBound].label) only, found \(horizon[when].label)",
          row: row, column: "period")
        continue
      }
      facilities[which].capacity[when] = terms.0 ?? own[which].capacity[when]
      facilities[which].unitCost[when] = terms.1 ?? own[which].unitCost[when]
      facilities[which].minimum[when] = terms.2 ?? own[which].minimum[when]
      rowOf[Cell(facility: which, period: when)] = row
    }
    return rowOf
  }

  private struct Cell: Hashable {
    var facility: Int
    var period: Int
  }

  /// Notes each facility whose least output is above its capacity, at the row that makes it so.
  private func checkMinimums(_ reader: TableReader, _ overridden: [Cell: Int]) {
    for row in reader.rows {
      guard let name = reader.column("facility").known(row), let which = facilityNames[name],
        let when = horizon.indices.first(where: {
          facilities[which].minimum[$0] > facilities[which].capacity[$0]
        })
      else { continue }
      let (least, most) = (facilities[which].minimum[when], facilities[which].capacity[when])
      let source = overridden[Cell(facility: which, period: when)]
      let place = source.flatMap { row in self.reader(.capacities).map { ($0, row) } }
      (place?.0 ?? reader).report(
        "in \(horizon[when].label) the least output \(DecimalNumber.text(least)) is above the capacity \(DecimalNumber.text(most))",
        row: place?.1 ?? row, column: "minimum")
    }
  }

  // MARK: Programmes and projects

  func readProgrammes() {
    if let reader = reader(.programmes) {
      let id = reader.column("programme")
      var payer = references(reader, "payer")
      let (budget, share) = (reader.column("budget"), reader.column("share"))
      var (opens, closes) = (references(reader, "opens"), references(reader, "closes"))
      for row in reader.rows {
        let programme = newIdentifier(id, row, programmes.count, &programmeNames)
        let (who, terms) = (payer.required(row), (budget.number(row), share.number(row)))
        let open = interval(&opens, &closes, reader, row, ("opens", "closes"))
        guard let programme else { continue }
        programmes.append(
          Programme(
            id: programme, payer: who ?? 0, budget: terms.0, share: terms.1, opens: open?.first,
            closes: open?.last))
      }
    }
    if tables.damaged.contains(.programmes) { programmeNames.isIncomplete = true }
  }

  func readProjects() {
    guard let reader = reader(.projects) else { return }
    let id = reader.column("project")
    var (process, region) = (references(reader, "process"), references(reader, "region"))
    let (most, least) = (reader.column("max_capacity"), reader.column("min_capacity"))
    let (capex, fixed) = (reader.column("capex"), reader.column("fixed_cost"))
    let (cost, lead) = (reader.column("unit_cost"), reader.column("lead_years"))
    let (life, kind) = (reader.column("life_years"), reader.column("kind"))
    var (earliest, latest) = (references(reader, "earliest"), references(reader, "latest"))
    var programme = references(reader, "programme")
    var names = NameIndex("project")
    for row in reader.rows {
      let name = newIdentifier(id, row, projects.count, &names)
      let window = interval(&earliest, &latest, reader, row, ("earliest", "latest"))
      let project = Project(
        id: name ?? "", process: process.required(row) ?? 0, region: region.required(row) ?? 0,
        maxCapacity: most.number(row), capex: capex.number(row), unitCost: cost.number(row),
        leadYears: lead.number(row), fixedCost: fixed.number(row), minCapacity: least.number(row),
        earliest: window?.first, latest: window?.last, lifeYears: life.number(row),
        kind: kind.text(row) ?? "", programme: programme.find(row).position)
      guard name != nil else { continue }
      if facilityNames[project.id] != nil {
        id.report(
          "`\(project.id)` is a facility; facilities and projects share one namespace", row: row)
      }
      if project.minCapacity > project.maxCapacity {
        least.report(
          "the least size \(DecimalNumber.text(project.minCapacity)) is above the largest, \(DecimalNumber.text(project.maxCapacity))",
          row: row)
      }
      projects.append(project)
    }
  }
}

extension [Process.Term] {
  /// Adds a term; one of the same commodity gives way to it.
  fileprivate mutating func replace(_ term: Process.Term) {
    if let index = firstIndex(where: { $0.commodity == term.commodity }) {
      self[index] = term
    } else {
      append(term)
    }
  }
}

extension TableColumn {
  /// The cell's text, nothing noted.
  func known(_ row: Int) -> String? { index.map { table.text(row: row, column: $0) } }
}
