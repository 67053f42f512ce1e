import Foundation
import TestSupport
import Testing

@Suite("plusone stockpile")
struct StockpileCommandTests {
  /// Two members that are never hit together, as the islands in the tests of `Scenarios`.
  private let files = [
    "instance.yaml": """
    name: islands
    title: Two islands
    currency: USD
    periods: [2030]
    discount_rate: 0.05
    home: pair

    """,
    "regions.csv": "region\nEAST\nWEST\n",
    "blocs.csv": "bloc,region\npair,EAST\npair,WEST\n",
    "commodities.csv": "commodity,unit,price\noil,t,10\n",
    "processes.csv": "process,stage,output\nwell,well,oil\n",
    "facilities.csv":
      "facility,process,region,capacity,unit_cost\neast-well,well,EAST,120,1\nwest-well,well,WEST,120,1\n",
    "lanes.csv": "commodity,origin,destination,unit_cost\noil,*,*,5\n",
    "demands.csv": "region,commodity,period,quantity,shortage_cost\n*,oil,*,120,100\n",
    "stockpiles.csv":
      "stockpile,region,commodity,initial,capacity,holding_cost\neast,EAST,oil,5,500,0.5\nwest,WEST,oil,5,500,0.5\n",
    "disruptions.csv":
      "disruption,effect,region,factor,months\nquake,production,EAST,0,12\nstorm,production,WEST,0,12\n",
    "model.yaml": "name: as-is\nstress: {horizon_months: 12, reroute_months: 12}\n",
  ]

  private func stockpile(_ options: String...) throws -> (
    result: RunResult, tables: [String: String]
  ) {
    try withTemporaryFolder { folder in
      try write(files.mapValues { Array($0.utf8) }, to: folder)
      let result = try runPlusOne(
        ["stockpile", ".", "--model", "model.yaml"] + options, in: folder)
      let out = folder.appending(path: "out")
      let names = (try? FileManager.default.contentsOfDirectory(atPath: out.path)) ?? []
      let tables = try names.map {
        ($0, try String(contentsOf: out.appending(path: $0), encoding: .utf8))
      }
      return (result, Dictionary(uniqueKeysWithValues: tables))
    }
  }

  private struct Answer: Decodable {
    struct Arrangement: Decodable {
      var sharing: String
      var reached: Bool
      var stockCost: Double
      var saving: Double?

      enum CodingKeys: String, CodingKey {
        case sharing, reached, saving
        case stockCost = "stock_cost"
      }
    }
    var arrangements: [Arrangement]
  }

  @Test("the modes asked for are compared, and the saving is split")
  func compares() throws {
    let run = try stockpile(
      "--service", "100%", "--members", "pair", "--sharing", "own,pooled,quota=30%,iep",
      "--split", "--out", "out", "--format", "json")
    #expect(run.result.status == 0, "\(run.result.errors)")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(run.result.output.utf8))
    #expect(answer.arrangements.map(\.sharing) == ["own", "pooled", "quota=30%", "iep"])
    // A unit costs 0.05·10 + 0.5 a year; the rights of iep are too small to help at full service.
    for (found, cost) in zip(answer.arrangements, [240, 120, 240 / 1.3]) {
      #expect(abs(found.stockCost - cost) < 1e-3)
      #expect(abs((found.saving ?? .nan) - (240 - cost)) < 1e-3)
    }
    #expect(
      run.tables.keys.sorted() == [
        "plusone.json", "stockpile_coalitions.csv", "stockpile_members.csv",
        "stockpile_sharing.csv",
        "stockpile_sizes.csv", "stockpile_splits.csv",
      ])
    let splits = try #require(run.tables["stockpile_splits.csv"]).split(separator: "\n")
    #expect(splits.filter { $0.hasPrefix("pooled,") }.count == 6)
    #expect(splits.filter { $0.hasPrefix("pooled,") }.allSatisfy { $0.contains(",true,0,") })
  }

  @Test("there is a row for each member and commodity, for the disruption asked for only")
  func oneDisruption() throws {
    let run = try stockpile(
      "--service", "0.5", "--members", "pair", "--sharing", "own", "--disruption", "quake",
      "--format", "csv")
    #expect(run.result.status == 0, "\(run.result.errors)")
    let rows = run.result.output.split(separator: "\n")
    #expect(rows.first == "sharing,region,commodity,unit,stock,stock_cost,saving")
    #expect(rows.count == 3)
    let stocks = rows.dropFirst().compactMap { Double($0.split(separator: ",")[4]) }
    #expect(abs(stocks[0] - 60) < 1e-4)
    #expect(abs(stocks[1]) < 1e-4)
  }

  @Test(
    "an unknown name is reported with the nearest known one",
    arguments: [
      (
        ["--members", "pear", "--sharing", "pooled"],
        "unknown region or bloc `pear`; the most similar name is `pair`"
      ),
      (
        ["--members", "pair", "--sharing", "pooled", "--disruption", "stom"],
        "unknown disruption `stom`; the most similar name is `storm`"
      ),
      (["--members", "pair", "--sharing", "pooled,half"], "unknown rule `half`"),
      (["--members", "pair", "--sharing", "quota=200%"], "needs a share, such as quota=30%"),
    ])
  func unknownNames(options: [String], message: String) throws {
    let result = try withTemporaryFolder { folder in
      try write(files.mapValues { Array($0.utf8) }, to: folder)
      return try runPlusOne(
        ["stockpile", ".", "--model", "model.yaml", "--service", "90%"] + options, in: folder)
    }
    #expect(result.status == 64)
    #expect(result.errors.contains(message))
  }

  @Test(
    "a service level that is not a share and an empty window are refused",
    arguments: [
      ["--service", "120%", "--members", "pair"],
      ["--service", "90%", "--members", "pair", "--months", "0"],
    ])
  func wrongUsage(options: [String]) throws {
    let run = try runPlusOne(["stockpile", ".", "--model", "model.yaml"] + options)
    #expect(run.status == 64)
  }
}
