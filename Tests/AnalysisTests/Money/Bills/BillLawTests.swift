import Analysis
import CaseSupport
import Foundation
import GLPKSolver
import Planning
import Sourcing
import SourcingFiles
import TestSupport
import Testing

/// Laws of bills, on random plans with joint products, a loop of recycling, stocks, programmes, shortages, lumpy
/// projects, and contracts with prices.
@Suite("Laws of bills")
struct BillLawTests {
  private static let seeds = Array(UInt64(1)...26)

  /// A random case in which refining leaves tailings, of which ore is recovered, with contracts that have prices.
  private static func files(seed: UInt64) -> InstanceFiles {
    var files = RandomCase(seed: seed).files
    let added = [
      "commodities.csv": "tailings,t,0.5\n", "processes.csv": "rework,recycling,ore\n",
      "recipes.csv": "refine,tailings,byproduct,0.3\nrework,tailings,input,1.2\n",
      "facilities.csv": "R1-rework,rework,R1,200,0.1\n",
    ]
    for (name, text) in added { files.bytes[name, default: []] += Array(text.utf8) }
    files.bytes["contracts.csv"] = Array(
      "contract,commodity,origin,destination,quantity,price,floor\nc,oxide,R1,R0,2,9,\nd,ore,R1,R1,1,,3\n"
        .utf8)
    return files
  }

  private static func read(_ files: InstanceFiles) throws -> (Instance, Model) {
    try withTemporaryFolder { folder in
      try write(files.bytes, to: folder)
      let instance = try InstanceReader.read(folder: folder.path)
      let model = try ModelReader.read(
        file: folder.appending(path: "model.yaml").path, instance: instance)
      return (instance, model)
    }
  }

  /// The plans of all seeds that have one.
  private static let solved: [(seed: UInt64, files: InstanceFiles, view: PlanView)] =
    seeds.compactMap {
      seed in
      let files = files(seed: seed)
      guard let (instance, model) = try? read(files),
        let result = try? Planner(solver: GLPKSolver()).plan(instance, model),
        let view = PlanView(result)
      else { return nil }
      return (seed, files, view)
    }

  /// Amounts by period, ids of payer and place of spending, and category.
  private static func amounts(_ view: PlanView) -> [String: Double] {
    let (bills, regions) = (Bills(view), view.instance.regions)
    var amounts: [String: Double] = [:]
    for (period, parts) in bills.parts.indexed() {
      for part in parts {
        let key =
          "\(period) \(regions[part.payer].id) \(regions[part.spentIn].id) \(part.category)"
        amounts[key, default: 0] += part.amount
      }
    }
    return amounts
  }

  @Test("most seeds have a plan, and the plans have what bills must follow")
  func kinds() {
    #expect(Self.solved.count >= 20)
    let categories = Self.solved.map { it in
      Set(Bills(it.view).parts.flatMap { $0.map(\.category) })
    }
    for category in BillCategory.allCases where category != .tariff {
      #expect(categories.count { $0.contains(category) } >= 3, "\(category)")
    }
    let loops = Self.solved.count { it in
      it.view.producers.all.indexed().contains {
        $0.element.id == "R1-rework" && it.view.plan.activity[$0.index].contains { $0 > 1 }
      }
    }
    #expect(loops >= 3)
  }

  @Test("all bills of a period are its cost, category by category")
  func wholeCost() throws {
    for it in Self.solved {
      let bills = try Bills(checked: it.view)
      let costs = PlanCosts(it.view)
      for period in it.view.instance.horizon.indices {
        let scale = costs.annual[period].total
        let all = bills.bill(of: Array(it.view.instance.regions.indices), in: period)
        #expect(abs(all - scale) <= 1e-9 * scale, "seed \(it.seed)")
      }
      let whole = bills.bill(of: Array(it.view.instance.regions.indices))
      #expect(isClose(whole, costs.wholeHorizon.total, within: 1e-9), "seed \(it.seed)")
    }
  }

  @Test("the content of what home pays adds up to 1, and no part is negative")
  func content() {
    for it in Self.solved {
      let parts = Content(Bills(it.view), of: it.view).parts
      #expect(isClose(parts.reduce(0) { $0 + $1.share }, 1, within: 1e-12), "seed \(it.seed)")
      #expect(parts.allSatisfy { $0.share >= 0 })
    }
  }

  @Test("bills do not change with the order of rows")
  func order() throws {
    let shuffled: [InstanceTable] = [
      .regions, .blocs, .commodities, .processes, .recipes, .facilities, .projects, .stockpiles,
      .programmes, .contracts,
    ]
    for it in Self.solved {
      var (files, numbers) = (it.files, SeededNumbers(seed: it.seed))
      for table in shuffled {
        guard let bytes = files.bytes[table.fileName] else { continue }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        let rows = lines.dropFirst().shuffled(using: &numbers)
        let text = ([lines[0]] + rows).joined(separator: "\n") + "\n"
        files.bytes[table.fileName] = Array(text.utf8)
      }
      let (instance, model) = try Self.read(files)
      let plan = try MovedPlan(from: it.view.instance, to: instance)(it.view.plan)
      let view = PlanView(instance: instance, model: model, plan: plan)
      try Self.expectSame(Self.amounts(view), Self.amounts(it.view), factor: 1, it.seed)
    }
  }

  @Test("bills in other units of quantities and money are the same")
  func units() throws {
    for it in Self.solved {
      var restatement = Restatement(of: it.files, exponents: -4...4, seed: it.seed)
      restatement.money = 1e5
      let (instance, model) = try Self.read(it.files.restated(restatement))
      let moved = MovedPlan(
        from: it.view.instance, to: instance, factor: { restatement.factor(of: $0) })
      let view = PlanView(
        instance: instance, model: model, plan: try moved(it.view.plan))
      try Self.expectSame(Self.amounts(view), Self.amounts(it.view), factor: 1e5, it.seed)
    }
  }

  /// Amounts must be equal to 1e-9 of the largest, after conversion.
  private static func expectSame(
    _ found: [String: Double], _ wanted: [String: Double], factor: Double, _ seed: UInt64
  ) throws {
    let scale = try #require(wanted.values.map { abs($0) }.max()) * factor
    for key in Set(found.keys).union(wanted.keys) {
      let (a, b) = (found[key] ?? 0, factor * (wanted[key] ?? 0))
      #expect(abs(a - b) <= 1e-9 * scale, "seed \(seed), \(key): \(a), not \(b)")
    }
  }

  @Test("prices of contracts change no plan, not by a bit")
  func contracts() throws {
    var moved = 0
    for it in Self.solved {
      var plain = it.view.instance
      for contract in plain.contracts.indices {
        (plain.contracts[contract].price, plain.contracts[contract].floor) = (nil, nil)
      }
      let result = try Planner(solver: GLPKSolver()).plan(plain, it.view.model)
      let (plan, same) = (it.view.plan, try #require(result.plan))
      #expect(same.flows.map(\.key) == plan.flows.map(\.key), "seed \(it.seed)")
      #expect(same.flows.map(\.quantity) == plan.flows.map(\.quantity), "seed \(it.seed)")
      #expect(same.activity == plan.activity && same.orders == plan.orders, "seed \(it.seed)")
      let view = PlanView(instance: plain, model: it.view.model, plan: it.view.plan)
      if Self.amounts(view) != Self.amounts(it.view) { moved += 1 }
    }
    #expect(moved >= 10)
  }
}
