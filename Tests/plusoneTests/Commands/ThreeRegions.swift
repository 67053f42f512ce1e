import Foundation
import TestSupport
import Testing

/// A small instance for commands with `others_keep`, as files in a folder, and runs on it.
///
/// B makes metal for A and could for C; C makes 10 for itself. Under the cap A may buy nothing from B. With 0 % C sells
/// its metal to A and buys from B: 10·(10 + 1) twice. With 50 % it keeps 5, and A is 5 short.
enum ThreeRegions {
  static let files = [
    "instance.yaml": """
    name: three
    title: Three regions
    currency: USD
    periods: [2025]
    discount_rate: 0
    home: A
    parameters: {focus: metal}

    """,
    "regions.csv": "region\nA\nB\nC\n",
    "commodities.csv": "commodity,unit,price\nmetal,t,100\n",
    "processes.csv": "process,stage,output\np,make,metal\n",
    "facilities.csv":
      "facility,process,region,capacity,unit_cost\nfb,p,B,100,10\nfc,p,C,10,10\n",
    "lanes.csv": "commodity,origin,destination,unit_cost\n*,*,*,1\n",
    "demands.csv":
      "region,commodity,period,quantity,shortage_cost\nA,metal,*,10,1000\nC,metal,*,10,1000\n",
    "disruptions.csv":
      "disruption,effect,region,commodity,factor,months,probability\nban,exports,B,metal,0.5,3,0.1\n",
    "model.yaml": """
    name: cap
    parameters: {service: 0}
    goals:
      - {kind: reliance, upon: B, commodity: metal, at_most: 0, by: last}
      - {kind: service, commodity: metal, at_least: $service}

    """,
  ]

  /// A folder with the instance in `instance`, some of its files changed.
  static func with(
    _ changes: [String: String] = [:], _ body: (URL) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      try write(to: folder, changes)
      try body(folder)
    }
  }

  /// Writes the instance into `instance` in a folder, some of its files changed.
  static func write(to folder: URL, _ changes: [String: String] = [:]) throws {
    let instance = folder.appending(path: "instance")
    try FileManager.default.createDirectory(at: instance, withIntermediateDirectories: true)
    let files = files.merging(changes) { $1 }
    try TestSupport.write(files.mapValues { Array($0.utf8) }, to: instance)
  }

  /// Runs a command on the instance and one of its models.
  static func run(
    _ command: String, in folder: URL, model: String = "model.yaml", _ options: [String] = []
  ) throws -> RunResult {
    try runPlusOne([command, "instance", "--model", "instance/\(model)"] + options, in: folder)
  }

  /// The first number of a key in JSON.
  static func number(_ key: String, _ result: RunResult) throws -> Double {
    try #require(result.status == 0, "\(result.errors)")
    let text = try Regex("\"\(key)\" : ([0-9.e+]+)").firstMatch(in: result.output)
    return try #require(text?.output[1].substring.flatMap { Double($0) }, "\(result.output)")
  }
}
