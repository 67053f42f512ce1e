import Foundation
import TestSupport
import Testing

/// The page of each command as headless Chromium draws it.
@Suite("Pages in a browser", .serialized)
struct PageTests {
  private static let small = ["small", "--model", "small/model.yaml"]
  private static let hedge = ["hedge", "small/study.yaml", "--option", "half"]

  private static let watch = ["watch", "trade.csv", "--map", "map.yaml"]
  private static let trade = [
    "trade.csv": WatchedTrade.trade,
    "map.yaml": """
    home: HOME
    commodities:
      - {commodity: oxide, name: "Oxide <b> ]]>", hs: 280530, unit: t}
      - {commodity: magnets, hs: 284690, unit: t}
    regions: {HOME: [JPN], RIVAL: [CHN], ALLY: [AUS]}

    """,
  ]

  static let ofSmall: [PageRun] = [
    PageRun(name: "solve", arguments: ["solve"] + small + ["--worlds", "12"]),
    PageRun(
      name: "report", arguments: ["report", "plan"],
      before: [["solve"] + small + ["--out", "plan"]], tables: "plan"),
    PageRun(
      name: "solve without a plan",
      arguments: ["solve"] + small + ["--set", "cap=0%", "--set", "by=first"],
      hasPictures: false, status: 2),
    PageRun(name: "explain", arguments: ["explain"] + small, printed: .table("explanation")),
    PageRun(
      name: "frontier",
      arguments: ["frontier"] + small + ["--vary", "cap=90%..0%", "--steps", "6"],
      printed: .table("frontier")),
    PageRun(
      name: "frontier with worlds",
      arguments: ["frontier"] + small + [
        "--vary", "cap=90%..30%", "--steps", "4", "--worlds", "8",
      ],
      printed: .table("frontier")),
    PageRun(
      name: "alternatives", arguments: ["alternatives"] + small + ["--within", "5%"],
      printed: .table("alternatives")),
    PageRun(name: "stress", arguments: ["stress"] + small),
    PageRun(name: "stress, one", arguments: ["stress"] + small + ["--disruption", "stop"]),
    PageRun(
      name: "chokepoints", arguments: ["chokepoints"] + small, printed: .table("chokepoints")),
    PageRun(name: "worst", arguments: ["worst"] + small + ["--targets", "stages,exports"]),
    PageRun(name: "worst for home", arguments: ["worst"] + small + ["--measure", "home"]),
    PageRun(
      name: "stockpile",
      arguments: ["stockpile"] + small + [
        "--service", "50%", "--members", "partners", "--sharing", "own,pooled", "--split",
      ]),
    PageRun(name: "split", arguments: ["split", "game.csv"], printed: .table("splits")),
    PageRun(name: "backtest", arguments: ["backtest"] + small),
    PageRun(
      name: "sensitivity",
      arguments: ["sensitivity"] + small + ["--samples", "16", "--claim", "change_cost < 900"]),
    PageRun(name: "study", arguments: ["study", "small/study.yaml"]),
    PageRun(
      name: "study results",
      arguments: ["study", "results", "results", "--where", "option = half"],
      before: [["study", "small/study.yaml", "--out", "results"]], tables: "results"),
    PageRun(name: "hedge", arguments: hedge + ["--until", "2026", "--explain"]),
    PageRun(
      name: "hedge by expected cost",
      arguments: hedge + ["--until", "2027", "--minimise", "expected"]),
    PageRun(name: "hedge, nothing common", arguments: hedge + ["--until", "none"]),
    PageRun(
      name: "watch", arguments: watch + ["--instance", "small", "--model", "small/model.yaml"],
      files: trade),
    PageRun(name: "watch without an instance", arguments: watch, files: trade, status: 3),
  ]

  @Test(
    "the page of each command is quiet, asks for nothing, and draws only figures of tables",
    arguments: ofSmall)
  func command(run: PageRun) throws {
    try withTemporaryFolder { folder in
      try SmallInstance.write(to: folder)
      try PageCheck.check(try run.run(in: folder), hasPictures: run.hasPictures)
    }
  }

  @Test("a printed picture says what of it was chosen")
  func print() throws {
    try withTemporaryFolder { folder in
      try SmallInstance.write(to: folder)
      let file = try Self.ofSmall[0].run(in: folder).page
      let page = try Browser.shared().draw(file: file, media: .print)
      let isShown = """
        [...document.querySelectorAll(".vega-bind")].map((choice) =>
          [".vega-bind-name", "select"].every((part) => choice.querySelector(part).checkVisibility()))
        """
      let choices = try page.evaluate(isShown).asList ?? []
      #expect(!choices.isEmpty && choices.allSatisfy { $0 == true })
    }
  }
}
