import Formulation
import LinearProgramming
import Sourcing

extension ConstraintGroup {
  /// Every group that an instance and a model have, the ones a planner would rather read about first:
  /// goals, contracts, history, budgets, quotas, capacities, then the rest.
  static func all(in instance: Instance, _ model: Model) -> [ConstraintGroup] {
    var groups: [ConstraintGroup] = model.goals.indices
      .filter { !model.goals[$0].isSoft }.map { .goal($0) }
    groups += instance.contracts.indices.map { .contract($0) }
    groups += historyGroups(instance, model)
    groups += instance.programmes.indices.map { .budget(programme: $0) }
    var quotas = Set<String>()
    groups += instance.quotas.map(\.id).filter { quotas.insert($0).inserted }.map { .quota($0) }
    groups += instance.facilities.indices
      .filter { instance.facilities[$0].minimum.contains { $0 > 0 } }.map { .facilityMinimum($0) }
    groups += instance.commodities.indices.map { .producerCapacity(commodity: $0) }
    groups += instance.commodities.indices.map { .laneCapacity(commodity: $0) }
    if model.maxDecline != nil { groups.append(.maxDecline) }
    if model.stockpiles != .none { groups += instance.stockpiles.indices.map { .stockLevels($0) } }
    return groups
  }

  private static func historyGroups(_ instance: Instance, _ model: Model) -> [ConstraintGroup] {
    guard model.history == .fix else { return [] }
    var seen = Set<ConstraintGroup>()
    return instance.history.map {
      .history(commodity: $0.commodity, destination: $0.destination)
    }.filter { seen.insert($0).inserted }
  }
}

/// A group of data or a goal that takes part in a conflict, with the places where.
struct GroupEvidence {
  /// Groups in the proof; each with what of it (periods, producers, lanes) the proof uses.
  private(set) var places: [ConstraintGroup: [Conflict.Place]] = [:]

  private let program: PlanningProgram
  private var instance: Instance { program.instance }

  /// Reads a proof that a planning LP has no point.
  init(_ certificate: InfeasibilityCertificate, of program: PlanningProgram) {
    self.program = program
    let lp = program.program
    for row in certificate.rows { addRow(program.rowKeys[row.index]) }
    var involved = Array(repeating: false, count: lp.columnCount)
    switch certificate {
    case .crossedColumn(let column): involved[column.index] = true
    case .crossedRow: break
    case .multipliers(let multipliers):
      let combined = lp.combination(of: multipliers)
      involved = combined.map { abs($0.value) > 1e-9 * $0.magnitude }
    }
    addColumns(involved)
  }

  private mutating func add(
    _ group: ConstraintGroup, _ thing: String = "", _ period: PeriodIndex? = nil
  ) {
    let place = Conflict.Place(thing: thing, period: period)
    if places[group]?.contains(place) != true { places[group, default: []].append(place) }
  }

  private mutating func addRow(_ key: RowKey) {
    switch key {
    case .projectSize(let project), .orderAtMost(let project, _), .orderAtLeast(let project, _),
      .orderOnce(let project):
      addProject(project)
    case .quota(let quota, let period):
      add(.quota(instance.quotas[quota].id), "", period)
    case .maxDecline(let flow): add(.maxDecline, "", flow.period)
    case .stock(let stockpile, let period):
      add(.stockLevels(stockpile), "", period)
    case .programme(let programme): add(.budget(programme: programme))
    case .goal(let row): addGoalRow(row)
    case .cleanPart, .cleanSupply, .cleanUse: addChainGoals()
    case .recourseCut(.service), .stress: addResilienceGoals()
    case .supply, .use, .projectCapacity, .excessLoss, .recourseCut(.loss), .objectiveStage,
      .costLimit, .give, .sizingService, .outsidersLoss, .largestStockCost:
      break
    }
  }

  /// A share of what is traded holds by the rows of its period; what is traced through the chain or a stress
  /// window, by the rows of all goals that share the clean flow or ask for a service.
  private mutating func addGoalRow(_ row: GoalRow) {
    switch program.model.goals[row.goal].kind {
    case .reliance(_, _, .chain): addChainGoals()
    case .resilience: addResilienceGoals()
    case .reliance(_, _, .direct), .largestSource, .hhi, .plusOne, .cover, .service, .capex,
      .subsidy, .cost:
      add(.goal(row.goal), "", row.period)
    }
  }

  private mutating func addChainGoals() {
    addGoals { if case .reliance(_, _, .chain) = $0 { true } else { false } }
  }

  private mutating func addResilienceGoals() {
    addGoals { if case .resilience = $0 { true } else { false } }
  }

  private mutating func addGoals(where isMeant: (Goal.Kind) -> Bool) {
    for (index, goal) in program.model.goals.indexed()
    where isMeant(goal.kind) && !goal.isSoft {
      add(.goal(index))
    }
  }

  private mutating func addProject(_ index: ProjectIndex, _ period: PeriodIndex? = nil) {
    let project = instance.projects[index]
    let commodity = instance.processes[project.process].output
    add(.producerCapacity(commodity: commodity), project.id, period)
  }

  private mutating func addColumns(_ involved: [Bool]) {
    for (key, column) in program.columns.flows where involved[column.index] { addFlow(key) }
    for (index, producer) in program.producers.all.indexed() {
      for period in instance.horizon.indices {
        guard let column = program.columns.activity[index][period], involved[column.index],
          let facility = producer.facility
        else { continue }
        let it = instance.facilities[facility]
        if it.minimum[period] > 0 { add(.facilityMinimum(facility), "", period) }
        let commodity = instance.processes[it.process].output
        add(.producerCapacity(commodity: commodity), it.id, period)
      }
    }
    for period in instance.horizon.indices {
      for (index, columns) in program.columns.order.indexed() {
        if let column = columns[period], involved[column.index] { addProject(index, period) }
      }
      for (index, columns) in program.columns.level.indexed() {
        if let column = columns[period], involved[column.index] {
          add(.stockLevels(index), "", period)
        }
      }
    }
  }

  private mutating func addFlow(_ key: FlowKey) {
    let lane = "\(instance.regions[key.origin].id) to \(instance.regions[key.destination].id)"
    for (index, contract) in instance.contracts.indexed()
    where contract.commodity == key.commodity && contract.origin == key.origin
      && contract.destination == key.destination && contract.periods.contains(key.period)
    {
      add(.contract(index), "", key.period)
    }
    add(.history(commodity: key.commodity, destination: key.destination), "", key.period)
    let terms = instance.lanes[
      commodity: key.commodity, origin: key.origin, destination: key.destination,
      period: key.period]
    if let terms, terms.capacity < .infinity {
      add(.laneCapacity(commodity: key.commodity), lane, key.period)
    }
  }
}

extension LinearProgram {
  /// Aᵀ·y, one a column, with the size of what was added up.
  func combination(of multipliers: [Double]) -> [(value: Double, magnitude: Double)] {
    var result = Array(repeating: (value: 0.0, magnitude: 0.0), count: columnCount)
    for k in 0..<termCount {
      let product = termValue[k] * multipliers[Int(termRow[k])]
      result[Int(termColumn[k])].value += product
      result[Int(termColumn[k])].magnitude += abs(product)
    }
    return result
  }
}
