import TestSupport
import Testing

@testable import Importing

/// Random trade of several years and mines, imported at once and one after the other.
@Suite("Random orders of imports")
struct ImportOrderTests {
  private static let map = """
    home: JPN
    commodities:
      - {commodity: ore, hs: 2504, usgs: Graphite, process: mine_ore, unit: kt}
      - {commodity: metal, hs: 280530, unit: t}
    regions: {EUR: [DEU, FRA]}

    """
  private static let countries = [392, 156, 842, 276, 251, 36]
  private static let years = 2019...2022

  /// Imports of a year, some without a value, some without a weight, and exports.
  private static func trade(_ year: Int, _ generator: inout SeededGenerator) -> String {
    var rows: [String] = []
    for code in ["2504", "280530"] {
      for importer in countries {
        for exporter in countries
        where importer != exporter && Int.random(in: 0..<3, using: &generator) == 0 {
          let kg = Int.random(in: 1...9_000_000, using: &generator)
          let cents = Int.random(in: 0...400, using: &generator)
          let kind = Int.random(in: 0..<4, using: &generator)
          if kind > 0 {
            rows.append(
              Downloads.row(
                year, importer, "M", exporter, code, kg: kind == 1 ? "" : "\(kg)",
                value: "\(kg / 100 * cents)"))
          }
          if kind < 3 {
            // No value, that of the importer, or one far from it.
            let share = [0, 2, 6].randomElement(using: &generator) ?? 0
            rows.append(
              Downloads.row(
                year, exporter, "X", importer, code, kg: "\(kg)",
                value: "\(kg / 100 * cents * share / 2)"))
          }
        }
      }
    }
    return Downloads.comtrade(rows)
  }

  private static func mines(_ year: Int, _ generator: inout SeededGenerator) -> String {
    let lines = ["China", "United States", "Australia", "Brazil"].map { country in
      let figures = (0..<2).map { _ in
        Int.random(in: 0..<6, using: &generator) == 0
          ? "NA" : "\(Int.random(in: 0...9000, using: &generator))"
      }
      return "MCS\(year + 1),\(country),\"Graphite, mine production\",\(figures[0]),\(figures[1])"
    }
    return (["Source,Country,Type,Prod_t_\(year - 1),Prod_t_est_\(year)"] + lines)
      .joined(separator: "\n") + "\n"
  }

  private func add(
    _ step: (source: Source, name: String, text: String), to folder: [String: String]
  ) throws -> [String: String] {
    try importing(
      step.source, [(step.name, Array(step.text.utf8))], map: Self.map, existing: folder
    ).files
  }

  @Test("give the same tables, in which a plan exists", arguments: seeds)
  func orders(seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    var steps = Self.years.map {
      (source: Source.comtrade, name: "y\($0).csv", text: Self.trade($0, &generator))
    }
    steps.append((.usgs, "mcs2021-graph_world.csv", Self.mines(2020, &generator)))
    steps.append((.usgs, "mcs2022-graph_world.csv", Self.mines(2021, &generator)))
    var first: [String: String]?
    for _ in 0..<3 {
      steps.shuffle(using: &generator)
      var files: [String: String] = [:]
      for step in steps { files = try add(step, to: files) }
      files["instance.yaml"] = files["instance.yaml"]?.split(separator: "\n")
        .filter { !$0.hasPrefix("  - ") && !$0.hasPrefix("name") && !$0.hasPrefix("title") }
        .joined(separator: "\n").replacing("focus: metal", with: "focus: ore")
      let before = first ?? files
      #expect(Set(files.keys) == Set(before.keys))
      for (name, text) in files { #expect(text == before[name], "\(name)") }
      first = before
      files["instance.yaml"]? += "\nname: random\n"
      let plan = try PlannedImport(files)
      #expect(plan.isOptimal)
      #expect(plan.warnings.filter { $0.contains("history.csv") } == [])
    }
  }

  private static let seeds = Array(UInt64(1)...5)
}
