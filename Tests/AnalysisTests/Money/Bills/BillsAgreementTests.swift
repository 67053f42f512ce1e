import Analysis
import CaseSupport
import Foundation
import GLPKSolver
import Planning
import Sourcing
import SourcingFiles
import TestSupport
import Testing

/// The bills of the program beside bills that are computed in another way, amount by amount.
@Suite("Bills beside a second computation")
struct BillsAgreementTests {
  /// Compares every amount of every period, 1e-9 relative to the cost of the period, and the sum with that cost.
  ///
  /// - Returns: how many amounts were not 0.
  private func compare(
    _ instance: Instance, _ model: Model, _ plan: Plan, _ what: String
  ) throws -> Int {
    let view = PlanView(instance: instance, model: model, plan: plan)
    let (found, costs) = (Bills(view), PlanCosts(view))
    var count = 0
    for period in instance.horizon.indices {
      let wanted = try #require(
        IndependentBills(instance, model, plan, period: period) { ($0.price, $0.floor) })
      let cost = costs.annual[period].total
      let tolerance = 1e-9 * max(1, cost)
      var left = wanted.bills
      for part in found.parts[period] {
        let spending = Spending(region: part.spentIn, category: part.category.rawValue)
        let amount = left[part.payer]?.removeValue(forKey: spending) ?? 0
        #expect(
          abs(part.amount - amount) <= tolerance,
          "\(what), period \(period): \(part.payer) pays \(part.amount), not \(amount) for \(spending)"
        )
        count += 1
      }
      for (payer, amounts) in left {
        for (spending, amount) in amounts {
          #expect(
            abs(amount) <= tolerance,
            "\(what), period \(period): \(payer) does not pay \(amount) for \(spending)")
        }
      }
      compare(found.transfers[period], with: wanted, instance, cost, "\(what), period \(period)")
      let sum = instance.regions.indices.reduce(0) { $0 + found.bill(of: [$1], in: period) }
      #expect(abs(sum - cost) <= tolerance, "\(what), period \(period): \(sum) of \(cost)")
    }
    return count
  }

  /// Compares what contracts move; contracts whose goods reach nobody move nothing.
  private func compare(
    _ found: [ContractTransfer], with wanted: IndependentBills, _ instance: Instance,
    _ cost: Double, _ what: String
  ) {
    var left = wanted.transfers
    for it in found {
      let id = instance.contracts[it.contract].id
      guard let other = left.removeValue(forKey: id) else {
        Issue.record("\(what): \(id) moves nothing")
        continue
      }
      for (a, b) in [
        (it.quantity, other.quantity), (it.price, other.price), (it.averageCost, other.cost),
      ] {
        #expect(abs(a - b) <= 1e-9 * max(1, cost), "\(what), \(id): \(a), not \(b)")
      }
    }
    for (id, it) in left { #expect(it.cost == 0 || it.quantity == 0, "\(what): \(id) is left out") }
  }

  /// Some of the networks have no plan, because what must be made lacks inputs: ten times 24 have one.
  @Test("networks of all shapes", arguments: 0..<10)
  func networks(part: UInt64) throws {
    var (plans, amounts) = (0, 0)
    for seed in (part * 60 + 1)...(part * 60 + 60) where plans < 24 {
      let network = RandomNetwork(seed: seed)
      guard let plan = try network.plan() else { continue }
      amounts += try compare(network.instance, network.model, plan, "seed \(seed)")
      plans += 1
    }
    #expect(plans == 24 && amounts > 20 * plans, "\(plans) plans, \(amounts) amounts")
  }

  @Test("random instances with every kind of goal and option")
  func models() throws {
    var plans = 0
    for seed in UInt64(1)...100 {
      try withTemporaryFolder { folder in
        try write(RandomCase(seed: seed).files.bytes, to: folder)
        let instance = try InstanceReader.read(folder: folder.path)
        let model = try ModelReader.read(file: folder.path + "/model.yaml", instance: instance)
        guard let plan = try Planner(solver: GLPKSolver()).plan(instance, model).plan else {
          return
        }
        _ = try compare(instance, model, plan, "case \(seed)")
        plans += 1
      }
    }
    #expect(plans >= 75, "\(plans)")
  }

  @Test("cases with a known optimum", arguments: SolvedCase.feasible)
  func cases(name: String) throws {
    let solved = try SolvedCase(name)
    let plan = try #require(solved.result.plan)
    #expect(try compare(solved.instance, solved.model, plan, name) > 0)
  }
}
