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
        set(column, "flow", ids.lane(flow) + [ids.period(PeriodIndex(flow.period))])
      }
      addSeries(program, ids)
      addShortages(program, ids)
    }

    /// How much soft goals are broken.
    mutating func addViolations(_ program: PlanningProgram, _ ids: Ids) {
      for goal in program.goals {
        guard let violation = goal.violation else { continue }
        let period = goal.period.map { [ids.period(PeriodIndex($0))] } ?? []
        set(violation, "violation", [ids.goal(GoalIndex(goal.goal)), goal.subject.id] + period)
      }
    }

    /// Quantities of which a producer, project or stockpile has one a period.
    private mutating func addSeries(_ program: PlanningProgram, _ ids: Ids) {
      let (instance, columns) = (program.instance, program.columns)
      let series: [(String, [String], [[Column?]])] = [
        ("output", program.producers.all.map(\.id), columns.activity),
        ("order", instance.projects.map(\.id), columns.order),
        ("is_ordered", instance.projects.map(\.id), columns.isOrdered),
        ("put", instance.stockpiles.map(\.id), columns.put),
        ("draw", instance.stockpiles.map(\.id), columns.draw),
        ("level", instance.stockpiles.map(\.id), columns.level),
      ]
      for (quantity, names, rows) in series {
        for (name, row) in zip(names, rows) {
          for (period, column) in row.enumerated() {
            guard let column else { continue }
            set(column, quantity, [name, ids.period(PeriodIndex(period))])
          }
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
                ids.region(RegionIndex(region)), ids.commodity(CommodityIndex(commodity)),
                ids.period(PeriodIndex(period)),
              ])
          }
        }
      }
    }

    // MARK: A stress window

    mutating func add(_ block: StressBlock, _ ids: Ids) {
      let place = { (month: Int) in ["m\(month)", "w\(block.window)"] }
      let stockpile = { (index: Int) in ids.stockpile(StockpileIndex(index)) }
      for it in block.activities {
        set(
          it.column, "stress_output", [ids.producer(ProducerIndex(it.producer))] + place(it.month))
      }
      for it in block.flows { set(it.column, "stress_flow", ids.lane(it.key) + place(it.month)) }
      for it in block.shortages {
        set(
          it.column, "stress_shortage",
          [
            ids.region(RegionIndex(it.region)), ids.commodity(CommodityIndex(it.commodity)),
          ] + place(it.month))
      }
      for it in block.draws {
        set(it.column, "stress_draw", [stockpile(it.stockpile)] + place(it.month))
      }
      for it in block.sharedDraws {
        set(
          it.column, "stress_shared",
          [stockpile(it.stockpile), ids.region(RegionIndex(it.destination))] + place(it.month))
      }
      for it in block.levels {
        set(it.column, "stress_level", [stockpile(it.stockpile)] + place(it.month))
      }
    }
  }
}
