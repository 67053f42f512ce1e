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
        "buy_list.csv", "plusone.json", "stockpile_coalitions.csv", "stockpile_commodities.csv",
        "stockpile_members.csv", "stockpile_sharing.csv", "stockpile_sizes.csv",
        "stockpile_splits.csv", "transfers.csv",
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
    #expect(
      rows.first.map(String.init)
        == "sharing,region,commodity,unit,have,have_months,need,need_months,add,spare,price,cost,stock_cost,"
        + "decides,deciding")
    #expect(rows.count == 3)
    let stocks = rows.dropFirst().compactMap { Double($0.split(separator: ",")[6]) }
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
      (
        ["--members", "pair", "--commodity", "oli"],
        "unknown commodity or group `oli`; the most similar name is `oil`"
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

  // MARK: Several goods

  private static func threeGoods(
    _ options: [String], environment: [String: String] = [:], also files: [String: String] = [:]
  ) throws -> RunResult {
    try withTemporaryFolder { folder in
      try write(ThreeGoods.bytes.merging(files.mapValues { Array($0.utf8) }) { $1 }, to: folder)
      return try runPlusOne(
        [
          "stockpile", ".", "--model", "model.yaml", "--members", "pair", "--service", "75%",
          "--sharing", "own,pooled",
        ] + options, in: folder, environment: environment)
    }
  }

  private struct Stocks: Decodable {
    struct Arrangement: Decodable {
      struct Good: Decodable {
        var commodity: String
        var stock: Double
      }
      struct Member: Decodable {
        var stockCost: Double
        var saving: Double
      }
      struct Transfer: Decodable {
        var disruption: String
        var from: String
        var to: String
        var quantity: Double
      }
      var stock: Double?
      var stockValue: Double?
      var stockCost: Double
      var saving: Double
      var purchaseCost: Double
      var commodities: [Good]
      var members: [Member]
      var transfers: [Transfer]
    }
    var commodities: [String]
    var arrangements: [Arrangement]
  }

  private static func stocks(_ options: String...) throws -> Stocks {
    let run = try threeGoods(options + ["--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Stocks.self, from: Data(run.output.utf8))
  }

  @Test("stocks of different goods are added up in money only, and only if all have a price")
  func severalGoods() throws {
    let all = try Self.stocks()
    #expect(all.commodities == ["oil", "gas", "coal"])
    let own = all.arrangements[0]
    #expect(own.stock == nil && own.stockValue == nil)
    #expect(own.commodities.map(\.commodity) == ["oil", "gas", "coal"])
    for (good, stock) in zip(own.commodities, [180.0, 90, 90]) {
      #expect(abs(good.stock - stock) < 1e-3)
    }
    #expect(abs(own.purchaseCost - 1010) < 1e-3)
    let priced = try Self.stocks("--commodity", "oil", "--commodity", "gas")
    #expect(priced.commodities == ["oil", "gas"] && priced.arrangements[0].stock == nil)
    // 180 t at 10, and 90 m3 at 2.
    let value = try #require(priced.arrangements[0].stockValue)
    #expect(abs(value - 1980) < 1e-2)
    let group = try Self.stocks("--commodity", "liquid")
    #expect(group.commodities == ["oil"])
    let stock = try #require(group.arrangements[0].stock)
    #expect(abs(stock - 180) < 1e-3)
  }

  @Test("members' costs and savings add up to those of the arrangement, and transfers are balanced")
  func members() throws {
    let oil = try Self.stocks("--commodity", "oil")
    for arrangement in oil.arrangements {
      let cost = arrangement.members.reduce(0) { $0 + $1.stockCost }
      let saving = arrangement.members.reduce(0) { $0 + $1.saving }
      #expect(abs(cost - arrangement.stockCost) < 1e-4)
      #expect(abs(saving - arrangement.saving) < 1e-4)
    }
    let pooled = oil.arrangements[1]
    #expect(oil.arrangements[0].transfers.isEmpty)
    for (disruption, from, to) in [
      ("quake", "WEST", "EAST"), ("flood", "WEST", "EAST"), ("storm", "EAST", "WEST"),
    ] {
      let found = pooled.transfers.filter { $0.disruption == disruption }
      #expect(found.allSatisfy { $0.from == from && $0.to == to })
      #expect(abs(found.reduce(0) { $0 + $1.quantity } - 45) < 1e-3)
    }
  }

  @Test("the report names what decides, what has no price and each rule", arguments: [60, 80])
  func report(width: Int) throws {
    let run = try Self.threeGoods(["--split"], environment: ["COLUMNS": "\(width)"])
    #expect(run.status == 0, "\(run.errors)")
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { $0.count <= width })
    let text = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    for piece in [
      "own: each member uses only its own stock", "pooled: any member may use any stock",
      "shapley: each member gets the mean", "proportional: each member gets a part",
      "nucleolus: no member does worse than by itself", "flood +1", "no price",
      "instance has no price for them: coal of EAST",
      "Transfers between members under sharing pooled", "pooled saves",
    ] {
      #expect(text.contains(piece), "\(piece)")
    }
    #expect(!text.contains("of all members and commodities together"))
  }

  @Test("a commodity that no member stocks is refused with those that they stock")
  func notStocked() throws {
    let table = "stockpile,region,commodity,initial,capacity\neast-oil,EAST,oil,5,500\n"
    let run = try Self.threeGoods(["--commodity", "gas"], also: ["stockpiles.csv": table])
    #expect(run.status == 64)
    #expect(
      run.errors.contains(
        "--commodity: no member of pair has a stockpile of `gas`; they have stockpiles of oil"))
  }

  @Test(
    "the shell completes commodities and disruptions of the instance",
    arguments: [("--commodity", ["coal"]), ("--disruption", [])])
  func completion(option: String, wanted: [String]) throws {
    let output = try withTemporaryFolder { folder in
      try write(ThreeGoods.bytes, to: folder)
      let words = [
        "---completion", "stockpile", "--", option, "4", "2", "plusone", "stockpile", ".", option,
        "co",
      ]
      return try runPlusOne(words, in: folder, environment: ["SAP_SHELL": "fish"]).output
    }
    #expect(output.split(separator: "\n").map(String.init) == wanted)
  }
}
