import EarlyWarning
import Importing
import Sourcing
import TestSupport
import Testing

@Suite("Risks and production of a good")
struct SupplyRiskTests {
  /// A and B make g, B also as a byproduct of h; the risk of C is not given.
  private static func instance(unit: String) -> Instance {
    var instance = Instance(
      name: "two-makers", horizon: Horizon([("2024", 1), ("2025", 1)], discountRate: 0))
    instance.addRegions(["HOM", "A", "B", "C"])
    for (region, risk) in [(0, 0.1), (1, 0.8), (2, 0.25)] {
      instance.regions[TypedIndex(region)].risk = risk
    }
    let good = instance.addCommodity("g", unit: unit)
    let other = instance.addCommodity("h", unit: unit)
    instance.addCommodity("unused", unit: unit)
    let make = instance.addProcess("make", output: good)
    let both = instance.addProcess(
      "both", output: other, byproducts: [Process.Term(commodity: good, quantity: 0.5)])
    for (id, process, region, capacity) in [
      ("home", make, 0, 10.0), ("a", make, 1, 60), ("b", make, 2, 10), ("b2", both, 2, 40),
    ] {
      instance.addFacility(
        id, process: process, region: TypedIndex(region), capacity: capacity, unitCost: 1)
    }
    instance.addFacility("late", process: make, region: 3, capacity: 50, unitCost: 1, opens: 1)
    return instance
  }

  @Test("production is the capacity of a period, with what comes as a byproduct")
  func production() {
    let first = SupplyRisk(of: "g", in: Self.instance(unit: "t"), period: 0)
    #expect(first.production == ["HOM": 10, "A": 60, "B": 30])
    #expect(first.missingProduction == nil)
    #expect(first.risk(of: "A") == 0.8 && first.risk(of: "C") == 0.5)
    let second = SupplyRisk(of: "g", in: Self.instance(unit: "t"), period: 1)
    #expect(second.production?["C"] == 50)
  }

  @Test("who passes on what others have made, or uses more than it yields, is no producer")
  func passedOn() {
    var instance = Self.instance(unit: "t")
    let good = instance.commodities.index(of: "g") ?? 0
    for (id, region, quantity) in [
      ("pass", RegionIndex(3), 1.0), ("refine", 3, 1.5), ("half", 1, 0.5),
    ] {
      let process = instance.addProcess(
        id, output: good, inputs: [Process.Term(commodity: good, quantity: quantity)])
      instance.addFacility(id, process: process, region: region, capacity: 1000, unitCost: 1)
    }
    let found = SupplyRisk(of: "g", in: instance, period: 0)
    #expect(found.production == ["HOM": 10, "A": 560, "B": 30])
  }

  @Test(
    "units of weight are turned into tons",
    arguments: [("kt", 1000.0), ("kg", 0.001), ("t REO", 1)])
  func units(unit: String, tons: Double) throws {
    let found = SupplyRisk(of: "g", in: Self.instance(unit: unit), period: 0)
    #expect(abs(try #require(found.production?["A"]) - 60 * tons) < 1e-9)
  }

  @Test("without production it says why")
  func missing() {
    let instance = Self.instance(unit: "pieces")
    let other = SupplyRisk(of: "g", in: instance, period: 0)
    #expect(other.production == nil && other.risks == ["HOM": 0.1, "A": 0.8, "B": 0.25])
    #expect(
      other.missingProduction == "the instance counts it in pieces, which is no unit of weight")
    let unused = SupplyRisk(of: "unused", in: Self.instance(unit: "t"), period: 0)
    #expect(unused.missingProduction == "no facility of the instance makes it")
    let unknown = SupplyRisk(of: "x", in: instance, period: 0)
    #expect(unknown.missingProduction == "the instance has no commodity x")
  }

  private static let flows = [
    MadeTrade.flow("A", MadeTrade.year(2024), tons: 30),
    MadeTrade.flow("B", MadeTrade.year(2024), tons: 6),
    MadeTrade.flow("C", MadeTrade.year(2024), tons: 4),
    MadeTrade.flow("HOM", "A", MadeTrade.year(2024), tons: 5),
  ]

  @Test("the risk of a good takes production from facilities, and 0.5 for an origin without risk")
  func fromFacilities() throws {
    let supply = SupplyRisk(of: "g", in: Self.instance(unit: "t"), period: 0)
    let set = IndicatorSet(
      MadeTrade.trade(Self.flows), asOf: MadeTrade.year(2024), risk: supply)
    let risk = try #require(set.geoPolRisk)
    #expect(abs(risk.worldConcentration - 0.46) < 1e-12 && risk.ownProduction == 10)
    #expect(abs(risk.weightedImports - (24 + 1.5 + 2)) < 1e-12 && risk.imports == 40)
    #expect(abs((set.row(.geopolrisk)?.amount ?? 0) - 0.46 * 27.5 / 50) < 1e-12)
    #expect(set.remarks.contains { $0.contains("production from the capacities") })
    #expect(
      set.remarks.contains {
        $0 == "280530: no risk is given for C (10.0 % of the tons); GeoPolRisk takes 0.5."
      })
  }

  @Test("without facilities exports stand for production, and it is said")
  func fromExports() throws {
    let world = [
      MadeTrade.year(2024): [
        "A": TradeFigures(value: 450, tons: 45), "HOM": TradeFigures(value: 50, tons: 5),
      ]
    ]
    let set = IndicatorSet(
      MadeTrade.trade(Self.flows, world: world), asOf: MadeTrade.year(2024))
    let risk = try #require(set.geoPolRisk)
    #expect(abs(risk.worldConcentration - 0.82) < 1e-12 && risk.ownProduction == 5)
    #expect(abs((risk.amount ?? 0) - 0.82 * 20 / 45) < 1e-12)
    #expect(
      set.remarks.contains(
        "280530: GeoPolRisk takes production from exports, since there is no instance."))
    #expect(set.remarks.contains { $0.contains("no risk is given for any origin (100 %") })
  }

  @Test("with neither it is blank, and it is said")
  func unknown() {
    let set = IndicatorSet(MadeTrade.trade(Self.flows), asOf: MadeTrade.year(2024))
    #expect(set.geoPolRisk == nil && set.row(.geopolrisk)?.amount == nil)
    #expect(set.remarks.contains { $0.hasSuffix("GeoPolRisk is blank.") })
  }
}
