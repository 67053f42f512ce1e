import Foundation
import GLPKSolver
import TestSupport
import Testing

@testable import Planning
@testable import Sourcing
@testable import SourcingFiles

/// For whom goods are used: ore from B is made into metal in C, of which A, home, takes ten and C five.
struct OthersUseTests {
  private static let files = [
    "instance.yaml":
      "name: chain\ncurrency: USD\nperiods: [2025]\ndiscount_rate: 0\nhome: A\n",
    "regions.csv": "region\nA\nB\nC\n",
    "commodities.csv": "commodity,unit,price\nore,t,10\nmetal,t,100\nslag,t,300\n",
    "lanes.csv": "commodity,origin,destination,unit_cost\n*,*,*,1\n",
    "facilities.csv":
      "facility,process,region,capacity,unit_cost\nmine,dig,B,100,1\nsmelter,smelt,C,100,1\n",
  ]

  private func trade(byproduct: Bool) throws -> [String: Double] {
    var files = Self.files
    files["processes.csv"] = "process,stage,output\ndig,mining,ore\nsmelt,smelting,metal\n"
    files["recipes.csv"] =
      "process,commodity,role,quantity\nsmelt,ore,input,1\n"
      + (byproduct ? "smelt,slag,byproduct,1\n" : "")
    files["demands.csv"] =
      "region,commodity,period,quantity,shortage_cost\nA,metal,*,10,1000\nC,metal,*,5,1000\n"
      + (byproduct ? "B,slag,*,15,1000\n" : "")
    return try withTemporaryFolder { folder in
      try write(files.mapValues { Array($0.utf8) }, to: folder)
      let instance = try InstanceReader.read(folder: folder.path)
      let model = Model(for: instance)
      let plan = try #require(try Planner(solver: GLPKSolver()).plan(instance, model).plan)
      let trade = OthersTrade(of: plan, instance, model)
      let named = trade.amounts.map { key, amount in
        let ends = [key.origin, key.destination].map { instance.regions[$0].id }
        return ("\(instance.commodities[key.commodity].id) \(ends[0]) \(ends[1])", amount)
      }
      return Dictionary(uniqueKeysWithValues: named)
    }
  }

  private func expect(_ found: [String: Double], _ wanted: [String: Double]) {
    #expect(found.keys.sorted() == wanted.keys.sorted())
    for (key, amount) in wanted { #expect(abs((found[key] ?? 0) - amount) < 1e-9, "\(key)") }
  }

  @Test("inputs of goods that go home are not protected")
  func chain() throws {
    // Of 15 ore into C, a third ends as metal in C.
    expect(try trade(byproduct: false), ["ore B C": 5, "metal C C": 5])
  }

  @Test("joint products share the inputs by value")
  func jointProducts() throws {
    // A quarter of the ore is metal's, of which a third stays in C; the rest is slag's, all of it for B.
    let ore = 15 * (0.25 / 3 + 0.75)
    expect(try trade(byproduct: true), ["ore B C": ore, "metal C C": 5, "slag C B": 15])
  }
}
