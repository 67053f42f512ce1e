import Sourcing
import Tables

/// Applies the rules of the instance format to tables: names become indices, wildcards, blocs, groups
/// and defaults are filled in, later rows replace earlier ones.
///
/// Each step takes what earlier steps made and returns values. A step goes on after a problem, so that
/// all problems are found; an instance compiled with problems in the log is not to be used.
enum InstanceCompiler {
  static func compile(_ tables: InstanceTables, log: ProblemLog) -> Instance {
    let source = TableSource(tables: tables, log: log)
    let manifest = tables.manifest
    let horizon = manifest.horizon
    let periods = PeriodNames(horizon)
    let places = CompiledPlaces(source)
    let goods = CompiledGoods(source, periods: periods)
    let processes = CompiledProcesses(source, goods: goods)
    let facilities = CompiledFacilities(
      source, processes: processes, places: places, periods: periods)
    let programmes = CompiledProgrammes(source, places: places, periods: periods)
    let projects = ProjectCompiler(
      source: source, places: places, periods: periods, processes: processes,
      facilities: facilities, programmes: programmes
    ).projects()
    let home = places.home(of: manifest, log: log)
    let trade = TradeCompiler(source: source, places: places, goods: goods, periods: periods)
    let use = UseCompiler(source: source, places: places, goods: goods, periods: periods)
    var instance = Instance(
      name: manifest.name, title: manifest.title, currency: manifest.currency,
      description: manifest.description, sources: manifest.sources,
      parameters: manifest.parameters, home: home, horizon: horizon, regions: places.regions,
      blocs: places.blocs, commodities: goods.commodities, groups: goods.groups,
      processes: processes.processes, facilities: facilities.facilities, projects: projects,
      programmes: programmes.programmes,
      lanes: LaneCompiler(source: source, places: places, goods: goods, periods: periods).lanes(),
      quotas: trade.quotas(), demands: use.demands(), stockpiles: use.stockpiles(),
      contracts: trade.contracts(), history: trade.flows(in: .history),
      observed: trade.flows(in: .observed),
      disruptions: DisruptionCompiler(
        source: source, places: places, goods: goods, processes: processes
      ).disruptions(),
      checks: CheckCompiler(source: source, places: places, goods: goods, periods: periods)
        .checks(),
      assumptions: AssumptionCompiler(source: source).assumptions())
    instance.movedAssumptions = tables.movedAssumptions
    instance.listedSources = CompiledSources(source).sources
    instance.contentHash = tables.contentHash
    instance.folder = tables.folder
    return instance
  }
}
