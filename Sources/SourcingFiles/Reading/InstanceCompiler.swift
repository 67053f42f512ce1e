import Sourcing
import Tables

/// Applies the rules of the instance format to tables: names become indices, wildcards, blocs, groups
/// and defaults are filled in, later rows replace earlier ones. Goes on after a problem, to find all;
/// an instance compiled with problems in the log is not to be used.
final class InstanceCompiler {
  let tables: InstanceTables
  let log: ProblemLog

  let horizon: Horizon
  var regions: [Region] = []
  var blocs: [RegionSet] = []
  var commodities: [Commodity] = []
  var groups: [CommodityGroup] = []
  var processes: [Process] = []
  var facilities: [Facility] = []
  var programmes: [Programme] = []
  var projects: [Project] = []

  // Names, and what their positions stand for.
  var regionNames = NameIndex("region")
  /// Regions, then blocs, then the world; `*` is the world too where it may be used.
  var regionSets: [RegionSet] = []
  var regionSetNames = NameIndex("region or bloc")
  var anyRegionNames = NameIndex("region, bloc or `*`")
  var commodityNames = NameIndex("commodity")
  /// Commodities, then groups, then all commodities, which only `*` names.
  var commoditySets: [CommodityGroup] = []
  var commoditySetNames = NameIndex("commodity or group")
  var anyCommodityNames = NameIndex("commodity, group or `*`")
  var processNames = NameIndex("process")
  var facilityNames = NameIndex("facility")
  var programmeNames = NameIndex("programme")
  var periodNames = NameIndex("period")
  /// `*` stands one past the last period.
  var anyPeriodNames = NameIndex("period or `*`")

  init(_ tables: InstanceTables, log: ProblemLog) {
    self.tables = tables
    self.log = log
    horizon = tables.manifest.horizon
  }

  func compile() -> Instance {
    readPeriods()
    readRegions()
    readCommodities()
    readProcesses()
    readFacilities()
    readProgrammes()
    readProjects()
    let manifest = tables.manifest
    var instance = Instance(
      name: manifest.name, title: manifest.title, currency: manifest.currency,
      description: manifest.description, sources: manifest.sources,
      parameters: manifest.parameters, home: home(), horizon: horizon, regions: regions,
      blocs: blocs, commodities: commodities, groups: groups, processes: processes,
      facilities: facilities, projects: projects, programmes: programmes, lanes: readLanes(),
      quotas: readQuotas(), demands: readDemands(), stockpiles: readStockpiles(),
      contracts: readContracts(), history: readHistory(), disruptions: readDisruptions())
    instance.contentHash = tables.contentHash
    instance.folder = tables.folder
    return instance
  }

  // MARK: Access to tables

  /// Nil where the instance has no such table.
  func reader(_ table: InstanceTable) -> TableReader? {
    tables.tables[table].map { TableReader(schema: .of(table), table: $0, log: log) }
  }

  /// Looks up the names in a column by the kind of reference that the schema declares.
  ///
  /// - Precondition: the schema declares one. The name is a literal of this program, not the user's.
  func references(_ reader: TableReader, _ name: String) -> ReferenceColumn {
    let column = reader.column(name)
    guard case .reference(let reference) = column.schema.kind else {
      preconditionFailure("\(name) refers to nothing")
    }
    return ReferenceColumn(column, in: names(reference))
  }

  private func names(_ reference: ColumnSchema.Reference) -> NameIndex {
    switch reference {
    case .region: regionNames
    case .regionSet: regionSetNames
    case .anyRegions: anyRegionNames
    case .commodity: commodityNames
    case .commodityGroup: commoditySetNames
    case .anyCommodities: anyCommodityNames
    case .process: processNames
    case .facility: facilityNames
    case .programme: programmeNames
    case .period: periodNames
    case .anyPeriod: anyPeriodNames
    }
  }

  /// The id in a cell, noted and nil where it is taken. `index` learns it.
  func newIdentifier(
    _ column: TableColumn, _ row: Int, _ position: Int, _ index: inout NameIndex
  ) -> String? {
    guard let id = column.identifier(row) else {
      index.isIncomplete = true
      return nil
    }
    guard index.insert(id, position) else {
      column.report("the \(index.label) `\(id)` is given twice", row: row)
      return nil
    }
    return id
  }

  // MARK: Periods and home

  private func readPeriods() {
    for (index, period) in horizon.periods.enumerated() {
      _ = periodNames.insert(period.label, index)
      _ = anyPeriodNames.insert(period.label, index)
    }
    _ = anyPeriodNames.insert("*", horizon.count)
    periodNames.isIncomplete = horizon.count == 0
    anyPeriodNames.isIncomplete = horizon.count == 0
  }

  /// The periods that a position in `anyPeriodNames` stands for.
  func periods(_ position: Int) -> Range<Int> {
    position == horizon.count ? horizon.indices : position..<(position + 1)
  }

  private func home() -> RegionSet {
    guard let home = tables.manifest.home else { return RegionSet(id: "", members: []) }
    guard let position = regionSetNames[home.id] else {
      if !regionSetNames.isIncomplete {
        log.add(
          regionSetNames.unknown(home.id), file: tables.manifest.file, line: home.line,
          column: "home")
      }
      return RegionSet(id: home.id, members: [])
    }
    return regionSets[position]
  }

  /// First and last period given by two columns; nil, which is noted, where the last is before the first.
  func interval(
    _ first: inout ReferenceColumn, _ last: inout ReferenceColumn, _ reader: TableReader,
    _ row: Int, _ names: (String, String)
  ) -> (first: Int?, last: Int?)? {
    let (start, end) = (first.find(row), last.find(row))
    if start == .wrong || end == .wrong { return nil }
    let (from, to) = (start.position, end.position)
    if let from, let to, from > to {
      reader.report(
        "`\(names.1)` (\(horizon[to].label)) is before `\(names.0)` (\(horizon[from].label))",
        row: row, column: names.1)
      return nil
    }
    return (from, to)
  }
}

extension ReferenceColumn.Found {
  var position: Int? {
    if case .position(let position) = self { position } else { nil }
  }
}
