import EarlyWarning
import Foundation
import GLPKSolver
import Importing
import Planning
import Scenarios
import SourcingFiles
import TestSupport
import Testing

@testable import Sourcing

/// Home A needs 10 a month: 6 come from X, 4 from Y, which can make 5, but not before flows can be rerouted, which takes
/// 3 months. The goal fills a store of 30 in 2024, with 18 from Z at high cost. Without goals the store is empty. If home
/// is a bloc, the store is in its other member B, which uses nothing.
struct FallingSupplier {
  let instance: Instance
  let pair: PlanPair
  private let model: Model

  private static let tables = [
    "instance.yaml": """
    name: falling
    currency: USD
    periods: {from: 2024, to: 2028}
    discount_rate: 0
    home: A

    """,
    "regions.csv": "region\nA\nX\nY\nZ\n",
    "commodities.csv": "commodity,unit,price\ng,t,10\n",
    "processes.csv": "process,stage,output\nmake,making,g\n",
    "facilities.csv": """
    facility,process,region,capacity,unit_cost,opens,closes
    fx,make,X,72,1,,
    fy,make,Y,60,2,,
    fz,make,Z,30,50,,2024

    """,
    "projects.csv": """
    project,process,region,max_capacity,capex,unit_cost,lead_years
    new-z,make,Z,20,500,500,3
    new-x,make,X,20,500,500,3
    late-z,make,Z,20,500,500,4.5

    """,
    "contracts.csv": """
    contract,commodity,origin,destination,quantity,starts,ends
    now-y,g,Y,A,24,2025,2026
    later-y,g,Y,A,36,2027,2028
    past-y,g,Y,A,24,2024,2024
    from-x,g,X,A,12,2024,2028

    """,
    "lanes.csv": "commodity,origin,destination,unit_cost\ng,*,*,0\n",
    "demands.csv": "region,commodity,period,quantity,shortage_cost\nA,g,*,120,100\n",
    "stockpiles.csv": "stockpile,region,commodity,initial,capacity\nstore,A,g,0,60\n",
  ]

  /// 91.25 days of 120 a year are 30.
  private static let modelText = """
    name: stocked
    goals:
      - {kind: cover, commodity: g, at_least: 91.25, from: 2024}

    """

  init(isBloc: Bool = false) throws {
    var tables = Self.tables
    var text = Self.modelText
    if isBloc {
      tables["instance.yaml"] = tables["instance.yaml"]?.replacing("home: A", with: "home: both")
      tables["regions.csv"]? += "B\n"
      tables["blocs.csv"] = "bloc,region\nboth,A\nboth,B\n"
      tables["stockpiles.csv"] = tables["stockpiles.csv"]?.replacing("store,A", with: "store,B")
      text += "stress: {sharing: {mode: pooled, members: both}}\n"
    }
    instance = try withTemporaryFolder { [tables] folder in
      try write(tables.mapValues { Array($0.utf8) }, to: folder)
      return try InstanceReader.read(folder: folder.path)
    }
    model = try ModelReader.read(
      bytes: Array(text.utf8), file: "model.yaml", instance: instance)
    pair = try Planner(solver: GLPKSolver()).planPair(instance, model)
  }

  /// A pricer of the plan, with what was changed of it, and of the plan without goals.
  func pricer(months: Int = 12, _ change: (inout Plan) -> Void = { _ in }) throws -> AlertPricer {
    var plan = try #require(pair.plan.plan)
    change(&plan)
    let other = try #require(pair.comparison)
    return AlertPricer(
      plan: StressRunner(
        instance: instance, model: model, plan: plan, solver: GLPKSolver()),
      withoutGoals: StressRunner(other, solver: GLPKSolver()), months: months)
  }
}

extension Alert {
  /// An alert of a fall in a year.
  static func fallen(_ good: String, from origin: String, by fall: Double?, in year: Int = 2025)
    -> Alert
  {
    let period = TradePeriod(year: year)
    return Alert(
      good: good, origin: origin, since: period, asOf: period, reasons: [.fall], fall: fall)
  }
}

extension AlertPricer {
  /// One alert, which is of class B by indicators alone.
  func price(_ alert: Alert) throws -> PricedAlert {
    try #require(try price([(alert, .b)]).first)
  }
}
