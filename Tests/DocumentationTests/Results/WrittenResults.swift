import Foundation
import TestSupport
import Testing

/// A table or JSON text that a command has written.
struct WrittenResult: Sendable {
  enum Form: Sendable { case table, json, other }

  /// The command and option, as definitions name them: `solve --out`.
  var place: String
  /// Of the file; nil: it was printed.
  var fileName: String?
  var form: Form
  var bytes: Data

  var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Everything that the commands write for some small inputs, which together show every table and key.
struct WrittenResults {
  private(set) var all: [WrittenResult] = []
  let folder: URL

  /// One set of runs for all tests.
  static let shared = Result { try withTemporaryFolder { try WrittenResults(in: $0).all } }

  private init(in folder: URL) throws {
    self.folder = folder
    try solve()
    try ask()
    try disturb()
    try size()
    try split()
    try test()
    try compare()
    try importTrade()
    try cite()
    try list()
    try check()
    try validate()
    try move()
    try decide()
    try hedge()
    try watch()
  }

  // MARK: Runs

  /// Runs the executable and keeps what it prints.
  mutating func run(
    _ place: String, _ arguments: [String], prints form: WrittenResult.Form, status: Int32 = 0
  ) throws {
    let run = try runPlusOne(arguments, in: folder)
    #expect(run.status == status, "\(arguments.joined(separator: " "))\n\(run.errors)")
    if form != .other {
      all.append(
        WrittenResult(place: place, fileName: nil, form: form, bytes: Data(run.output.utf8)))
    }
  }

  /// Runs `command --format json` and `command --format csv`.
  mutating func print(
    _ command: String, _ arguments: [String], formats: [String] = ["csv", "json"],
    status: Int32 = 0
  ) throws {
    let words = command.split(separator: " ").map(String.init)
    for format in formats {
      try run(
        "\(command) --format \(format)", words + arguments + ["--format", format],
        prints: format == "csv" ? .table : .json, status: status)
    }
  }

  /// Keeps all files of a folder of results.
  mutating func keep(_ place: String, _ path: String) throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: path), includingPropertiesForKeys: [.isDirectoryKey])
    for file in files.sorted(by: { $0.path < $1.path }) {
      guard try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory != true else {
        continue
      }
      all.append(
        WrittenResult(
          place: place, fileName: file.lastPathComponent,
          form: file.pathExtension == "csv"
            ? .table : file.pathExtension == "json" ? .json : .other,
          bytes: try Data(contentsOf: file)))
    }
  }

  func question(_ name: String) -> [String] {
    [TestPaths.case(name), "--model", TestPaths.case(name) + "/model.yaml"]
  }

  private mutating func solve() throws {
    for name in [
      "everything", "projects", "projects-lumpy", "risk", "goal-monthly", "stockpile-free",
      "cuts-1",
    ] {
      try run("solve --out", ["solve"] + question(name) + ["--out", name], prints: .other)
      try keep("solve --out", name)
    }
    try keep("solve --out", "everything/without_goals")
    try print("solve", question("goal-resilience"))
    for (name, cap) in [("unserved", "33.3%"), ("unlimited", "100%")] {
      let bought = folder.appending(path: name)
      try FileManager.default.createDirectory(at: bought, withIntermediateDirectories: true)
      let goal = "kind: largest_source, commodity: g, at_most: $cap}\nparameters: {cap: \(cap)"
      try OneBuyer.write(to: bought, goal: goal)
      try print("solve", [name, "--model", "\(name)/model.yaml"], formats: ["json"])
    }
    let agreed = folder.appending(path: "agreed")
    try FileManager.default.createDirectory(at: agreed, withIntermediateDirectories: true)
    let contract = "contract,commodity,origin,destination,quantity,price\nc,g,C,A,20,5\n"
    try OneBuyer.write(
      to: agreed, goal: "kind: largest_source, commodity: g, at_most: 55%",
      with: ["contracts.csv": contract])
    let words = ["agreed", "--model", "agreed/model.yaml"]
    try run("solve --out", ["solve"] + words + ["--out", "agreement"], prints: .other)
    try keep("solve --out", "agreement")
    try print("solve", words, formats: ["json"])
    try print("report", ["everything"])
    try solveBesideChangedBaseline()
    try print("solve", question("infeasible"), formats: ["json"], status: 2)
    try OddProjects.write(to: folder.appending(path: "odd"))
    try print("solve", OddProjects.question, formats: ["json"], status: 2)
  }

  /// A plan beside a stored plan without goals that has other options.
  private mutating func solveBesideChangedBaseline() throws {
    let path = TestPaths.case("projects") + "/model.yaml"
    let model = try String(contentsOfFile: path, encoding: .utf8)
    try write(["other.yaml": Array((model + "max_decline: 90%\n").utf8)], to: folder)
    let words = [TestPaths.case("projects"), "--model", "other.yaml", "--baseline", "projects"]
    try print("solve", words + ["--allow-changed"], formats: ["json"])
  }

  private mutating func ask() throws {
    for name in ["everything", "goal-monthly", "infeasible", "risk"] {
      try print("explain", question(name))
    }
    try print("explain", OddProjects.question, formats: ["json"])
    let capped = [TestPaths.case("everything"), "--model", TestPaths.model("reliance-cap")]
    try print("frontier", capped + ["--vary", "cap=90%..0%", "--steps", "3"])
    try print(
      "frontier", OddProjects.question + ["--vary", "spent=16..15", "--steps", "2"],
      formats: ["json"])
    try sample()
    try print("alternatives", question("everything"))
    try print("alternatives", question("projects"))
  }

  private mutating func disturb() throws {
    let sharing = ["--sharing", "own,pooled", "--members", "allies"]
    let arguments = ["stress"] + question("everything") + sharing
    try run("stress --out", arguments + ["--out", "stressed"], prints: .other)
    try keep("stress --out", "stressed")
    try print("stress", question("everything") + sharing)
    let attack = question("everything") + ["--targets", "regions,stages", "--top", "3"]
    try run("worst --out", ["worst"] + attack + ["--out", "attacked"], prints: .other)
    try keep("worst --out", "attacked")
    try print("worst", attack)
    try print("worst", attack + ["--by", "R1"], formats: ["json"])
    try run("new", ["new", "starter"], prints: .other)
    let loss = ["starter", "--model", "starter/model.yaml"]
    try run(
      "chokepoints --out", ["chokepoints"] + loss + ["--out", "points/chokepoints.csv"],
      prints: .other)
    try keep("chokepoints --out", "points")
    try print("chokepoints", loss)
  }

  private mutating func size() throws {
    try Islands.write(to: folder.appending(path: "islands"))
    try write(["assumptions.csv": Self.growth], to: folder.appending(path: "islands"))
    for (service, out) in [("75%", "sizes"), ("99%", "limits")] {
      let arguments =
        ["islands", "--model", "islands/model.yaml", "--members", "trio", "--service", service]
        + ["--sharing", "own,pooled"] + (out == "sizes" ? ["--split"] : [])
      try run(
        "stockpile --out", ["stockpile"] + arguments + ["--out", out], prints: .other)
      try keep("stockpile --out", out)
      try print("stockpile", arguments)
    }
  }

  private mutating func split() throws {
    try write(
      [
        "game.csv": Array(GloveGame.table.utf8),
        "weights.csv": Array(
          "member,weight\nleft,1\nright,1\nother,1\n".utf8),
      ],
      to: folder)
    try print("split", ["game.csv", "--weights", "weights.csv"])
  }

  private mutating func test() throws {
    let observed = "commodity,origin,destination,period,quantity\ng,B,A,2026,20\ng,C,A,2026,30\n"
    let bought = folder.appending(path: "bought")
    try FileManager.default.createDirectory(at: bought, withIntermediateDirectories: true)
    let manifest = OneBuyer.files["instance.yaml", default: ""]
    try OneBuyer.write(
      to: bought, goal: "kind: largest_source, commodity: g, at_most: 90%",
      with: [
        "instance.yaml": manifest.replacing("[2025]", with: "[2025, 2026]"),
        "history.csv": OneBuyer.history, "observed.csv": observed,
        "assumptions.csv": String(decoding: Self.growth, as: UTF8.self),
      ])
    let arguments = ["bought", "--model", "bought/model.yaml"]
    try run("backtest --out", ["backtest"] + arguments + ["--out", "tested"], prints: .other)
    try keep("backtest --out", "tested")
    try print("backtest", arguments)
  }

  private mutating func compare() throws {
    let study = """
      name: small
      instance: \(TestPaths.case("everything"))
      options:
        - model: \(TestPaths.model("baseline"))
        - model: \(TestPaths.model("reliance-cap"))
          name: impossible
          set: {cap: 0%, by: 2020}
          time_limit: 30
      variations:
        - name: demand-up
          edit:
            - {table: demands, column: quantity, multiply: 1.2}
        - name: capped
          set: {cap: 80%}
          probability: 10%
      sharing:
        - {mode: own}
        - {mode: pooled, members: allies}
      coordination: both
      members: allies

      """
    let odd = "name: odd\ninstance: odd\noptions: [{model: odd/model.yaml}]\n"
    let buyer = "name: buyer\ninstance: buyer\noptions: [{model: buyer/model.yaml}]\n"
    let attacked = """
      name: attacked
      instance: \(TestPaths.case("cuts-1"))
      options: [{model: \(TestPaths.case("cuts-1"))/model.yaml}]

      """
    let worlds = """
      instance: doubtful
      options: [{model: doubtful/model.yaml}, {model: doubtful/model.yaml, name: again}]
      worlds: {samples: 24, seed: 1, assumptions: [b-cost], sobol: 4}
      claims: [cost < 75, change_cost <= 0]

      """
    let files = [
      "study.yaml": study, "odd.yaml": odd, "buyer.yaml": buyer, "worlds.yaml": worlds,
      "attacked.yaml": attacked,
    ]
    try write(files.mapValues { Array($0.utf8) }, to: folder)
    let bought = folder.appending(path: "buyer")
    try FileManager.default.createDirectory(at: bought, withIntermediateDirectories: true)
    try OneBuyer.write(to: bought, goal: "kind: largest_source, commodity: g, at_most: 33.3%")
    let doubtful = folder.appending(path: "doubtful")
    try FileManager.default.createDirectory(at: doubtful, withIntermediateDirectories: true)
    let ranges = """
      assumption,table,where,column,low,high,source
      b-cost,facilities,facility=fb,unit_cost,0.5,3,assumption: made up

      """
    try OneBuyer.write(
      to: doubtful, goal: "kind: largest_source, commodity: g, at_most: 60%",
      with: ["assumptions.csv": ranges])
    for (name, format) in [
      ("study", "csv"), ("study", "json"), ("odd", "csv"), ("buyer", "csv"), ("worlds", "csv"),
      ("attacked", "csv"),
    ] {
      try run(
        "study --format \(format)",
        ["study", "\(name).yaml", "--resume", "--out", "of-\(name)", "--format", format],
        prints: format == "csv" ? .table : .json)
    }
    for name in ["of-study", "of-odd", "of-buyer", "of-worlds", "of-attacked"] {
      try keep("study", name)
      let runs = FileManager.default.enumerator(atPath: folder.appending(path: "\(name)/runs").path)
      while let path = runs?.nextObject() as? String {
        guard path.hasSuffix("/run.json") else { continue }
        try keep("study, each run", "\(name)/runs/\(path.dropLast("/run.json".count))")
      }
    }
    try print("study results", ["of-study"])
    try print("study results --pivot", ["cost", "of-study"])
    try print("study results --robustness", ["of-worlds"])
    try print("study results --boxes", ["of-worlds"])
    try print("study results --indices", ["of-worlds"])
  }

  /// An instance with sources.
  private mutating func cite() throws {
    let cited = folder.appending(path: "cited")
    try FileManager.default.createDirectory(at: cited, withIntermediateDirectories: true)
    let sources = """
      source,title,publisher,year,url,licence,read
      survey,Survey,Office,2021,https://example.org/survey,CC BY 4.0,2022-03-31
      idle,Idle,Office,2020,,,

      """
    let demands = """
      region,commodity,period,quantity,shortage_cost,basis,source,note
      A,g,*,50,1000,published,survey:p. 2,
      B,g,*,1,1000,assumption,,a guess

      """
    try OneBuyer.write(
      to: cited, goal: "kind: largest_source, commodity: g, at_most: 55%",
      with: [
        "sources.csv": sources, "demands.csv": demands,
        "regions.csv": "region,latitude,longitude\nA,35,139\nB,40,110\nC,,\n",
      ])
    try print("solve", ["cited", "--model", "cited/model.yaml"], formats: ["json"])
    for format in ["csv", "json"] {
      try run(
        "validate --provenance --format \(format)",
        ["validate", "cited", "--provenance", "--format", format],
        prints: format == "csv" ? .table : .json)
    }
  }

  /// An instance with checks: its plan, a study of it, and the checks one by one.
  private mutating func check() throws {
    let checked = folder.appending(path: "checked")
    try FileManager.default.createDirectory(at: checked, withIntermediateDirectories: true)
    try OneBuyer.write(
      to: checked, goal: "kind: largest_source, commodity: g, at_most: 55%",
      with: ["checks.csv": OneBuyer.checks])
    let study = "name: checked\ninstance: checked\noptions: [{model: checked/model.yaml}]\n"
    try write(["checked.yaml": Array(study.utf8)], to: folder)
    try print("validate --checks", ["checked"])
    try print("solve", ["checked", "--model", "checked/model.yaml"], formats: ["json"])
    try run(
      "study --format csv",
      ["study", "checked.yaml", "--out", "of-checked", "--format", "csv"], prints: .table)
    try keep("study, each run", "of-checked/runs/model/as-is/joint")
  }

  private mutating func list() throws {
    try print("list", [])
    try print("list", [TestPaths.case("everything")])
  }

  private mutating func validate() throws {
    let sample = folder.appending(path: "sample")
    try FileManager.default.createDirectory(at: sample, withIntermediateDirectories: true)
    try write(SampleInstance.bytes, to: sample)
    try print("validate --assumptions", ["sample"])
  }

  private mutating func importTrade() throws {
    let trade = """
      refYear,reporterCode,flowCode,partnerCode,cmdCode,netWgt,primaryValue
      2023,392,M,156,284610,500000,5000000
      2023,392,M,0,284610,900000,9000000

      """
    let map = "commodities: [{commodity: compounds, hs: 284610}]\n"
    try write(["trade.csv": Array(trade.utf8), "map.yaml": Array(map.utf8)], to: folder)
    for format in ["csv", "json"] {
      try run(
        "import --format \(format)",
        [
          "import", "comtrade", "trade.csv", "--into", "in-\(format)", "--map", "map.yaml",
          "--format", format,
        ],
        prints: format == "csv" ? .table : .json)
    }
  }
}
