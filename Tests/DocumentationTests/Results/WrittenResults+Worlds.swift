import Foundation
import TestSupport
import Testing

/// What commands write about worlds that are not the nominal one.
extension WrittenResults {
  /// An assumption that every instance can have.
  static let growth = Array(
    "assumption,table,column,low,high,source\ngrowth,demands,quantity,0.9,1.1,made up\n".utf8)

  /// Ranges over worlds, and a band.
  mutating func sample() throws {
    let (tornado, few) = (question("tornado"), ["--worlds", "5"])
    try run("solve --out", ["solve"] + tornado + few + ["--out", "ranged"], prints: .other)
    try keep("solve --out", "ranged")
    let disturbed = ["stress", tornado[0], "--plan", "ranged", "--out", "ranged-stress"]
    try run("stress --out", disturbed, prints: .other)
    try keep("stress --out", "ranged-stress")
    let attacked = ["worst", tornado[0], "--plan", "ranged", "--out", "ranged-worst"]
    try run("worst --out", attacked, prints: .other)
    try keep("worst --out", "ranged-worst")
    try print("solve", tornado + few, formats: ["json"])
    let capped = [TestPaths.case("tornado"), "--model", TestPaths.model("reliance-cap")]
    try print("frontier", capped + few + ["--vary", "cap=90%..0%", "--steps", "3"])
  }

  /// Answers for a world in which an assumption is moved.
  mutating func move() throws {
    let assumed = ["--assume", "growth=high"]
    for command in ["solve", "explain", "alternatives", "stress", "worst"] {
      try print(command, question("tornado") + assumed, formats: ["json"])
    }
    let capped = [TestPaths.case("tornado"), "--model", TestPaths.model("reliance-cap")]
    try print(
      "frontier", capped + ["--vary", "cap=90%..80%", "--steps", "2"] + assumed, formats: ["json"])
    try print(
      "stockpile",
      ["islands", "--model", "islands/model.yaml", "--members", "trio", "--service", "75%"]
        + assumed, formats: ["json"])
    try print("backtest", ["bought", "--model", "bought/model.yaml"] + assumed, formats: ["json"])
    let study =
      "name: moved\ninstance: \(TestPaths.case("tornado"))\noptions: [{model: moved-model.yaml}]\n"
    let model = "name: moved\nassumptions: {high: [growth]}\n"
    try write(
      ["moved.yaml": Array(study.utf8), "moved-model.yaml": Array(model.utf8)], to: folder)
    try run("study", ["study", "moved.yaml", "--out", "of-moved"], prints: .other)
    try keep("study, each run", "of-moved/runs/moved-model/as-is/joint")
  }

  /// Which assumptions decide a figure, and where claims break.
  mutating func decide() throws {
    let asked = [
      "--assume", "growth=0.2", "--claim", "change_cost < 50", "--against",
      TestPaths.model("baseline"), "--samples", "30", "--sobol",
    ]
    try print("sensitivity", question("tornado") + asked)
    try run(
      "sensitivity --out",
      ["sensitivity"] + question("tornado") + asked + ["--out", "decides"], prints: .other)
    try keep("sensitivity --out", "decides")
    let titled =
      "assumption,table,column,low,high,title,source\ngrowth,demands,quantity,0.9,1.1,Growth,made up\n"
    let grown = folder.appending(path: "grown")
    try FileManager.default.createDirectory(at: grown, withIntermediateDirectories: true)
    try OneBuyer.write(
      to: grown, goal: "kind: largest_source, commodity: g, at_most: 50%",
      with: ["assumptions.csv": titled])
    try run(
      "sensitivity --out",
      ["sensitivity", "grown", "--model", "grown/model.yaml", "--claim", "change_cost < 26"]
        + ["--out", "grows"], prints: .other)
    try keep("sensitivity --out", "grows")
  }

  /// What to order now: found, with a world that is left out, and impossible.
  mutating func hedge() throws {
    try HedgeTown.write(to: folder, [HedgeTown.late, HedgeTown.never])
    let asked = ["study.yaml", "--option", "half", "--until", "2026"]
    try print("hedge", asked + ["--explain"])
    try run("hedge --out", ["hedge"] + asked + ["--out", "hedged"], prints: .other)
    try keep("hedge --out", "hedged")
    // Orders of the option `tenth` are possible in all worlds of the option `half`. Where goods from abroad are dear, they
    // are regretted.
    let dear = "  - {name: dear, edit: [{table: facilities, column: unit_cost, set: 60}]}\n"
    try HedgeTown.write(to: folder, [HedgeTown.shut, dear])
    try print("hedge", asked, formats: ["json"])
    try run("hedge --out", ["hedge"] + asked + ["--out", "hedged"], prints: .other)
    try keep("hedge --out", "hedged")
    try HedgeTown.write(to: folder, [HedgeTown.late, HedgeTown.shut])
    try print("hedge", asked, formats: ["json"], status: 2)
  }
}
