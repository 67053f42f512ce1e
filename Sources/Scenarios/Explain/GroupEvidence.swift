import Formulation
import LinearProgramming
import Sourcing

/// The goals and groups of data that a certificate of infeasibility uses, each with the parts that it uses.
struct GroupEvidence {
  /// The groups that the certificate uses, each with the parts that it uses.
  private(set) var places: [ConstraintGroup: [Conflict.Place]] = [:]

  private let program: PlanningProgram
  private var instance: Instance { program.instance }

  /// Reads a certificate that a planning LP is infeasible.
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
    case .recourseCut(.service), .recourseCut(.attack), .stress: addResilienceGoals()
    case .supply, .use, .projectCapacity, .excessLoss, .recourseCut(.loss), .objectiveStage,
      .costLimit, .give, .sizingService, .outsidersLoss, .largestStockCost:
      break
    }
  }

  /// Adds the goals of a row. Goals through the chain share clean flows, and resilience goals share stress windows,
  /// so a row of one of them stands for all goals of the same kind.
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

  private mutating func addGoals(where matches: (Goal.Kind) -> Bool) {
    for (index, goal) in program.model.goals.indexed()
    where matches(goal.kind) && !goal.isSoft {
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
    for (index, contract) in instance.contracts.indexed() where contract.covers(key) {
      add(.contract(index), "", key.period)
    }
    add(.history(commodity: key.commodity, destination: key.destination), "", key.period)
    if program.model.keptByOthers(key) > 0 { add(.othersKeep, "", key.period) }
    let terms = instance.lanes[
      commodity: key.commodity, origin: key.origin, destination: key.destination,
      period: key.period]
    if let terms, terms.capacity < .infinity {
      add(.laneCapacity(commodity: key.commodity), lane, key.period)
    }
  }
}

extension LinearProgram {
  /// Aᵀ·y for multipliers y of the rows, one value for each column, with the sum of the absolute values of its terms.
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
