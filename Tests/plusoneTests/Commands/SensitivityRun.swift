import Foundation
import TestSupport

/// Runs of `plusone sensitivity` on small instances.
enum SensitivityRun {
  /// The case with known values at the ends of its assumptions.
  static let tornado = [
    TestPaths.case("tornado"), "--model", TestPaths.case("tornado") + "/model.yaml",
  ]

  /// A buys 50 t a year of `g` from B at 1.1 or from C at 2.1, and at most half from B. D's plant is not in reach.
  static func write(to folder: URL, assumptions: String, share: String = "50%") throws {
    var files = [
      "regions.csv": "region\nA\nB\nC\nD\n",
      "facilities.csv":
        "facility,process,region,capacity,unit_cost\nfb,p,B,100,1\nfc,p,C,100,2\nfd,p,D,100,1\n",
      "lanes.csv": "commodity,origin,destination,unit_cost\ng,B,A,0.1\ng,C,A,0.1\n",
    ]
    if !assumptions.isEmpty {
      files["assumptions.csv"] =
        "assumption,table,where,column,low,high,mode,title,source\n" + assumptions
    }
    try OneBuyer.write(
      to: folder, goal: "kind: largest_source, commodity: g, at_most: \(share)", with: files)
  }

  static func run(_ arguments: [String], in folder: URL? = nil) throws -> RunResult {
    try runPlusOne(["sensitivity"] + arguments, in: folder)
  }

  /// Runs it on such an instance.
  static func run(
    _ arguments: [String], assumptions: String, share: String = "50%"
  ) throws -> RunResult {
    try withTemporaryFolder { folder in
      try write(to: folder, assumptions: assumptions, share: share)
      return try run([".", "--model", "model.yaml"] + arguments, in: folder)
    }
  }

  /// What `--format json` prints.
  struct Answer: Decodable {
    struct Swing: Decodable {
      var assumption: String
      var measure: String
      var low: Double?
      var nominal: Double?
      var high: Double?
      var lowEnding: String
      var highEnding: String
    }
    struct Claim: Decodable {
      struct Break: Decodable {
        var assumption: String
        var z: Double
        var amount: String
      }
      var claim: String
      var nominal: Bool
      var share: Double?
      var breaks: [Break]
    }
    struct Measure: Decodable {
      var measure: String
      var worlds: Int
      var mean: Double?
      var sd: Double?
      var q05: Double?
      var q95: Double?
    }
    var tornado: [Swing]
    var claims: [Claim]
    var measures: [Measure]

    /// A measure with an assumption at its ends.
    func swing(_ assumption: String, _ measure: String) -> Swing? {
      tornado.first { $0.assumption == assumption && $0.measure == measure }
    }
  }

  static func answer(_ run: RunResult) throws -> Answer {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Answer.self, from: Data(run.output.utf8))
  }
}
