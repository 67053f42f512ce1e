import Sourcing
import SourcingFiles
import TestSupport
import Testing

@Suite("An instance made in code")
struct InstanceValidationTests {
  static let mistakes: [ValueMistake<Instance>] = [
    .init("instance, name: must start with a letter") { $0.name = "no name" },
    .init("instance, home: is empty") { $0.home.members = [] },
    .init("instance, home: found index 7; there are 2") { $0.home.members = [7] },
    .init("instance, home: must be ascending") { $0.home.members = [1, 0] },
    .init("horizon, periods: is empty") { $0.horizon = Horizon([], discountRate: 0) },
    .init("period `last`, label: must be of letters") {
      $0.horizon = Horizon([("2030", 1), ("last", 1)], discountRate: 0)
    },
    .init("period `2030`, label: another period has it") {
      $0.horizon = Horizon([("2030", 1), ("2030", 1)], discountRate: 0)
    },
    .init("period `2031`, years: found -1; must be from 1 to 1000") {
      $0.horizon = Horizon([("2030", 1), ("2031", -1)], discountRate: 0)
    },
    .init("period `2031`, years: found \(Int.max)") {
      $0.horizon = Horizon([("2030", .max), ("2031", .max)], discountRate: 0)
    },
    .init("horizon, discountRate: found nan; must be from 0.0 to 1.0") {
      $0.horizon = Horizon([("2030", 1), ("2031", 1)], discountRate: .nan)
    },
    .init("instance, regions: is empty") { $0.regions = [] },
    .init("region `A`, id: another region has it") { $0.regions[1].id = "A" },
    .init("region `world`, id: is the bloc of all regions") { $0.regions[1].id = "world" },
    .init("region `B`, risk: found 2.0; must be from 0.0 to 1.0") { $0.regions[1].risk = 2 },
    .init("region `B`, latitude: found 91.0") { $0.regions[1].latitude = 91 },
    .init("bloc `A`, id: is a region already") { $0.blocs[0].id = "A" },
    .init("bloc `both`, members: is empty") { $0.blocs[0].members = [] },
    .init("instance, commodities: is empty") { $0.commodities = [] },
    .init("commodity `ore`, price: found 1 numbers; must be one for each of the 2 periods") {
      $0.commodities[0].price = [1]
    },
    .init("commodity `ore`, price: found -1.0 in 2031; must be 0 or more") {
      $0.commodities[0].price[1] = -1
    },
    .init("group `ore`, id: is a commodity already") { $0.groups[0].id = "ore" },
    .init("group `goods`, members: have different units") { $0.commodities[0].unit = "kg" },
    .init("process `mine`, output: found index 2; there are 2") { $0.processes[0].output = 2 },
    .init("process `smelt`, inputs: found 0.0; must be above 0") {
      $0.processes[1].inputs[0].quantity = 0
    },
    .init("process `smelt`, inputs: name a commodity twice") {
      $0.processes[1].inputs += $0.processes[1].inputs
    },
    .init("process `mine`, byproducts: hold the main output") {
      $0.processes[0].byproducts = [.init(commodity: 0, quantity: 1)]
    },
    .init("facility `mine-b`, process: found index -1") { $0.facilities[0].process = -1 },
    .init("facility `mine-b`, region: found index 2") { $0.facilities[0].region = 2 },
    .init("facility `mine-b`, capacity: found 3 numbers") {
      $0.facilities[0].capacity = [1, 2, 3]
    },
    .init("facility `mine-b`, capacity: found nan in 2030") {
      $0.facilities[0].capacity[0] = .nan
    },
    .init("facility `mine-b`, unitCost: found inf in 2030; must be a finite number") {
      $0.facilities[0].unitCost[0] = .infinity
    },
    .init("facility `mine-b`, unitCost: found 1e-30 in 2030; must be 0 or, in size") {
      $0.facilities[0].unitCost[0] = 1e-30
    },
    .init("facility `mine-b`, minimum: found 301.0 in 2031, above the capacity 300.0") {
      $0.facilities[0].minimum[1] = 301
    },
    .init("facility `mine-b`, closes: found index 4") { $0.facilities[0].closes = 4 },
    .init("facility `late`, closes: is before `opens`") {
      $0.addFacility("late", process: 0, region: 0, capacity: 1, unitCost: 1, opens: 1, closes: 0)
    },
    .init("facility `mine-b`, id: another facility has it") { $0.facilities[1].id = "mine-b" },
    .init("project `mine-b`, id: is a facility already") { $0.projects[0].id = "mine-b" },
    .init("project `smelter-a`, capex: found -3.0") { $0.projects[0].capex = -3 },
    .init("project `smelter-a`, minCapacity: found 60.0, above `maxCapacity` 50.0") {
      $0.projects[0].minCapacity = 60
    },
    .init("project `smelter-a`, lifeYears: found 0.0; must be above 0") {
      $0.projects[0].lifeYears = 0
    },
    .init("project `smelter-a`, latest: is before `earliest`") {
      ($0.projects[0].earliest, $0.projects[0].latest) = (1, 0)
    },
    .init("project `smelter-a`, programme: found index 3") { $0.projects[0].programme = 3 },
    .init("programme `fund`, closes: is before `opens`") {
      ($0.programmes[0].opens, $0.programmes[0].closes) = (1, 0)
    },
    .init("programme `fund`, share: found 1.5") { $0.programmes[0].share = 1.5 },
    .init("programme `fund`, payer: found index 9") { $0.programmes[0].payer = 9 },
    .init("instance, lanes: are for 1 region, 2 commodities and 2 periods; the instance has 2") {
      $0.lanes = LaneTable(regionCount: 1, commodityCount: 2, periodCount: 2)
    },
    .init("lane of `ore` from `A` to `B`, 2030, tariff: found -1.5") {
      $0.setLanes(Lane(tariff: -1.5))
    },
    .init("lane of `ore` from `A` to `B`, 2030, capacity: found nan") {
      $0.setLanes(Lane(capacity: .nan))
    },
    .init("quota `q`, origins: is empty") { $0.quotas[0].origins = [] },
    .init("quota `q`, period: found index 2") { $0.quotas[0].period = 2 },
    .init("contract `c`, quantity: found -5.0") { $0.contracts[0].quantity = -5 },
    .init("contract `c`, price: found -1.0") { $0.contracts[0].price = -1 },
    .init("contract `c`, floor: found nan") { $0.contracts[0].floor = .nan },
    .init("contract `c`, ends: found index 2") { $0.contracts[0].ends = 2 },
    .init("contract `c`, ends: is before `starts`") {
      ($0.contracts[0].starts, $0.contracts[0].ends) = (1, 0)
    },
    .init("observed flow 0, origin: found index 5") { $0.history[0].origin = 5 },
    .init("observed flow 1, period: another observed flow") { $0.history += $0.history },
    .init("withheld flow 0, quantity: found -1.0") {
      $0.observed = $0.history
      $0.observed[0].quantity = -1
    },
    .init("withheld flow 1, period: another withheld flow") {
      $0.observed = $0.history + $0.history
    },
    .init("instance, demands: are for 2 regions, 1 commodity and 2 periods") {
      $0.demands = DemandTable(regionCount: 2, commodityCount: 1, periodCount: 2)
    },
    .init("demand of `metal` in `A`, 2031, shortageCost: found nan") {
      $0.demands[region: 0, commodity: 1, period: 1].shortageCost = .nan
    },
    .init("stockpile `store`, final: found 11.0, above the capacity 10.0") {
      $0.stockpiles[0].final = 11
    },
    .init("stockpile `store`, loss: found 2.0") { $0.stockpiles[0].loss = 2 },
    .init("stockpile `store`, commodity: found index 2") { $0.stockpiles[0].commodity = 2 },
    .init("disruption `strike`, probability: found -0.1") { $0.disruptions[0].probability = -0.1 },
    .init("instance, disruptions: have probabilities that sum to 1.8") {
      $0.disruptions[0].probability = 0.9
      var other = $0.disruptions[0]
      other.id = "other"
      $0.disruptions.append(other)
    },
    .init("disruption `strike`, factor: found 1.5; must be from 0.0 to 1.0") {
      $0.disruptions[0].effects[0].factor = 1.5
    },
    .init("disruption `strike`, months: found 0; must be from 1 to 1200") {
      $0.disruptions[0].effects[0].months = 0
    },
    .init("disruption `strike`, partners: limit `exports` and `lane` only") {
      $0.disruptions[0].effects[0].partners = [0]
    },
    .init("disruption `strike`, partners: must be the regions") {
      $0.disruptions[0].effects[0].kind = .lane
    },
    .init("check `from-b`, id: another check has it") { $0.checks.append($0.checks[0]) },
    .init("check `from-b`, commodity: found index 7") { $0.checks[0].commodity.members = [7] },
    .init("check `from-b`, region: is empty") { $0.checks[0].region.members = [] },
    .init("check `from-b`, partner: found index 4") { $0.checks[0].partner?.members = [4] },
    .init("check `from-b`, partner: `both` is all regions") {
      $0.checks[0].partner = $0.blocs[0]
    },
    .init("check `from-b`, partner: `supply_share` needs the region") {
      $0.checks[0].partner = nil
    },
    .init("check `from-b`, partner: `demand` has no partner") { $0.checks[0].kind = .demand },
    .init("check `from-b`, period: found index 2") { $0.checks[0].period = 2 },
    .init("check `from-b`, published: found nan") { $0.checks[0].published = .nan },
    .init("check `from-b`, published: found 58.0; must be a share from 0 to 1") {
      $0.checks[0].published = 58
    },
    .init("check `from-b`, tolerance: found -0.1") { $0.checks[0].tolerance = -0.1 },
    .init("check `from-b`, tolerance: found 5.0; must be from 0 to 1") {
      $0.checks[0].tolerance = 5
    },
    .init("check `from-b`, commodity: `goods` is a group") {
      $0.checks[0].kind = .price
      $0.checks[0].commodity = $0.groups[0]
    },
    .init("check `from-b`, region: `world` is all regions") {
      $0.checks[0].kind = .productionShare
      $0.checks[0].region = $0.world
    },
    .init("disruption `strike`, process: limits `production` only") {
      $0.disruptions[0].effects[0].kind = .stock
      $0.disruptions[0].effects[0].process = 0
    },
    .init("assumption `demand`, id: another assumption has it already") {
      $0.assumptions.append($0.assumptions[0])
    },
    .init("assumption `demand`, edits: is empty") { $0.assumptions[0].edits = [] },
    .init("assumption `demand`, low: found 1.5; must be at most 1") {
      $0.assumptions[0].edits[0].low = 1.5
    },
    .init("assumption `demand`, high: found 0.95; must be at least 1") {
      $0.assumptions[0].edits[0].high = 0.95
    },
    .init("assumption `demand`, high: found inf; must be a finite number") {
      $0.assumptions[0].edits[0].high = .infinity
    },
    .init("assumption `demand`, low: found 0.9; must be at most 0") {
      $0.assumptions[0].edits[0].mode = .add
    },
    .init("assumption `demand`, high: found 1.2; must be at least `low`") {
      $0.assumptions[0].edits[0].mode = .set
      $0.assumptions[0].edits[0].low = 2
    },
  ]

  @Test("without a mistake has no problem")
  func sound() throws {
    try SmallNetwork.instance.validate()
    try SmallNetwork.model.validate(for: SmallNetwork.instance)
  }

  @Test("with a mistake is said to have it", arguments: mistakes)
  func mistake(mistake: ValueMistake<Instance>) throws {
    var instance = SmallNetwork.instance
    mistake.change(&instance)
    let error = #expect(throws: ValueProblems.self) { try instance.validate() }
    let sentences = error?.problems.map(\.description) ?? []
    #expect(sentences.contains { $0.hasPrefix(mistake.says) }, "\(sentences)")
  }

  @Test("with several mistakes is said to have all of them")
  func all() throws {
    var instance = SmallNetwork.instance
    instance.projects[0].capex = -3
    instance.stockpiles[0].loss = 2
    instance.home.members = []
    let error = #expect(throws: ValueProblems.self) { try instance.validate() }
    #expect(
      error?.problems.map { [$0.element, $0.field] } == [
        ["instance", "home"], ["project `smelter-a`", "capex"], ["stockpile `store`", "loss"],
      ])
    #expect(error?.description.split(separator: "\n").count == 3)
  }

  @Test("takes a discount rate of any size")
  func discountRate() throws {
    var instance = SmallNetwork.instance
    instance.horizon = Horizon(years: 2030...2031, discountRate: 1e-300)
    try instance.validate()
  }

  @Test("made with tables for more regions than it has so far can be filled")
  func largerTables() throws {
    var instance = Instance(
      name: "wide", horizon: Horizon(years: 2030...2031, discountRate: 0),
      lanes: LaneTable(regionCount: 3, commodityCount: 2, periodCount: 2),
      demands: DemandTable(regionCount: 3, commodityCount: 2, periodCount: 2))
    instance.addRegion("A", isHome: true)
    #expect(throws: ValueProblems.self) { try instance.validate() }
    for id in ["B", "C"] { instance.addRegion(id) }
    for id in ["ore", "metal"] { instance.addCommodity(id, unit: "t") }
    instance.setDemand(of: 1, in: 2, quantity: 7, shortageCost: 9)
    try instance.validate()
    #expect(instance.demands[region: 2, commodity: 1, period: 1].quantity == 7)
    #expect(instance.demands[region: 1, commodity: 1, period: 1].quantity == 0)
  }

  @Test("does not take an index of another instance")
  func strangeIndices() async {
    await #expect(processExitsWith: .failure) {
      var instance = SmallNetwork.instance
      instance.setDemand(of: 0, in: 2, quantity: 7, shortageCost: 9)
    }
    await #expect(processExitsWith: .failure) {
      var instance = SmallNetwork.instance
      instance.setLanes(of: 0, from: 0, to: 2, Lane())
    }
  }

  @Test("gets several regions at once, as one by one")
  func regions() {
    var (one, all) = (SmallNetwork.instance, SmallNetwork.instance)
    let added = ["C", "D", "E"].map { one.addRegion($0) }
    #expect(all.addRegions(["C", "D", "E"]) == added)
    #expect(added == [2, 3, 4])
    let texts = [one, all].map { instance in
      var text = ""
      dump(instance, to: &text)
      return text
    }
    #expect(texts[0] == texts[1])
  }

  @Test("takes a limit of any size as no limit")
  func limits() throws {
    var instance = SmallNetwork.instance
    instance.projects[0].maxCapacity = .infinity
    instance.quotas[0].quantity = 1e30
    try instance.validate()
  }

  @Test("keeps its lanes and demands where regions and commodities are added later")
  func growing() throws {
    var instance = SmallNetwork.instance
    let before = instance
    let c = instance.addRegion("C")
    let salt = instance.addCommodity("salt", unit: "t")
    try instance.validate()
    for period in instance.horizon.indices {
      for commodity in before.commodities.indices {
        for origin in before.regions.indices {
          #expect(
            instance.demands[region: origin, commodity: commodity, period: period]
              == before.demands[region: origin, commodity: commodity, period: period])
          for destination in before.regions.indices {
            #expect(
              instance.lanes[
                commodity: commodity, origin: origin, destination: destination, period: period]
                == before.lanes[
                  commodity: commodity, origin: origin, destination: destination, period: period])
          }
        }
      }
      #expect(
        instance.lanes[commodity: salt, origin: c, destination: c, period: period] == .domestic)
      #expect(instance.lanes[commodity: salt, origin: 0, destination: c, period: period] == nil)
      #expect(instance.demands[region: c, commodity: 1, period: period].quantity == 0)
    }
  }
}
