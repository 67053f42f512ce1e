import GLPKSolver
import Planning
import TestSupport
import Testing

@testable import Sourcing

/// Home A buys a metal that B and C smelt from ore of B. D makes glass, which nobody needs. E could mine, by a project, and
/// has no lane to another region.
private struct Targeted {
  static let (a, b, c, d, e) = (
    RegionIndex(0), RegionIndex(1), RegionIndex(2), RegionIndex(3), RegionIndex(4)
  )
  static let (ore, metal, glass) = (CommodityIndex(0), CommodityIndex(1), CommodityIndex(2))
  var instance = Instance(
    name: "targeted", horizon: Horizon(years: 2030...2030, discountRate: 0))

  init() {
    for region in ["A", "B", "C", "D", "E"] {
      instance.addRegion(region, isHome: region == "A")
    }
    for good in ["ore", "metal", "glass"] { instance.addCommodity(good, unit: "t", price: 1) }
    let mine = instance.addProcess("mine", stage: "mining", output: Self.ore)
    let smelt = instance.addProcess(
      "smelt", stage: "smelting", output: Self.metal,
      inputs: [.init(commodity: Self.ore, quantity: 1)])
    let melt = instance.addProcess("melt", stage: "melting", output: Self.glass)
    for (id, process, region) in [
      ("mine-b", mine, Self.b), ("smelter-b", smelt, Self.b), ("smelter-c", smelt, Self.c),
      ("smelter-a", smelt, Self.a), ("melter", melt, Self.d),
    ] {
      instance.addFacility(id, process: process, region: region, capacity: 40, unitCost: 1)
    }
    instance.projects.append(
      Project(id: "mine-e", process: mine, region: Self.e, maxCapacity: 5, capex: 1, unitCost: 1))
    for origin in [Self.a, Self.b, Self.c, Self.d] {
      instance.setLanes(from: origin, Lane(unitCost: 0.1))
    }
    instance.setDemand(of: Self.metal, in: Self.a, quantity: 30, shortageCost: 100)
  }

  func names(_ budget: AttackBudget, _ projects: [ProjectIndex] = [0]) -> [String] {
    budget.targets(in: instance, projects: projects).map { $0.name(in: instance) }
  }
}

@Suite("Targets of an adversary")
struct AttackTargetTests {
  private let network = Targeted()

  @Test("regions and stages are those outside home that make something needed")
  func regionsAndStages() {
    #expect(
      network.names(AttackBudget(cuts: 1)) == ["region:B", "region:C", "region:E"])
    #expect(
      network.names(AttackBudget(cuts: 1, kinds: [.stages])) == [
        "stage:B/mining", "stage:B/smelting", "stage:C/smelting", "stage:E/mining",
      ])
    // Without the project nothing can be made in E.
    #expect(network.names(AttackBudget(cuts: 1), []) == ["region:B", "region:C"])
  }

  @Test("exports are those of what can be made and has a lane abroad")
  func exports() {
    // D exports glass, though nobody needs it; E has no lane, and nobody makes ore in C.
    #expect(
      network.names(AttackBudget(cuts: 1, kinds: [.exports])) == [
        "exports:B/metal", "exports:B/ore", "exports:C/metal", "exports:D/glass",
      ])
  }

  @Test("targets of a plan have only the exports that it ships")
  func exportsOfPlan() throws {
    let instance = network.instance
    let model = Model(for: instance)
    let plan = try #require(try Planner(solver: GLPKSolver()).plan(instance, model).plan)
    let targets = AttackBudget(cuts: 1, kinds: [.exports, .stages], by: nil).targets(
      in: instance, projects: [0], plan: plan, period: 0)
    let shipped = Set(
      plan.flowsAboveRoundOff(in: 0).filter(\.key.isInternational).map(\.key.origin))
    #expect(!shipped.isEmpty)
    for target in targets where target.kind == .exports { #expect(shipped.contains(target.region)) }
    #expect(targets.count { $0.kind == .stages } == 4)
    let names = targets.map { $0.name(in: instance) }
    #expect(names == names.sorted())
    #expect(names.contains { $0.hasPrefix("exports:B/") } && !names.contains("exports:D/glass"))
  }

  @Test("`by` names the regions in which they lie")
  func by() {
    let rival = RegionSet(id: "rivals", members: [Targeted.a, Targeted.b])
    #expect(network.names(AttackBudget(cuts: 1, by: rival)) == ["region:B"])
    let home = RegionSet(id: "A", members: [Targeted.a])
    #expect(network.names(AttackBudget(cuts: 1, by: home)).isEmpty)
  }

  @Test("all of a home with several regions is left out")
  func blocAsHome() {
    var network = network
    network.instance.home = RegionSet(id: "union", members: [Targeted.a, Targeted.c])
    #expect(network.names(AttackBudget(cuts: 1)) == ["region:B", "region:E"])
  }

  @Test("a stage and exports are inside their region, and nothing else is inside anything")
  func nested() {
    let all: [AttackTarget] = [
      .region(Targeted.b), .stage("mining", in: Targeted.b),
      .exports(Targeted.ore, from: Targeted.b), .region(Targeted.c),
      .stage("mining", in: Targeted.c),
    ]
    let inside = all.map { inner in all.map { inner.isInside($0) } }
    #expect(inside[0] == [false, false, false, false, false])
    #expect(inside[1] == [true, false, false, false, false] && inside[2] == inside[1])
    #expect(inside[4] == [false, false, false, true, false])
  }

  @Test("an attack is named by its targets in order, and is a disruption of the whole window")
  func attack() {
    let attack = Attack(
      [.stage("smelting", in: Targeted.c), .exports(Targeted.ore, from: Targeted.b)],
      in: network.instance)
    #expect(attack.name(in: network.instance) == "exports:B/ore;stage:C/smelting")
    let disruption = attack.disruption(in: network.instance, months: 7)
    #expect(disruption.id == "exports:B/ore;stage:C/smelting")
    #expect(disruption.effects.map(\.kind) == [.exports, .production])
    #expect(disruption.effects.allSatisfy { $0.factor == 0 && $0.months == 7 })
    #expect(disruption.effects[0].commodities == [Targeted.ore])
    #expect(disruption.effects[0].partners == nil && disruption.effects[1].process == 1)
    #expect(Attack().disruption(in: network.instance, months: 7).effects.isEmpty)
    #expect(Threat.attack(Attack()).name(in: network.instance) == "none")
    #expect(
      Threat.attack(attack).name(in: network.instance) == "exports:B/ore;stage:C/smelting")
  }

  static let mistakes: [(AttackBudget, String)] = [
    (AttackBudget(cuts: 21), "attack, cuts: found 21; must be from 0 to 20"),
    (AttackBudget(cuts: -1), "attack, cuts: found -1; must be from 0 to 20"),
    (AttackBudget(cuts: 1, kinds: []), "attack, targets: is empty; give a kind of target"),
    (
      AttackBudget(cuts: 1, by: RegionSet(id: "none", members: [9])),
      "attack, by: found index 9"
    ),
    (AttackBudget(cuts: 1, by: RegionSet(id: "none", members: [])), "attack, by: is empty"),
  ]

  @Test("a budget that makes no sense is reported with what was found", arguments: mistakes)
  func validation(budget: AttackBudget, message: String) throws {
    do {
      try network.instance.validate(budget)
      Issue.record("no problem was found")
    } catch {
      #expect(error.description.contains(message))
    }
  }

  @Test("a budget that makes sense is none")
  func valid() throws {
    try network.instance.validate(AttackBudget(cuts: 0, kinds: [.regions]))
    try network.instance.validate(
      AttackBudget(cuts: 20, kinds: [.exports], by: network.instance.home))
  }
}
