import GLPKSolver
import Planning
import Scenarios
import Sourcing
import SourcingFiles
import TestSupport
import Testing

/// The chokepoints, compared with stress runs of the same losses.
struct ChokepointSharingTests {
  static let arrangements: [(mode: Sharing.Mode, fairness: Sharing.Fairness)] = [
    (.own, .efficient), (.pooled, .efficient), (.quota(0.3), .efficient), (.iep, .efficient),
    (.pooled, .maxMin),
  ]

  @Test("the loss of a region costs as much as in a stress run", arguments: arrangements)
  func agreesWithStress(mode: Sharing.Mode, fairness: Sharing.Fairness) throws {
    let folder = TestPaths.case("sharing-pooled")
    let instance = try InstanceReader.read(folder: folder)
    let model = try ModelReader.read(file: "\(folder)/model.yaml", instance: instance)
    let plan = try #require(try Planner(solver: GLPKSolver()).plan(instance, model).plan)
    let runner = StressRunner(
      instance: instance, model: model, plan: plan, solver: GLPKSolver())
    let sharing = Sharing(
      mode: mode, members: model.stress.sharing.members, fairness: fairness)
    let focus = try #require(instance.demandedCommodity)
    let map = try ChokepointMap(runner: runner, of: instance.home, commodity: focus)
    let points = try map.chokepoints(sharing: sharing).filter { $0.node.stage == nil }
    #expect(!points.isEmpty)
    for point in points {
      let effect = Disruption.Effect(
        kind: .production, regions: [point.node.region], factor: 0,
        months: runner.options.horizonMonths)
      let loss = Disruption(id: "loss", effects: [effect])
      let outcome = try runner.run([loss], sharing: sharing).disrupted[0]
      let difference = abs(outcome.lostValue - point.planned.lostValue)
      #expect(difference <= 1e-6 * max(1, outcome.lostValue))
    }
  }
}

extension Instance {
  /// The first commodity that the planning regions demand in the last period.
  fileprivate var demandedCommodity: CommodityGroup? {
    commodities.indices.first { commodity in
      home.members.contains {
        demands[region: $0, commodity: commodity, period: horizon.last].quantity > 0
      }
    }.map { CommodityGroup(id: commodities[$0].id, members: [$0]) }
  }
}
