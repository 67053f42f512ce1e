import CaseSupport
import GLPKSolver
import LinearProgramming
import Planning
import TestSupport
import Testing

@testable import Formulation
@testable import Sourcing

@Suite("Months that are alike")
struct MonthSpansTests {
  private let instance = AttackedChain().instance

  private func spans(
    _ effects: [Disruption.Effect], horizon: Int = 12, reroute: Int = 3,
    stockpiles: [Stockpile] = []
  ) -> [ClosedRange<Int>] {
    let factors = DisruptionFactors(
      instance: instance, disruption: Disruption(id: "d", effects: effects))
    return MonthSpans.alike(
      under: [factors], StressOptions(horizonMonths: horizon, rerouteMonths: reroute),
      stockpiles: stockpiles
    ).spans
  }

  @Test("a span ends where an effect ends, and with the time to reroute")
  func ends() {
    let loss = Disruption.Effect(kind: .production, regions: [1], factor: 0, months: 6)
    let surge = Disruption.Effect(kind: .demand, regions: [0], factor: 1.5, months: 40)
    #expect(spans([loss, surge]) == [1...3, 4...6, 7...12])
    #expect(spans([loss], reroute: 0) == [1...6, 7...12])
    #expect(spans([loss], horizon: 3, reroute: 20) == [1...3])
    #expect(spans([], horizon: 1200) == [1...3, 4...1200])
  }

  @Test("neither the months of a stock's effect nor those of one without effect count")
  func withoutEffect() {
    let stock = Disruption.Effect(kind: .stock, regions: [2], factor: 0, months: 5)
    let nothing = Disruption.Effect(kind: .production, regions: [1], factor: 1, months: 7)
    #expect(spans([stock, nothing]) == [1...3, 4...12])
  }

  @Test("where a stockpile loses some of its level, each month is by itself")
  func losses() {
    var store = instance.stockpiles[0]
    #expect(spans([], horizon: 4, stockpiles: [store]) == [1...3, 4...4])
    store.loss = 0.01
    #expect(spans([], horizon: 4, stockpiles: [store]) == [1...1, 2...2, 3...3, 4...4])
  }

  @Test("a mean of disruptions ends where each of them ends")
  func mean() {
    let disruptions = [2, 5].map { months in
      Disruption(
        id: "\(months)", effects: [.init(kind: .exports, regions: [1], factor: 0, months: months)],
        probability: 0.5)
    }
    let factors = DisruptionFactors(instance: instance, mean: disruptions, rerouteMonths: 3)
    let found = MonthSpans.alike(under: [factors], StressOptions(), stockpiles: []).spans
    #expect(found == [1...2, 3...3, 4...5, 6...12])
  }

  @Test(
    "one copy for months that are alike has the same least loss and the same best worst month",
    arguments: Array(1...24))
  func sameOptimum(seed: Int) throws {
    let question = try WindowQuestion(seed: UInt64(seed))
    let instance = question.instance
    let model = try question.model()
    let plan = try #require(try Planner(solver: GLPKSolver()).plan(instance, model).plan)
    var options = question.options
    if seed.isMultiple(of: 4) { options.allocation = .proRata }
    var fewer = 0
    for disruption in instance.disruptions {
      let factors = DisruptionFactors(instance: instance, disruption: disruption)
      let single = StressProgram(
        instance: instance, model: model, plan: plan, period: 1, options: options)
      let merged = try StressProgram(
        instance: instance, model: model, plan: plan, period: 1, options: options,
        mergingMonthsUnder: [factors], until: .none)
      fewer += single.program.columnCount - merged.program.columnCount
      let measures: [(StressProgram, inout LinearProgram) -> Void] = [
        { stress, program in
          for term in stress.lostValue(in: Array(instance.regions.indices)).terms {
            program.setCost(term.column, term.coefficient)
          }
        },
        { stress, program in
          let worst = program.addColumn(cost: 1)
          for months in stress.block.windows(eachMonth: true) {
            var row = stress.block.unserved([1], in: [0], months: months)
            row.add(-1, worst)
            program.addRow(row, upper: 0)
          }
        },
      ]
      for measure in measures {
        let optimum = { (stress: StressProgram) in
          var program = stress.program(under: factors)
          measure(stress, &program)
          return try GLPKSolver().solve(program).objective
        }
        #expect(isClose(try optimum(merged), try optimum(single), within: 1e-7))
      }
    }
    let isLossy = instance.stockpiles.contains { $0.loss > 0 }
    #expect((fewer > 0) == (!isLossy && options.horizonMonths > 1))
  }
}

extension StressProgram {
  /// The program in a disruption, without costs.
  fileprivate func program(under factors: DisruptionFactors) -> LinearProgram {
    var lp = program
    let bounds = bounds(under: factors)
    for (column, upper) in bounds.columnUpper { lp.setBounds(column, lower: 0, upper: upper) }
    for (row, lower, upper) in bounds.rows { lp.setBounds(row, lower: lower, upper: upper) }
    if options.allocation == .proRata {
      for row in allocationRows(under: factors) { lp.addRow(row.expression, lower: 0, upper: 0) }
    }
    for column in lp.cost.indices { lp.setCost(Column(column), 0) }
    return lp
  }
}
