public import LinearProgramming
import Sourcing

/// The names of rows and columns for people and other solvers: the quantity or the family, and the ids that it is
/// about, such as `flow[ndpr,CHN,JPN,2025]`, `use[JPN,ndpr,2025]` or, in month 3 of the first stress window,
/// `stress_use[JPN,ndpr,m3,w0]`. docs/formulation.md lists them all.
public struct ReadableNames: Sendable {
  private let keys: [RowKey]
  private let columns: [String?]
  private let ids: Ids

  /// The names of a planning program. Names of columns are made here, names of rows on demand.
  public init(_ program: PlanningProgram) {
    keys = program.rowKeys
    var columns = Columns(count: program.program.columnCount)
    let ids = Ids(
      instance: program.instance, producers: program.producers,
      goals: program.model.goals.mapped(\.name))
    columns.addNetwork(program, ids)
    columns.addViolations(program, ids)
    columns.addGoalColumns(program, ids)
    for window in program.windows { columns.add(window, ids) }
    self.columns = columns.names
    self.ids = ids
  }

  /// The names of the stress program of a finished plan.
  public init(_ stress: StressProgram) {
    keys = stress.keyed.keys
    ids = Ids(instance: stress.instance, producers: stress.reference.producers, goals: [])
    var columns = Columns(count: stress.program.columnCount)
    columns.add(stress.block, ids)
    if let column = stress.smallestService { columns.set(column, "smallest_service") }
    self.columns = columns.names
  }

  /// The names of a sizing program.
  public init(_ sizing: SizingProgram) {
    keys = sizing.keyed.keys
    ids = Ids(instance: sizing.instance, producers: sizing.producers, goals: [])
    var columns = Columns(count: sizing.program.columnCount)
    for window in sizing.blocks { columns.add(window, ids) }
    for size in sizing.sizes {
      columns.set(size.column, "size", [ids.stockpile(size.stockpile)])
    }
    for requirement in sizing.requirements {
      columns.set(requirement.relief, "service_relief", ids.place(requirement.place))
    }
    columns.set(sizing.service, "service_level")
    columns.set(sizing.largestCost, "largest_stock_cost")
    self.columns = columns.names
  }

  /// The names of a stress window that is a program of its own, whose first columns are those of a plan.
  ///
  /// - Parameter violation: the column that measures what is missing of a service.
  init(
    _ window: KeyedProgram, plan: PlanningProgram, window block: StressBlock, violation: Column
  ) {
    keys = window.keys
    ids = Ids(instance: plan.instance, producers: plan.producers, goals: [])
    var columns = Columns(count: window.program.columnCount)
    columns.addNetwork(plan, ids)
    columns.add(block, ids)
    columns.set(violation, "service_violation", ["w\(block.window)"])
    self.columns = columns.names
  }

  /// Such as `flow[ndpr,CHN,JPN,2025]`; `aux[n]` for a column without a meaning of its own.
  public func name(of column: Column) -> String { columns[column.index] ?? "aux[\(column.index)]" }

  /// Such as `use[JPN,ndpr,2025]`.
  public func name(of row: Row) -> String {
    let key = keys[row.index]
    return Self.name(key.family.rawValue, parts(of: key))
  }

  static func name(_ quantity: String, _ parts: [String]) -> String {
    parts.isEmpty ? quantity : "\(quantity)[\(parts.joined(separator: ","))]"
  }

  /// The ids that a row is about.
  private func parts(of key: RowKey) -> [String] {
    switch key {
    case .supply(let place, let period), .use(let place, let period):
      ids.place(place) + [ids.period(period)]
    case .projectCapacity(let producer, let period): [ids.producer(producer), ids.period(period)]
    case .projectSize(let project): [ids.project(project)]
    case .orderAtMost(let project, let period): [ids.project(project), ids.period(period), "most"]
    case .orderAtLeast(let project, let period):
      [ids.project(project), ids.period(period), "least"]
    case .orderOnce(let project): [ids.project(project), "once"]
    case .quota(let quota, let period):
      [ids.quota(quota), String(quota.position), ids.period(period)]
    case .maxDecline(let flow): ids.lane(flow) + [ids.period(flow.period)]
    case .stock(let stockpile, let period): [ids.stockpile(stockpile), ids.period(period)]
    case .programme(let programme): [ids.programme(programme)]
    case .goal(let row):
      [ids.goal(row.goal)] + (row.period.map { [ids.period($0)] } ?? [])
        + [String(row.constraint.position), String(row.number)]
    case .cleanPart(let column, let subFlow): [name(of: column), "c\(subFlow)"]
    case .cleanSupply(let place, let period, let subFlow):
      ["supply"] + ids.place(place) + [ids.period(period), "c\(subFlow)"]
    case .cleanUse(let place, let period, let subFlow):
      ["use"] + ids.place(place) + [ids.period(period), "c\(subFlow)"]
    case .excessLoss(let disruption, let period):
      [ids.disruption(disruption), ids.period(period)]
    case .recourseCut(let subject): parts(of: subject)
    case .stress(let row, let window): parts(of: row) + ["w\(window)"]
    case .sizingService(let place, let window): ids.place(place) + ["w\(window)"]
    case .outsidersLoss(let window): ["w\(window)"]
    case .largestStockCost(let member): [ids.region(member)]
    case .objectiveStage(let stage): [String(stage)]
    case .costLimit: []
    case .give(let constraint): [String(constraint.position)]
    }
  }

  private func parts(of subject: RecourseSubject) -> [String] {
    switch subject {
    case .loss(let scenario, let period): [ids.scenario(scenario), ids.period(period)]
    case .service(let goal, let period, let window):
      [ids.goal(goal), ids.period(period), "w\(window)"]
    case .attack(let attack, let cell):
      [ids.goal(cell.goal), ids.period(cell.period), attack.name(in: ids.instance)]
    }
  }

  private func parts(of row: StressRow) -> [String] {
    switch row {
    case .capacity(let producer, let month): [ids.producer(producer), "m\(month)"]
    case .plannedFlow(let flow, let month), .allocation(let flow, let month):
      ids.lane(flow) + ["m\(month)"]
    case .stock(let stockpile, let month), .release(let stockpile, let month):
      [ids.stockpile(stockpile), "m\(month)"]
    case .supply(let place, let month), .use(let place, let month):
      ids.place(place) + ["m\(month)"]
    case .quota(let quota, let month): [ids.quota(quota), String(quota.position), "m\(month)"]
    case .sharingQuota(let stockpile): [ids.stockpile(stockpile)]
    case .given(let place): ["given"] + ids.place(place)
    case .received(let place): ["received"] + ids.place(place)
    case .service(let months):
      months.count == 1 ? ["m\(months.lowerBound)"] : ["m\(months.lowerBound)-\(months.upperBound)"]
    }
  }
}

extension ReadableNames {
  /// The ids of things by their indices.
  struct Ids: Sendable {
    let instance: Instance
    let producers: Producers
    let goals: IndexedArray<Goal, String>

    func region(_ index: RegionIndex) -> String { instance.regions[index].id }
    func commodity(_ index: CommodityIndex) -> String { instance.commodities[index].id }
    func period(_ index: PeriodIndex) -> String { instance.horizon[index].label }
    func producer(_ index: ProducerIndex) -> String { producers.all[index].id }
    func project(_ index: ProjectIndex) -> String { instance.projects[index].id }
    func programme(_ index: ProgrammeIndex) -> String { instance.programmes[index].id }
    func quota(_ index: QuotaIndex) -> String { instance.quotas[index].id }
    func stockpile(_ index: StockpileIndex) -> String { instance.stockpiles[index].id }
    func disruption(_ index: DisruptionIndex) -> String { instance.disruptions[index].id }
    func goal(_ index: GoalIndex) -> String { goals[index] }
    func scenario(_ scenario: RecourseSubject.Scenario) -> String {
      switch scenario {
      case .disruption(let index): disruption(index)
      case .mean: "mean"
      }
    }

    /// Region and commodity.
    func place(_ place: Place) -> [String] { [region(place.region), commodity(place.commodity)] }

    /// Commodity, origin and destination.
    func lane(_ flow: FlowKey) -> [String] {
      [
        instance.commodities[flow.commodity].id, instance.regions[flow.origin].id,
        instance.regions[flow.destination].id,
      ]
    }
  }
}
