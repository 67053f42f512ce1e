import Foundation
import GLPKSolver
import LinearProgramming
import Planning
import Sourcing
import SourcingFiles
import TestSupport
import Testing

/// Published problems, written as instances, have their published optimum.
struct PublishedProblemTests {
  static func objective(_ tables: [String: String], model: String = "") throws -> Double {
    try withTemporaryFolder { folder in
      try write(tables.mapValues { Array($0.utf8) }, to: folder)
      let instance = try InstanceReader.read(folder: folder.path)
      let model = try ModelReader.read(
        bytes: Array("name: published\n\(model)".utf8), file: "model.yaml", instance: instance)
      let result = try Planner(solver: GLPKSolver()).plan(instance, model)
      #expect(result.termination == .optimal)
      #expect(result.plan?.shortages.allSatisfy { $0.quantity < 1e-6 } == true)
      return result.objective
    }
  }

  static func manifest(home: String, rate: String = "0") -> String {
    "name: published\ncurrency: USD\nperiods: [now]\ndiscount_rate: \(rate)\nhome: \(home)\n"
  }

  /// G. B. Dantzig, Linear Programming and Extensions (1963), section 3-3; GAMS model library `trnsport`.
  @Test("Dantzig's transportation problem costs 153.675")
  func dantzig() throws {
    let cost = try Self.objective([
      "instance.yaml": Self.manifest(home: "new-york"),
      "regions.csv": "region\nseattle\nsan-diego\nnew-york\nchicago\ntopeka\n",
      "commodities.csv": "commodity,unit\ncases,case\n",
      "processes.csv": "process,stage,output\ncan,canning,cases\n",
      "facilities.csv": """
      facility,process,region,capacity,unit_cost
      f1,can,seattle,350,0
      f2,can,san-diego,600,0

      """,
      // 90 dollars a case and thousand miles, in thousand dollars.
      "lanes.csv": """
      commodity,origin,destination,unit_cost
      cases,seattle,new-york,0.225
      cases,seattle,chicago,0.153
      cases,seattle,topeka,0.162
      cases,san-diego,new-york,0.225
      cases,san-diego,chicago,0.162
      cases,san-diego,topeka,0.126

      """,
      "demands.csv": """
      region,commodity,period,quantity,shortage_cost
      new-york,cases,now,325,100
      chicago,cases,now,300,100
      topeka,cases,now,275,100

      """,
    ])
    #expect(abs(cost - 153.675) < 1e-6)
  }

  /// S. Chopra and P. Meindl, Supply Chain Management, "SunOil": five regions, small or large plants. Each size is a
  /// project of fixed size with a life of one year.
  @Test("the SunOil network costs 23,751")
  func sunOil() throws {
    let regions = ["n-america", "s-america", "europe", "asia", "africa"]
    let transport = [
      [81, 92, 101, 130, 115], [117, 77, 108, 98, 100], [102, 105, 95, 119, 111],
      [115, 125, 90, 59, 74], [142, 100, 103, 105, 71],
    ]
    let fixed = [(6000, 9000), (4500, 6750), (6500, 9750), (4100, 6150), (4000, 6000)]
    let demand = [12, 8, 14, 16, 7]
    var lanes = "commodity,origin,destination,unit_cost\n"
    var projects =
      "project,process,region,max_capacity,capex,unit_cost,fixed_cost,life_years\n"
    var demands = "region,commodity,period,quantity,shortage_cost\n"
    for (place, region) in regions.enumerated() {
      projects += "small-\(region),refine,\(region),10,0,0,\(fixed[place].0),1\n"
      projects += "large-\(region),refine,\(region),20,0,0,\(fixed[place].1),1\n"
      demands += "\(region),oil,now,\(demand[place]),100000\n"
      for (other, destination) in regions.enumerated() {
        lanes += "oil,\(region),\(destination),\(transport[place][other])\n"
      }
    }
    let cost = try Self.objective([
      "instance.yaml": Self.manifest(home: "europe"),
      "regions.csv": "region\n" + regions.map { "\($0)\n" }.joined(),
      "commodities.csv": "commodity,unit\noil,unit\n",
      "processes.csv": "process,stage,output\nrefine,refining,oil\n",
      "lanes.csv": lanes, "projects.csv": projects, "demands.csv": demands,
    ])
    #expect(abs(cost - 23_751) < 1e-4)
  }

  /// H. P. Williams, Model Building in Mathematical Programming, "Distribution 1": two factories, four depots, six
  /// customers; here without the customers' preferences. A depot is a process that turns goods that arrive into goods
  /// that it sends.
  @Test("Williams' distribution network, a two-stage chain, costs 198,500")
  func distribution() throws {
    let regions = [
      "liverpool", "brighton", "newcastle", "birmingham", "london", "exeter", "c1", "c2", "c3",
      "c4", "c5", "c6",
    ]
    let toDepot: [(String, String, Double)] = [
      ("liverpool", "newcastle", 0.5), ("liverpool", "birmingham", 0.5),
      ("liverpool", "london", 1), ("liverpool", "exeter", 0.2), ("brighton", "birmingham", 0.3),
      ("brighton", "london", 0.5), ("brighton", "exeter", 0.2),
    ]
    let toCustomer: [(String, String, Double)] = [
      ("liverpool", "c1", 1), ("liverpool", "c3", 1.5), ("liverpool", "c4", 2),
      ("liverpool", "c6", 1), ("brighton", "c1", 2), ("newcastle", "c2", 1.5),
      ("newcastle", "c3", 0.5), ("newcastle", "c4", 1.5), ("newcastle", "c6", 1),
      ("birmingham", "c1", 1), ("birmingham", "c2", 0.5), ("birmingham", "c3", 0.5),
      ("birmingham", "c4", 1), ("birmingham", "c5", 0.5), ("london", "c2", 1.5),
      ("london", "c3", 2), ("london", "c5", 0.5), ("london", "c6", 1.5), ("exeter", "c3", 0.2),
      ("exeter", "c4", 1.5), ("exeter", "c5", 0.5), ("exeter", "c6", 1.5),
    ]
    let lanes =
      toDepot.map { "made,\($0.0),\($0.1),\($0.2)\n" }
      + toCustomer.map { "delivered,\($0.0),\($0.1),\($0.2)\n" }
    let cost = try Self.objective([
      "instance.yaml": Self.manifest(home: "london"),
      "regions.csv": "region\n" + regions.map { "\($0)\n" }.joined(),
      "commodities.csv": "commodity,unit\nmade,ton\ndelivered,ton\n",
      "processes.csv": """
      process,stage,output
      make,factory,made
      handle,depot,delivered

      """,
      "recipes.csv": "process,commodity,role,quantity\nhandle,made,input,1\n",
      // A factory also delivers: a process at the factory handles its goods.
      "facilities.csv": """
      facility,process,region,capacity,unit_cost
      factory-liverpool,make,liverpool,150000,0
      factory-brighton,make,brighton,200000,0
      gate-liverpool,handle,liverpool,150000,0
      gate-brighton,handle,brighton,200000,0
      depot-newcastle,handle,newcastle,70000,0
      depot-birmingham,handle,birmingham,50000,0
      depot-london,handle,london,100000,0
      depot-exeter,handle,exeter,40000,0

      """,
      "lanes.csv": "commodity,origin,destination,unit_cost\n" + lanes.joined(),
      "demands.csv": """
      region,commodity,period,quantity,shortage_cost
      c1,delivered,now,50000,1000
      c2,delivered,now,10000,1000
      c3,delivered,now,40000,1000
      c4,delivered,now,35000,1000
      c5,delivered,now,60000,1000
      c6,delivered,now,20000,1000

      """,
    ])
    #expect(abs(cost - 198_500) < 1e-4)
  }
}

extension PublishedProblemTests {
  /// J. E. Beasley, OR-Library, capacitated warehouse location: 16 warehouses of 5,000 that cost 7,500 to open (the
  /// eleventh is open), 50 customers. The file has a line for each customer: its demand, then the cost of all of it
  /// from each warehouse.
  @Test("OR-Library's cap41 costs 1,040,444.375")
  func cap41() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Published/cap41.txt")
    let customers = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: " ").compactMap { Double($0) }
    }
    #expect(customers.count == 50)
    var lanes = "commodity,origin,destination,unit_cost\n"
    var demands = "region,commodity,period,quantity,shortage_cost\n"
    for (place, customer) in customers.enumerated() {
      demands += "c\(place),goods,now,\(customer[0]),100000\n"
      for (warehouse, cost) in customer.dropFirst().enumerated() {
        lanes += "goods,w\(warehouse),c\(place),\(cost / customer[0])\n"
      }
    }
    let closed = (0..<16).filter { $0 != 10 }
    let cost = try Self.objective([
      "instance.yaml": Self.manifest(home: "c0"),
      "regions.csv": "region\n"
        + ((0..<16).map { "w\($0)\n" } + customers.indices.map { "c\($0)\n" }).joined(),
      "commodities.csv": "commodity,unit\ngoods,unit\n",
      "processes.csv": "process,stage,output\nstore,warehouse,goods\n",
      "facilities.csv": "facility,process,region,capacity,unit_cost\nopen,store,w10,5000,0\n",
      "projects.csv":
        "project,process,region,max_capacity,capex,unit_cost,fixed_cost,life_years\n"
        + closed.map { "p\($0),store,w\($0),5000,0,0,7500,1\n" }.joined(),
      "lanes.csv": lanes, "demands.csv": demands,
    ])
    #expect(abs(cost - 1_040_444.375) < 1e-2)
  }
}
