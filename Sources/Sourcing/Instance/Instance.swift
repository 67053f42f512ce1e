/// Everything known about a supply network: who makes, moves, needs and stores what, and what could be
/// built. Read from a folder of tables by `InstanceReader`; every reference is an index into the
/// arrays here, every rule of the file format (wildcards, blocs, groups, last match wins, defaults) has
/// been applied, and every number is finite. Quantities are annual rates in the commodity's unit, money
/// is in `currency`.
public struct Instance: Sendable {
  public var name: String
  public var title: String
  public var currency: String
  public var description: String
  public var sources: [String]
  /// Values that models may use as `$name`.
  public var parameters: [String: String]
  /// The region or bloc that plans.
  public var home: RegionSet

  public var horizon: Horizon
  public var regions: Table<Region>
  public var blocs: [RegionSet]
  public var commodities: Table<Commodity>
  public var groups: [CommodityGroup]
  public var processes: Table<Process>
  public var facilities: Table<Facility>
  public var projects: Table<Project>
  public var programmes: Table<Programme>
  public var lanes: LaneTable
  public var quotas: Table<Quota>
  public var demands: DemandTable
  public var stockpiles: Table<Stockpile>
  public var contracts: Table<Contract>
  public var history: [HistoricalFlow]
  public var disruptions: Table<Disruption>

  /// SHA-256 of the files as read (names and contents, edits included); empty for an instance made in memory.
  public var contentHash = ""
  /// Path of the folder it was read from; empty for an instance made in memory.
  public var folder = ""

  /// An instance made in memory: tables that are not given are empty, and without `lanes` goods move
  /// inside their regions only.
  public init(
    name: String, title: String = "", currency: String = "", description: String = "",
    sources: [String] = [], parameters: [String: String] = [:], home: RegionSet, horizon: Horizon,
    regions: Table<Region>, blocs: [RegionSet] = [], commodities: Table<Commodity>,
    groups: [CommodityGroup] = [], processes: Table<Process> = [], facilities: Table<Facility> = [],
    projects: Table<Project> = [], programmes: Table<Programme> = [], lanes: LaneTable? = nil,
    quotas: Table<Quota> = [], demands: DemandTable, stockpiles: Table<Stockpile> = [],
    contracts: Table<Contract> = [], history: [HistoricalFlow] = [],
    disruptions: Table<Disruption> = []
  ) {
    self.name = name
    self.title = title
    self.currency = currency
    self.description = description
    self.sources = sources
    self.parameters = parameters
    self.home = home
    self.horizon = horizon
    self.regions = regions
    self.blocs = blocs
    self.commodities = commodities
    self.groups = groups
    self.processes = processes
    self.facilities = facilities
    self.projects = projects
    self.programmes = programmes
    self.lanes =
      lanes
      ?? LaneTable(
        regionCount: regions.count, commodityCount: commodities.count, periodCount: horizon.count)
    self.quotas = quotas
    self.demands = demands
    self.stockpiles = stockpiles
    self.contracts = contracts
    self.history = history
    self.disruptions = disruptions
  }
}
