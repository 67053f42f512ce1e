import Analysis
import CaseSupport
import Planning
import Sourcing
import Testing

/// `others_keep` and bills follow goods by the same rules: of what is spent on the goods that a region uses, others
/// pay the part that is theirs (h of `OthersTrade`), and home pays the rest.
@Suite("What others keep and what they pay")
struct BillsOfOthersTests {
  /// Transport and tariffs of one period that are spent in a region outside home, undiscounted money a year.
  private struct Spent {
    /// Σ cost of the lane · f.
    var whole = 0.0
    /// Σ cost of the lane · h·f.
    var ofOthers = 0.0
    /// What others and home pay of it for goods, and what is stranded.
    var (othersPay, homePays, stranded) = (0.0, 0.0, 0.0)
  }

  private static func spent(
    _ view: PlanView, _ period: PeriodIndex
  ) -> IndexedArray<Region, Spent> {
    let (instance, home) = (view.instance, Set(view.instance.home.members))
    var spent = IndexedArray<Region, Spent>(
      repeating: Spent(), count: instance.regions.count)
    let trade = OthersTrade(of: view.plan, instance, view.model)
    for flow in view.plan.flows(in: period) {
      let key = flow.key
      guard
        let lane = instance.lanes[
          commodity: key.commodity, origin: key.origin, destination: key.destination,
          period: period]
      else { continue }
      let cost = lane.unitCost + lane.tariff * instance.commodities[key.commodity].price[period]
      spent[key.destination].whole += cost * flow.quantity
      spent[key.destination].ofOthers += cost * (trade.amounts[key] ?? 0)
    }
    for part in Bills(view).parts[period] where [.transport, .tariff].contains(part.category) {
      spent[part.spentIn].stranded += part.other
      if home.contains(part.payer) {
        spent[part.spentIn].homePays += part.goods
      } else {
        spent[part.spentIn].othersPay += part.goods
      }
    }
    return spent
  }

  @Test("others pay the transport of the part of the goods that they keep, home that of the rest")
  func shares() throws {
    var (shared, stranded) = (0, 0)
    for seed in UInt64(1)...60 {
      let network = RandomNetwork(seed: seed)
      guard let plan = try network.plan() else { continue }
      let view = PlanView(instance: network.instance, model: network.model, plan: plan)
      let home = Set(network.instance.home.members)
      for period in network.instance.horizon.indices {
        for (region, it) in Self.spent(view, period).indexed() where !home.contains(region) {
          let tolerance = 1e-8 * max(1, it.whole)
          #expect(abs(it.othersPay - it.ofOthers) <= tolerance, "seed \(seed): \(it)")
          #expect(
            abs(it.homePays - (it.whole - it.ofOthers - it.stranded)) <= tolerance,
            "seed \(seed): \(it)")
          if min(it.homePays, it.othersPay) > 1e-3 * it.whole { shared += 1 }
          if it.stranded > 1e-3 * it.whole { stranded += 1 }
        }
      }
    }
    #expect(shared > 10 && stranded > 3, "\(shared) and \(stranded)")
  }
}
