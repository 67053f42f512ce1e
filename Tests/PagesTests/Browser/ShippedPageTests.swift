import Foundation
import TestSupport
import Testing

/// The page of each command on each instance that comes with the program. `make check-pages` runs all of them;
/// the usual tests run one.
@Suite("Pages of the shipped instances in a browser", .serialized)
struct ShippedPageTests {
  /// An instance and what its data allow.
  struct Shipped: Sendable {
    var name: String
    /// Ids of two assumptions that a sensitivity analysis moves, separated by a comma: all take minutes. Nil: the
    /// instance has no ranges.
    var assumptions: String?
    /// Whether there are flows of several years, which a back-test compares.
    var hasHistory = false
    /// Further options of `stockpile`: sizes for all disruptions take minutes for some instances.
    var sizing = ["--split"]
  }

  static let shipped = [
    Shipped(name: "japan-rare-earths", assumptions: "lace_premium,export_quota", hasHistory: true),
    Shipped(name: "japan-rare-earths-2020", assumptions: "capex,myanmar", hasHistory: true),
    Shipped(name: "batteries", assumptions: "room,us_cells", hasHistory: true),
    Shipped(name: "critical-minerals", assumptions: "ga_cost,licences"),
    Shipped(
      name: "pharmaceuticals", assumptions: "us_own_share,approval_premium",
      sizing: ["--disruption", "china_stop"]),
    Shipped(
      name: "semiconductors", assumptions: "mature_demand,us_leading_cost", hasHistory: true),
  ]

  private static func model(_ name: String) -> [String] {
    ["--model", TestPaths.package.appending(path: "models/\(name).yaml").path]
  }

  static func runs(of it: Shipped) -> [PageRun] {
    let folder = TestPaths.instance(it.name)
    let run = { (command: String, arguments: [String], printed: PageRun.Printed) in
      PageRun(
        name: "\(command), \(it.name)", arguments: [command, folder] + arguments, printed: printed)
    }
    var runs = [
      run("solve", model("reliance-cap"), .nothing),
      PageRun(
        name: "report, \(it.name)", arguments: ["report", "plan"],
        before: [["solve", folder] + model("china-plus-one") + ["--out", "plan"]], tables: "plan"),
      run("explain", model("reliance-cap"), .table("explanation")),
      run(
        "frontier", model("reliance-cap") + ["--vary", "cap=90%..20%", "--steps", "4"],
        .table("frontier")),
      run("alternatives", model("reliance-cap") + ["--within", "1%"], .table("alternatives")),
      run("stress", model("baseline"), .nothing),
      run("chokepoints", model("baseline"), .table("chokepoints")),
      run("worst", model("reliance-cap") + ["--targets", "stages"], .nothing),
      run(
        "stockpile",
        model("stockpile-sharing") + [
          "--service", "50%", "--members", "quad", "--sharing", "own,pooled",
        ] + it.sizing, .nothing),
    ]
    // One goal alone has no picture of what each goal costs.
    runs[2].hasPictures = false
    if it.hasHistory { runs.append(run("backtest", model("baseline"), .nothing)) }
    if let assumptions = it.assumptions {
      runs.append(
        run("solve", model("reliance-cap") + ["--worlds", "4"], .nothing))
      runs.append(
        run(
          "sensitivity",
          model("reliance-cap") + [
            "--only", assumptions, "--samples", "5", "--claim", "change_cost < 20",
          ], .nothing))
    }
    var study = run("study", [], .nothing)
    study.arguments = ["study", "study.yaml"]
    study.files = ["study.yaml": Self.study(of: folder)]
    runs.append(study)
    var hedge = run("hedge", [], .nothing)
    hedge.arguments = [
      "hedge", "study.yaml", "--option", "reliance-cap", "--until", "first", "--explain",
    ]
    hedge.files = ["study.yaml": Self.study(of: folder) + Self.variations]
    runs.append(hedge)
    if it.name == "japan-rare-earths" {
      var watch = run("watch", model("baseline"), .nothing)
      watch.arguments =
        ["watch"] + WatchedTrade.baci + ["--map", "map.yaml", "--instance", folder]
        + model("baseline") + ["--asof", "2022"]
      watch.files = ["map.yaml": WatchedTrade.rareEarthMap]
      watch.status = 3
      runs.append(watch)
    }
    return runs
  }

  /// Three options with all disruptions of the instance: the studies that come with the instances take minutes.
  private static func study(of folder: String) -> String {
    let models = TestPaths.package.appending(path: "models").path
    return """
      name: three
      instance: \(folder)
      options:
        - {model: \(models)/baseline.yaml}
        - {model: \(models)/reliance-cap.yaml}
        - {model: \(models)/diversified.yaml}
      disruptions: all

      """
  }

  /// Two worlds more for `hedge`.
  private static let variations = """
    variations:
      - name: dear
        edit: [{table: projects, column: capex, multiply: 1.5}]
      - name: late
        edit: [{table: projects, column: lead_years, add: 1}]

    """

  private static var isComplete: Bool {
    ProcessInfo.processInfo.environment["PLUSONE_ALL_PAGES"] != nil
  }

  private static let chosen = isComplete ? shipped.flatMap(runs) : [runs(of: shipped[0])[0]]

  @Test("the page is quiet, asks for nothing, and draws only figures of tables", arguments: chosen)
  func page(run: PageRun) throws {
    try withTemporaryFolder { folder in
      try PageCheck.check(try run.run(in: folder), hasPictures: run.hasPictures)
    }
  }

  @Test("each page of a plan fits into windows of 400 and 1,200 pixels, light, dark and printed")
  func looks() throws {
    try withTemporaryFolder { folder in
      let written = try Self.runs(of: Self.shipped[0])[0].run(in: folder)
      for (width, scheme, media) in [
        (400, Browser.Scheme.light, Browser.Media.screen), (1200, .dark, .screen),
        (794, .light, .print),
      ] {
        let page = try Browser.shared().draw(
          file: written.page, width: width, scheme: scheme, media: media)
        #expect(page.messages == [])
        #expect(
          try page.evaluate("document.documentElement.scrollWidth <= innerWidth") == true,
          "\(width) \(scheme) \(media)")
      }
    }
  }

  @Test("without scripts the text and the tables are there")
  func withoutScripts() throws {
    try withTemporaryFolder { folder in
      let written = try Self.runs(of: Self.shipped[0])[0].run(in: folder)
      let page = try Browser.shared().draw(file: written.page, scripts: false)
      #expect(page.messages == [])
      let count = { (selector: String) in
        try page.evaluate("document.querySelectorAll('\(selector)').length").asNumber ?? 0
      }
      #expect(try count("figure.picture details table") > 0)
      #expect(try count(".report table") > 0)
      #expect(try page.evaluate("document.querySelector('noscript').innerText").asText != "")
    }
  }
}
