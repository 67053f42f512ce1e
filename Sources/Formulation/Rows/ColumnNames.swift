import LinearProgramming
import Sourcing

extension ReadableNames {
  /// The names of a program's columns while they are made; nil for a column without a name yet.
  struct Columns {
    private(set) var names: [String?]

    init(count: Int) { names = Array(repeating: nil, count: count) }

    mutating func set(_ column: Column, _ quantity: String, _ parts: [String] = []) {
      names[column.index] = ReadableNames.name(quantity, parts)
    }

    // MARK: The network of a plan

    mutating func addNetwork(_ program: PlanningProgram, _ ids: Ids) {
      for (flow, column) in program.columns.flows {
        set(column, "flow", ids.lane(flow) + [ids.period(flow.period)])
      }
      addSeries(program, ids)
      addShortages(program, ids)
    }

    /// The violations of soft goals.
    mutating func addViolations(_ program: PlanningProgram, _ ids: Ids) {
      for goal in program.goals {
        guard let violation = goal.violation else { continue }
        set(violation, "violation", place(of: goal, ids) + [goal.direction.rawValue])
      }
    }

    /// Columns that state goals, `risk` or an explanation.
    mutating func addGoalColumns(_ program: PlanningProgram, _ ids: Ids) {
      for (column, states) in program.goalColumns {
        switch states {
        case .isSource(let source, let constraint):
          set(column, "is_source", place(of: program.goals[constraint], ids) + [name(source, ids)])
        case .countedPart(let source, let constraint):
          set(column, "counted", place(of: program.goals[constraint], ids) + [name(source, ids)])
        case .leastPart(let constraint):
          set(column, "least_part", place(of: program.goals[constraint], ids))
        case .cleanOutput(let producer, let period, let subFlow):
          set(
            column, "clean_output",
            [ids.producer(producer), ids.period(period), "c\(subFlow)"])
        case .cleanFlow(let flow, let subFlow):
          set(column, "clean_flow", ids.lane(flow) + [ids.period(flow.period), "c\(subFlow)"])
        case .lossThreshold(let period): set(column, "loss_threshold", [ids.period(period)])
        case .excessLoss(let disruption, let period):
          set(column, "excess_loss", [ids.disruption(disruption), ids.period(period)])
        case .loss(let scenario, let period):
          set(column, "loss", [ids.scenario(scenario), ids.period(period)])
        case .give(let goal, let direction, let isEachMonth):
          let month = isEachMonth ? ["each_month"] : []
          set(column, "give", [ids.goal(goal), direction.rawValue] + month)
        case .coneGive(let constraint):
          set(column, "cone_give", place(of: program.goals[constraint], ids))
        }
      }
    }

    private func name(_ source: GoalColumn.Source, _ ids: Ids) -> String {
      switch source {
      case .region(let region): ids.region(region)
      case .missing(let number): "missing\(number + 1)"
      }
    }

    /// What a goal's constraint is about: goal, region or bloc and, where it has them, commodity or group,
    /// period and disruption.
    private func place(of goal: GoalConstraint, _ ids: Ids) -> [String] {
      [ids.goal(goal.goal), goal.subject.id]
        + [
          goal.commodity?.id, goal.period.map(ids.period), goal.disruption.map(ids.disruption),
        ].compactMap(\.self)
    }

    /// Quantities that a producer, project or stockpile has in each period.
    private mutating func addSeries(_ program: PlanningProgram, _ ids: Ids) {
      let columns = program.columns
      addSeries("output", columns.activity, ids.producer, ids)
      addSeries("order", columns.order, ids.project, ids)
      addSeries("is_ordered", columns.isOrdered, ids.project, ids)
      addSeries("put", columns.put, ids.stockpile, ids)
      addSeries("draw", columns.draw, ids.stockpile, ids)
      addSeries("level", columns.level, ids.stockpile, ids)
    }

    private mutating func addSeries<Key>(
      _ quantity: String, _ columns: IndexedArray<Key, PerPeriod<Column?>>,
      _ id: (TypedIndex<Key>) -> String, _ ids: Ids
    ) {
      for (index, series) in columns.indexed() {
        for (period, column) in series.indexed() {
          if let column { set(column, quantity, [id(index), ids.period(period)]) }
        }
      }
    }

    private mutating func addShortages(_ program: PlanningProgram, _ ids: Ids) {
      let instance = program.instance
      for period in instance.horizon.indices {
        for commodity in instance.commodities.indices {
          for region in instance.regions.indices {
            let column = program.columns.shortage(
              region: region, commodity: commodity, period: period)
            guard let column else { continue }
            set(
              column, "shortage",
              [
                ids.region(region), ids.commodity(commodity),
                ids.period(period),
              ])
          }
        }
      }
    }

    // MARK: A stress window

    mutating func add(_ block: StressBlock, _ ids: Ids) {
      let place = { (month: Int) in ["m\(month)", "w\(block.window)"] }
      for it in block.activities {
        set(
          it.column, "stress_output", [ids.producer(it.producer)] + place(it.month))
      }
      for it in block.flows { set(it.column, "stress_flow", ids.lane(it.key) + place(it.month)) }
      for it in block.shortages {
        set(
          it.column, "stress_shortage",
          [
            ids.region(it.region), ids.commodity(it.commodity),
          ] + place(it.month))
      }
      for it in block.draws {
        set(it.column, "stress_draw", [ids.stockpile(it.stockpile)] + place(it.month))
      }
      for it in block.sharedDraws {
        set(
          it.column, "stress_shared",
          [ids.stockpile(it.stockpile), ids.region(it.destination)] + place(it.month))
      }
      for it in block.levels {
        set(it.column, "stress_level", [ids.stockpile(it.stockpile)] + place(it.month))
      }
    }
  }
}
