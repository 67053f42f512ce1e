import Foundation
import Tables
import TestSupport
import Testing

@Suite("plusone list")
struct ListCommandTests {
  /// The rows of `list --format csv` with some arguments.
  private func rows(_ arguments: [String], in folder: URL? = nil) throws -> CSVTable {
    let run = try runPlusOne(["list"] + arguments + ["--format", "csv"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    let log = ProblemLog()
    let table = CSVTable(file: "list", bytes: Array(run.output.utf8), problems: log)
    try log.throwIfAny()
    return table
  }

  private func cells(_ table: CSVTable, _ kind: String, _ columns: String...) throws -> [[String]] {
    let indices = try (["kind"] + columns).map { try #require(table.column($0)) }
    return (0..<table.rowCount).map { row in indices.map { table.text(row: row, column: $0) } }
      .filter { $0[0] == kind }.map { Array($0.dropFirst()) }
  }

  @Test("has every instance and model of the package, with title and path")
  func all() throws {
    try withTemporaryFolder { scratch in
      let table = try rows([], in: scratch)
      #expect(
        Array(try cells(table, "instance", "name").joined())
          == [
            "batteries", "critical-minerals", "japan-rare-earths", "japan-rare-earths-2020",
            "pharmaceuticals", "semiconductors",
          ])
      #expect(Array(try cells(table, "model", "name").joined()) == TestPaths.modelNames)
      for cells in try cells(table, "model", "title", "detail", "path") {
        #expect(!cells.contains(""))
        #expect(FileManager.default.fileExists(atPath: cells[2]))
      }
      let report = try runPlusOne(["list"], in: scratch)
      #expect(report.output.contains("Japan's rare earths, from mine to magnet"))
      #expect(report.output.contains("Parameters: of = $home"))
    }
  }

  @Test("has all parts of an instance, with their names")
  func instance() throws {
    let table = try rows(["japan-rare-earths-2020"])
    #expect(try cells(table, "region", "name", "title").contains(["CHN", "China"]))
    #expect(try cells(table, "region", "name", "detail").contains(["JPN", "home"]))
    #expect(try cells(table, "bloc", "name", "detail").contains(["world", "all regions"]))
    #expect(try cells(table, "bloc", "name", "detail").contains(["quad", "JPN, AUS, IND, USA"]))
    #expect(Array(try cells(table, "period", "name").joined()) == (2019...2030).map(String.init))
    #expect(
      try cells(table, "disruption", "name", "detail").contains([
        "embargo-2010",
        "exports of ndpr_oxide, ndpr_metal, dytb_oxide, lcy_oxide from CHN to JPN at 0% for 2 months; "
          + "probability 9.1% a year",
      ]))
    for kind in ["commodity", "group", "stockpile", "programme", "project", "model", "parameter"] {
      #expect(try !cells(table, kind, "name").isEmpty, "\(kind)")
    }
    #expect(
      try cells(table, "parameter", "name", "model", "value").contains([
        "of", "reliance-cap", "JPN",
      ]))
    #expect(try cells(table, "parameter", "name", "model", "value").contains(["rival", "", "CHN"]))
    #expect(
      try cells(table, "model", "name", "title").contains([
        "reliance-cap", "At most 50% of JPN's rare_earths from CHN",
      ]))
  }

  @Test("explains the parameters of a model, with their values for an instance or in the file")
  func model() throws {
    let inFile = try runPlusOne(["list", "--model", "reliance-cap"])
    #expect(inFile.output.contains("  of = $home, upon = $rival\n      the region or bloc"))
    let there = try runPlusOne(["list", "japan-rare-earths", "--model", "reliance-cap"])
    #expect(there.output.contains("  of = JPN, upon = CHN\n      the region or bloc"))
    #expect(there.output.contains("  max_decline = 20%\n"))
    #expect(!there.output.contains("Regions\n"))
    #expect(there.output.contains("  others_keep = 0\n      the share of their trade"))
  }

  @Test("a model that an instance cannot use is listed with the reason")
  func unusable() throws {
    try withTemporaryFolder { scratch in
      try OneBuyer.write(to: scratch, goal: "kind: largest_source, commodity: g, at_most: 50%")
      let run = try runPlusOne(["list", "."], in: scratch)
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains("cannot be used with this instance: unknown parameter"))
      let chosen = try runPlusOne(["list", ".", "--model", "reliance-cap"], in: scratch)
      #expect(chosen.status == 65 && chosen.errors.contains("unknown parameter"))
    }
  }

  @Test("unknown instances and models have status 66")
  func unknown() throws {
    for arguments in [["nowhere"], ["--model", "nothing"]] {
      let run = try runPlusOne(["list"] + arguments)
      #expect(run.status == 66 && run.output == "" && run.errors.contains("known: "))
    }
  }
}
