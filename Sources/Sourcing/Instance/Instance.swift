/// A supply network: who makes, moves, needs and stores what, and what could be built.
///
/// Every reference is an index into a table of the instance. Quantities are yearly amounts in the commodity's
/// unit, money is in ``currency``. `InstanceReader` of `SourcingFiles` reads an instance from a folder. To make one
/// in code, start with a name and a horizon and add to it, or pass whole tables to the initialiser;
/// ``validate()`` says what is wrong with it.
public struct Instance: Sendable {
  /// Short name, an identifier.
  public var name: String
  /// What the instance is about, in a few words.
  public var title: String
  /// The unit of all money, for example `USD million (2019)`.
  public var currency: String
  /// What the instance is about, at length.
  public var description: String
  /// Where the figures come from, in free text. ``listedSources`` has single publications.
  public var sources: [String]
  /// Values that models may use as `$name`.
  public var parameters: [String: String]
  /// The region or bloc for which the plan is made.
  public var home: RegionSet

  /// The periods and the discount rate.
  public var horizon: Horizon
  /// Places that make or use goods.
  public var regions: Table<Region>
  /// Named sets of regions.
  public var blocs: [RegionSet]
  /// Goods.
  public var commodities: Table<Commodity>
  /// Named sets of commodities, each with one unit.
  public var groups: [CommodityGroup]
  /// Ways to make goods.
  public var processes: Table<Process>
  /// Producers that exist.
  public var facilities: Table<Facility>
  /// Producers that could be built.
  public var projects: Table<Project>
  /// Public money for projects.
  public var programmes: Table<Programme>
  /// Where flows are possible, and on what terms.
  public var lanes: LaneTable
  /// Limits on sums of flows.
  public var quotas: Table<Quota>
  /// Final demand.
  public var demands: DemandTable
  /// Stores.
  public var stockpiles: Table<Stockpile>
  /// Least flows.
  public var contracts: Table<Contract>
  /// Flows that were observed, each lane and period once.
  public var history: [HistoricalFlow]
  /// Flows that were observed and that no plan is told of, each lane and period once. Only back-tests use them.
  public var observed: [HistoricalFlow]
  /// What may go wrong.
  public var disruptions: Table<Disruption>
  /// Published figures, with which the instance and its plans are compared; no plan depends on them.
  public var checks: Table<PublishedCheck>

  /// The publications from which the figures come, each with the number of rows that cite it.
  public var listedSources: Table<Source> = []

  /// How far numbers may be wrong. They change no plan by themselves.
  public var assumptions: Table<Assumption>
  /// The place z of each assumption that is moved, by id; empty where all stand at 0, so that every number is that of the
  /// tables. Only tables of a folder can be moved: `InstanceTables.applying(_:)` of `SourcingFiles` does it.
  public var movedAssumptions: [String: Double] = [:]

  /// SHA-256 of the files as read (names and contents, edits included); empty for an instance made in code.
  public var contentHash = ""
  /// Path of the folder that it was read from; empty for an instance made in code.
  public var folder = ""

  /// An instance made in code.
  ///
  /// Tables that are not given are empty, as where a folder has no such file: without `lanes`, goods move inside
  /// their regions only, and without `demands` nobody needs anything. Lanes and demands that are given must
  /// have the size of the other tables.
  ///
  /// - Parameters:
  ///   - name: an identifier.
  ///   - title: what it is about; the name if not given.
  ///   - currency: the unit of all money.
  ///   - description: what it is about, at length.
  ///   - sources: where the figures come from.
  ///   - parameters: values that models may use as `$name`.
  ///   - home: for whom the plan is made; if it is not given, set it before you plan.
  ///   - horizon: the periods and the discount rate.
  ///   - regions: places that make or use goods.
  ///   - blocs: named sets of regions.
  ///   - commodities: goods.
  ///   - groups: named sets of commodities.
  ///   - processes: ways to make goods.
  ///   - facilities: producers that exist.
  ///   - projects: producers that could be built.
  ///   - programmes: public money for projects.
  ///   - lanes: where flows are possible.
  ///   - quotas: limits on sums of flows.
  ///   - demands: final demand.
  ///   - stockpiles: stores.
  ///   - contracts: least flows.
  ///   - history: observed flows.
  ///   - observed: observed flows that no plan is told of.
  ///   - disruptions: what may go wrong.
  ///   - checks: published figures to compare with.
  ///   - assumptions: how far numbers may be wrong.
  public init(
    name: String, title: String? = nil, currency: String = "", description: String = "",
    sources: [String] = [], parameters: [String: String] = [:],
    home: RegionSet = RegionSet(id: "", members: []), horizon: Horizon,
    regions: Table<Region> = [], blocs: [RegionSet] = [], commodities: Table<Commodity> = [],
    groups: [CommodityGroup] = [], processes: Table<Process> = [], facilities: Table<Facility> = [],
    projects: Table<Project> = [], programmes: Table<Programme> = [], lanes: LaneTable? = nil,
    quotas: Table<Quota> = [], demands: DemandTable? = nil, stockpiles: Table<Stockpile> = [],
    contracts: Table<Contract> = [], history: [HistoricalFlow] = [],
    observed: [HistoricalFlow] = [], disruptions: Table<Disruption> = [],
    checks: Table<PublishedCheck> = [], assumptions: Table<Assumption> = []
  ) {
    self.name = name
    self.title = title ?? name
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
    self.demands =
      demands
      ?? DemandTable(
        regionCount: regions.count, commodityCount: commodities.count, periodCount: horizon.count)
    self.stockpiles = stockpiles
    self.contracts = contracts
    self.history = history
    self.observed = observed
    self.disruptions = disruptions
    self.checks = checks
    self.assumptions = assumptions
  }
}
