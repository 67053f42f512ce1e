import LinearProgramming
import Sourcing

extension ReadableNames {
  /// The names of a program's columns while they are made; nil for a column that only states goals.
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

    /// How much soft goals are broken.
    mutating func addViolations(_ program: PlanningProgram, _ ids: Ids) {
      for goal in program.goals {
        guard let violation = goal.violation else { continue }
        let period = goal.period.map { [ids.period($0)] } ?? []
        set(violation, "violation", [ids.goal(goal.goal), goal.subject.id] + period)
      }
    }

    /// Quantities of which a producer, project or stockpile has one a period.
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
