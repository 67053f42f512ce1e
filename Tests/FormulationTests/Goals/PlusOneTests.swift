import Formulation
import Foundation
import GLPKSolver
import LinearProgramming
import Planning
import Sourcing
import SourcingFiles
import TestSupport
import Testing

/// The rows of `plus_one` against plans of all choices of sources, each written as plain rows.
struct PlusOneTests {
  /// A random instance with a goal in one or two periods.
  struct Question {
    let instance: Instance
    let model: Model
    let share: Double
    let sources: Int
    let penalty: Double?

    init(seed: UInt64) throws {
      var numbers = SeededNumbers(seed: seed)
      let size = try #require(
        SyntheticInstance.Size(
          regions: Int.random(in: 4...6, using: &numbers), stages: 2, periods: 2))
      share = Double(Int.random(in: 5...45, using: &numbers)) / 100
      sources = Int.random(in: 1...3, using: &numbers)
      penalty =
        Bool.random(using: &numbers) ? Double(Int.random(in: 20...2000, using: &numbers)) : nil
      let stockpiles = ["hold", "free", "none"].randomElement(using: &numbers) ?? "none"
      let from = Bool.random(using: &numbers) ? "first" : "last"
      let of = Bool.random(using: &numbers) ? "R1" : "R3"
      let text = """
        name: chosen
        stockpiles: \(stockpiles)
        goals:
          - kind: plus_one
            of: \(of)
            commodity: good2
            beyond: R2
            sources: \(sources)
            each_at_least: \(share)
            from: \(from)
            until: last
        \(penalty.map { "    penalty: \($0)" } ?? "")

        """
      instance = try withTemporaryFolder { folder in
        let files = SyntheticInstance(size: size, seed: seed).files(name: "random")
        try write(files.mapValues { Array($0.utf8) }, to: folder)
        return try InstanceReader.read(folder: folder.path)
      }
      model = try ModelReader.read(
        bytes: Array(text.utf8), file: "model.yaml", instance: instance)
    }

    /// The least cost over all choices; nil if no choice has a plan.
    func leastOfAllChoices() throws -> Double? {
      var plain = model
      plain.goals = []
      let program = PlanningProgram(instance: instance, model: plain)
      let goal = model.goals[0]
      let eligible = instance.regions.indices.filter { instance.regions[$0].id != "R2" }
      let allowed = penalty == nil ? sources...sources : 0...sources
      let choices = subsets(of: eligible).filter { allowed.contains($0.count) }
      return try GLPKSolver().withSession(program.program) { session in
        let rows = try goal.periods.map { try chosenRows(eligible, period: $0, program, session) }
        return try least(rows[...], goal.periods[...], choices, session)
      }
    }

    /// The rows F({i},M) − α·F(W,M) ≥ 0 of each region, free at first.
    private func chosenRows(
      _ eligible: [RegionIndex], period: PeriodIndex, _ program: PlanningProgram,
      _ session: any SolverSession
    ) throws -> [RegionIndex: Row] {
      let goal = model.goals[0]
      let flows = program.columns.flows.filter {
        $0.key.period == period && goal.of.members.contains($0.key.destination)
          && goal.commodities[0].members.contains($0.key.commodity)
      }
      var rows: [RegionIndex: Row] = [:]
      for region in eligible {
        var expression = LinearExpression()
        for flow in flows {
          expression.add((flow.key.origin == region ? 1 : 0) - share, flow.column)
        }
        rows[region] = try session.addRow(expression, lower: -.infinity, upper: .infinity)
      }
      return rows
    }

    private func least(
      _ rows: ArraySlice<[RegionIndex: Row]>, _ periods: ArraySlice<PeriodIndex>,
      _ choices: [[RegionIndex]], _ session: any SolverSession
    ) throws -> Double? {
      guard let row = rows.first, let period = periods.first else {
        let solution = try session.solve(.standard)
        return solution.isOptimal ? solution.objective : nil
      }
      var best: Double?
      for choice in choices {
        for (region, row) in row {
          let lower = choice.contains(region) ? 0 : -Double.infinity
          try session.setBounds(row, lower: lower, upper: .infinity)
        }
        let missing = Double(sources - choice.count)
        let extra = missing * (penalty ?? 0) * instance.horizon.weight(period)
        guard let rest = try least(rows.dropFirst(), periods.dropFirst(), choices, session) else {
          continue
        }
        best = min(best ?? .infinity, rest + extra)
      }
      return best
    }

    private func subsets(of regions: [RegionIndex]) -> [[RegionIndex]] {
      regions.reduce(into: [[]]) { sets, region in sets += sets.map { $0 + [region] } }
    }
  }

  static let seeds = Array(UInt64(0)..<40)

  @Test("the best plan is the best of all choices of sources", arguments: seeds)
  func allChoices(seed: UInt64) throws {
    let question = try Question(seed: seed)
    let known = try question.leastOfAllChoices()
    let result = try Planner(solver: GLPKSolver()).plan(question.instance, question.model)
    #expect((result.termination == .optimal) == (known != nil))
    guard let known else { return }
    #expect(abs(result.objective - known) <= 1e-7 * abs(known), "\(result.objective) \(known)")
  }

  @Test("some of these questions are hard and some soft, with and without missing sources")
  func variety() throws {
    var (hard, soft, missing, impossible) = (0, 0, 0, 0)
    for seed in Self.seeds {
      let question = try Question(seed: seed)
      let result = try Planner(solver: GLPKSolver()).plan(question.instance, question.model)
      let isOptimal = result.termination == .optimal
      if !isOptimal {
        impossible += 1
      } else if question.penalty == nil {
        hard += 1
      } else {
        soft += 1
      }
      if result.goals.contains(where: { $0.violation > 0.5 }) { missing += 1 }
    }
    #expect(hard > 8 && soft > 8 && missing > 3, "\(hard) \(soft) \(missing) \(impossible)")
  }

  @Test("without other limits the relaxation has the optimum already", arguments: [1, 2, 3, 4])
  func tightRelaxation(sources: Int) throws {
    // Demand of 100 in A; B is cheapest, the others have no limit that matters.
    let tables = [
      "instance.yaml": """
      name: one
      currency: USD
      periods: [2025]
      discount_rate: 0
      home: A

      """,
      "regions.csv": "region\nA\nB\nC\nD\nE\nF\n",
      "commodities.csv": "commodity,unit\ng,t\n",
      "processes.csv": "process,stage,output\np,make,g\n",
      "facilities.csv": """
      facility,process,region,capacity,unit_cost
      b,p,B,200,1
      c,p,C,200,7
      d,p,D,200,5
      e,p,E,200,6
      f,p,F,200,9

      """,
      "lanes.csv": "commodity,origin,destination,unit_cost\n*,*,*,0\n",
      "demands.csv": "region,commodity,period,quantity,shortage_cost\nA,g,*,100,1000\n",
    ]
    let instance = try withTemporaryFolder { folder in
      try write(tables.mapValues { Array($0.utf8) }, to: folder)
      return try InstanceReader.read(folder: folder.path)
    }
    let text =
      "name: m\ngoals: [{kind: plus_one, commodity: g, beyond: B, sources: \(sources), each_at_least: 20%}]\n"
    let model = try ModelReader.read(
      bytes: Array(text.utf8), file: "model.yaml", instance: instance)
    let program = PlanningProgram(instance: instance, model: model).program
    let relaxed = try GLPKSolver().solve(program.relaxation)
    let extra = [5.0, 6, 7, 9].prefix(sources).reduce(0) { $0 + 20 * ($1 - 1) }
    #expect(abs(relaxed.objective - (100 + extra)) < 1e-6)
    #expect(abs(try GLPKSolver().solve(program).objective - (100 + extra)) < 1e-6)
  }
}
