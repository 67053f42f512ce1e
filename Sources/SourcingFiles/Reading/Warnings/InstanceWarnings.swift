public import Sourcing
public import Tables

/// Warnings about an instance: what the format allows but is probably a mistake.
public enum InstanceWarnings {
  /// All warnings, in the order of files and lines.
  ///
  /// - Parameters:
  ///   - instance: the instance.
  ///   - tables: the tables from which the instance was made.
  public static func find(in instance: Instance, tables: InstanceTables) -> [Problem] {
    let finder = WarningFinder(instance: instance, tables: tables)
    let warnings =
      finder.unusualPeriods() + finder.strayFiles() + finder.missingLanes()
      + finder.repeatedRows() + finder.replacedRows() + finder.outliers() + finder.unmakeable()
      + finder.unusedCommodities() + finder.unusedProcesses()
      + finder.jointProductsWithoutPrice() + finder.demandBeyondCapacity() + finder.idleProjects()
      + finder.lanesWithoutEffect() + finder.highTariffs() + finder.unknownBlocs()
      + finder.limited(finder.contractsOnClosedLanes())
      + finder.limited(finder.flowsBeyondBalance(instance.history, in: .history))
      + finder.limited(finder.flowsBeyondBalance(instance.observed, in: .observed))
      + finder.limited(finder.withheldBesideHistory()) + finder.unsourcedRows()
      + finder.rowsWithoutBasis()
      + finder.assumptionsWithoutEffect() + finder.assumptionsThatPassOver()
    let files = [tables.manifest.file] + InstanceTable.allCases.map(tables.path)
    let order = Dictionary(uniqueKeysWithValues: files.enumerated().map { ($1, $0) })
    let places = warnings.enumerated().map { place, warning in
      (order[warning.file] ?? files.count, warning.line ?? 0, place)
    }
    return places.sorted(by: <).map { warnings[$0.2] }
  }
}

/// Finds warnings. Each function finds those of one kind.
struct WarningFinder {
  let instance: Instance
  let tables: InstanceTables
  /// The most that all producers can yield, by period and commodity, in units/yr.
  private let mostYield: PerPeriod<IndexedArray<Commodity, Double>>
  /// The id of the main output of each process, by the id of the process.
  let outputs: [String: String]

  init(instance: Instance, tables: InstanceTables) {
    self.instance = instance
    self.tables = tables
    outputs = instance.processes.reduce(into: [:]) {
      $0[$1.id] = instance.commodities[$1.output].id
    }
    mostYield = PerPeriod(
      instance.horizon.indices.map { Self.yield(instance, period: $0, in: nil) })
  }

  func warning(
    _ message: String, _ table: InstanceTable, id: (column: String, value: String)? = nil
  ) -> Problem {
    let line = id.flatMap { tables.line(of: $0.value, in: table, $0.column) }
    return Problem(
      message, file: tables.path(table), line: line, column: id?.column, severity: .warning)
  }

  /// The most that facilities and projects can yield of each commodity in a period, in units/yr, in one region or in
  /// all (nil).
  static func yield(
    _ instance: Instance, period: PeriodIndex, in region: RegionIndex?
  ) -> IndexedArray<Commodity, Double> {
    var most = IndexedArray<Commodity, Double>(repeating: 0, count: instance.commodities.count)
    let add = { (process: ProcessIndex, capacity: Double) in
      for term in instance.processes[process].outputs {
        most[term.commodity] += term.quantity * capacity
      }
    }
    for facility in instance.facilities where region == nil || facility.region == region {
      add(facility.process, facility.capacity[period])
    }
    for project in instance.projects where region == nil || project.region == region {
      if project.canOperate(in: period, of: instance) { add(project.process, project.maxCapacity) }
    }
    return most
  }

  /// The first ``mostOfAKind`` warnings of a kind. The last of them says how many more there are.
  func limited(_ problems: [Problem]) -> [Problem] {
    guard problems.count > Self.mostOfAKind else { return problems }
    var first = Array(problems.prefix(Self.mostOfAKind))
    first[first.count - 1].message +=
      " (and \(problems.count - first.count) further warnings of this kind)"
    return first
  }

  /// The most warnings of one kind in one file that are listed.
  static let mostOfAKind = 20

  // MARK: Commodities and processes

  /// Commodities that are needed, but that no producer makes and no stockpile holds.
  func unmakeable() -> [Problem] {
    let stocked = Set(instance.stockpiles.filter { $0.initial > 0 }.map(\.commodity))
    return instance.commodities.indices.compactMap { commodity in
      guard isNeeded(commodity), !stocked.contains(commodity),
        mostYield.allSatisfy({ $0[commodity] == 0 })
      else { return nil }
      let id = instance.commodities[commodity].id
      return warning(
        "nobody can make `\(id)`, which is needed: no facility or project yields it",
        .commodities, id: ("commodity", id))
    }
  }

  private func isNeeded(_ commodity: CommodityIndex) -> Bool {
    isDemanded(commodity)
      || instance.processes.contains { $0.inputs.contains { $0.commodity == commodity } }
  }

  private func isDemanded(_ commodity: CommodityIndex) -> Bool {
    instance.horizon.indices.contains { period in
      instance.regions.indices.contains {
        instance.demands[region: $0, commodity: commodity, period: period].quantity > 0
      }
    }
  }

  func unusedCommodities() -> [Problem] {
    instance.commodities.indices.compactMap { commodity in
      guard !isNeeded(commodity) else { return nil }
      let id = instance.commodities[commodity].id
      return warning(
        "nobody needs `\(id)`: no demand, and no process uses it", .commodities,
        id: ("commodity", id))
    }
  }

  func unusedProcesses() -> [Problem] {
    let used = Set(instance.facilities.map(\.process) + instance.projects.map(\.process))
    return instance.processes.indices.filter { !used.contains($0) }.map {
      let id = instance.processes[$0].id
      return warning("no facility or project runs `\(id)`", .processes, id: ("process", id))
    }
  }

  /// Commodities whose demand is above all capacity, each with the period in which the gap is largest.
  func demandBeyondCapacity() -> [Problem] {
    instance.commodities.indices.compactMap { commodity in
      let gaps = instance.horizon.indices.map { period in
        let demand = instance.regions.indices.reduce(0) {
          $0 + instance.demands[region: $1, commodity: commodity, period: period].quantity
        }
        return (period: period, demand: demand, gap: demand - mostYield[period][commodity])
      }
      guard let worst = gaps.max(by: { $0.gap < $1.gap }), worst.gap > 1e-9 * worst.demand,
        mostYield.contains(where: { $0[commodity] > 0 })
      else { return nil }
      let id = instance.commodities[commodity].id
      let most = DecimalNumber.text(mostYield[worst.period][commodity])
      return warning(
        "demand for `\(id)` in \(instance.horizon[worst.period].label) is \(DecimalNumber.text(worst.demand)) a year, all capacity together \(most)",
        .demands)
    }
  }

  func idleProjects() -> [Problem] {
    instance.projects.filter { $0.orderPeriods(in: instance).isEmpty }.map {
      warning(
        "`\($0.id)` can never operate: no order within its window is ready within the periods",
        .projects, id: ("project", $0.id))
    }
  }

  // MARK: Lanes and contracts

  /// Rows of lanes.csv without effect: they match no lane, or later rows replace them.
  func lanesWithoutEffect() -> [Problem] {
    guard let table = tables.tables[.lanes] else { return [] }
    let lines = instance.lanes.linesWithoutLane()
    guard let first = lines.first else { return [] }
    let count = lines.count == 1 ? "1 row has" : "\(lines.count) rows have"
    return [
      Problem(
        "\(count) no effect, this is the first: no lane matches, or later rows replace it (put `*` rows first)",
        file: table.file, line: first, severity: .warning)
    ]
  }

  func contractsOnClosedLanes() -> [Problem] {
    instance.contracts.compactMap { contract in
      let short = contract.periods.first { period in
        let lane = instance.lanes[
          commodity: contract.commodity, origin: contract.origin,
          destination: contract.destination, period: period]
        return (lane?.capacity ?? 0) < contract.quantity
      }
      guard let short else { return nil }
      return warning(
        "`\(contract.id)` cannot be kept in \(instance.horizon[short].label): its lane is closed or narrower",
        .contracts, id: ("contract", contract.id))
    }
  }

  // MARK: Sources

  /// Tables with rows that have numbers, but neither a source nor a note with `assumption:`, nor a basis that needs no
  /// source.
  func unsourcedRows() -> [Problem] {
    InstanceTable.allCases.compactMap { name in
      guard let table = tables.tables[name] else { return nil }
      let numbers = TableSchema.of(name).columns.filter(\.isNumber).compactMap {
        table.column($0.name)
      }
      let source = table.column("source")
      let note = table.column("note")
      let columns = ProvenanceColumns(table)
      let bare = (0..<table.rowCount).filter { row in
        if let source, !table.text(row: row, column: source).isEmpty { return false }
        if let note, table.text(row: row, column: note).contains("assumption:") { return false }
        if let basis = columns.basis(row), !basis.isSourced { return false }
        return numbers.contains { !table.text(row: row, column: $0).isEmpty }
      }
      guard !bare.isEmpty else { return nil }
      return warning(
        "\(bare.count) of \(table.rowCount) rows have neither a `source` nor an `assumption:`", name
      )
    }
  }
}

extension InstanceTables {
  /// The line of the first row with a text in a column.
  func line(of text: String, in table: InstanceTable, _ column: String) -> Int? {
    guard let csv = tables[table], let index = csv.column(column) else { return nil }
    let row = (0..<csv.rowCount).first { csv.text(row: $0, column: index) == text }
    return row.map(csv.line)
  }
}
