import Formulation
import Hedging
import LinearProgramming
import Parallel
import Sourcing

/// The programs of all worlds, and the problem that they make together.
struct HedgePrograms: Sendable {
  let plans: [WorldPlan]
  let common: CommonOrders
  let programs: [PlanningProgram]
  /// The projects that are lumpy in all worlds.
  let lumpy: Set<ProjectIndex>
  private let probabilities: [Double]

  /// Writes the programs.
  ///
  /// - Parameters:
  ///   - plans: the worlds with their own plans.
  ///   - probabilities: how likely each world is.
  ///   - until: the last common period; nil: none is.
  ///   - attacks: for each world the attacks whose windows are written into its rows.
  /// - Throws: `NoOptimum` if the time limit comes first.
  init(
    _ plans: [WorldPlan], probabilities: [Double], until: PeriodIndex?, attacks: [KnownAttacks],
    solver: any Solver, jobs: Int
  ) throws {
    let common = CommonOrders(of: plans, until: until)
    self.plans = plans
    self.common = common
    self.probabilities = probabilities
    programs = try inParallel(Array(plans.indices), jobs: jobs) { world in
      try PlanningProgram(
        instance: plans[world].instance, model: plans[world].model, attacks: attacks[world],
        idleOrders: common.idle[world], until: solver.deadline)
    }
    lumpy = Set(
      common.keys.map(\.project).filter { project in
        plans.allSatisfy { $0.instance.projects[project].isLumpy }
      })
  }

  /// The problem of the best common orders.
  var problem: HedgeProblem {
    let worlds = programs.indices.map(world)
    let sum = probabilities.reduce(0, +)
    var problem = HedgeProblem(
      worlds, startingAt: plans.prefix(1).map { common.decisions($0.orders, lumpy: lumpy) })
    // As if the worlds that are left out had never been there.
    for index in problem.worlds.indices {
      problem.worlds[index].probability =
        sum > 0 ? probabilities[index] / sum : 1 / Double(programs.count)
    }
    return problem
  }

  private func world(_ index: Int) -> HedgeWorld {
    let (plan, program) = (plans[index], programs[index])
    var stated = program.firstStage()
    var linked: [Column] = []
    for key in common.keys {
      let count = lumpy.contains(key.project) ? 2 : 1
      let own = columns(of: key, in: program).prefix(count)
      linked += own
      // The world forbids the order: a column that is 0 stands for it.
      for place in own.count..<count {
        linked.append(stated.addColumn(lower: 0, upper: 0, size: size(of: key, place)))
      }
    }
    let cones = program.cones
    return HedgeWorld(
      name: plan.name, program: stated,
      common: linked, ownCost: plan.cost, probability: probabilities[index],
      brokenRows: { point in cones.compactMap { $0.violatedCut(at: point)?.expression } })
  }

  /// The size of a column of an order in a world that does not forbid it.
  private func size(of key: CommonOrders.Key, _ place: Int) -> Double {
    for program in programs {
      let columns = columns(of: key, in: program)
      if columns.count > place { return program.program.size(of: columns[place]) }
    }
    return 1
  }

  /// The columns of an order: its capacity, and of a lumpy project whether it is made.
  private func columns(of key: CommonOrders.Key, in program: PlanningProgram) -> [Column] {
    [
      program.columns.order[key.project][key.period],
      program.columns.isOrdered[key.project][key.period],
    ].compactMap(\.self)
  }

  /// The orders at a solution, those that are not 0.
  func orders(at solution: HedgeSolution, probabilities: [Double]) -> [Hedge.Order] {
    let commonKeys = Set(common.keys)
    let horizon = plans[0].instance.horizon
    return plans[0].instance.projects.indices.flatMap { project in
      horizon.indices.compactMap { period -> Hedge.Order? in
        let key = CommonOrders.Key(project: project, period: period)
        let capacities = programs.indices.map { world in
          programs[world].columns.order[project][period].map {
            programs[world].program.withoutRoundOff(solution.points[world][$0.index], of: $0)
          } ?? 0
        }
        guard let greatest = capacities.max(), greatest > 0 else { return nil }
        let isCommon = commonKeys.contains(key)
        return Hedge.Order(
          project: project, period: period,
          capacity: isCommon
            ? capacities[0] : zip(probabilities, capacities).reduce(0) { $0 + $1.0 * $1.1 },
          isCommon: isCommon, least: isCommon ? capacities[0] : capacities.min() ?? 0,
          greatest: isCommon ? capacities[0] : greatest)
      }
    }
  }
}

extension LinearProgram {
  /// A value of a column; 0 if it is no more than round-off of its size.
  fileprivate func withoutRoundOff(_ value: Double, of column: Column) -> Double {
    value > 1e-8 * size(of: column) ? value : 0
  }
}
