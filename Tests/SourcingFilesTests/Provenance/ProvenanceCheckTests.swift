import Foundation
import Sourcing
import SourcingFiles
import Tables
import TestSupport
import Testing

@Suite("What rows say of where their figures come from")
struct ProvenanceCheckTests {
  /// The sample instance with some files replaced or, with nil, left out.
  private func read(_ files: [String: String?]) throws -> (InstanceTables, Instance) {
    try withTemporaryFolder { folder in
      let all = files.reduce(into: SampleInstance.files) { $0[$1.key] = $1.value }
      try write(all.mapValues { Array($0.utf8) }, to: folder)
      return try InstanceReader.readWithTables(folder: folder.path)
    }
  }

  private func problems(_ files: [String: String?]) throws -> [String] {
    do {
      _ = try read(files)
      return []
    } catch let problems as InputProblems {
      return problems.problems.map {
        "\(URL(filePath: $0.file).lastPathComponent):\($0.line ?? 0): \($0.column ?? "")"
      }
    }
  }

  private static let history = """
    commodity,origin,destination,period,quantity,basis,source,note
    oxide,CHN,JPN,2020,20,published,trade:table 1: imports,
    oxide,AUS,JPN,2020,5,derived,trade;survey:p. 2,5 = 25 - 20
    ore,CHN,JPN,2020,1,fitted,,imports of ore sum to 1
    ore,AUS,JPN,2020,1,assumption,,as from China
    ore,AUS,JPN,2021,1,,,
    magnet,JPN,JPN,2020,1,definition,,

    """

  @Test("is right where each basis has what it needs")
  func right() throws {
    let (_, instance) = try read(["history.csv": Self.history])
    #expect(instance.listedSources.map(\.id) == ["survey", "trade"])
    #expect(
      instance.listedSources.map(\.rows) == [["history": 1, "assumptions": 5], ["history": 2]])
    let survey = instance.listedSources[0]
    #expect(survey.title == "Survey of mines" && survey.publisher == "Survey office")
    #expect(survey.year == 2021 && survey.url == "https://example.org/mines")
    #expect(survey.doi == "10.1000/mines-2021" && survey.licence == "CC BY 4.0")
    #expect(survey.read == "2022-03-31")
    let trade = instance.listedSources[1]
    #expect([trade.url, trade.doi, trade.licence, trade.read] == [nil, nil, nil, nil])
  }

  @Test("has all its mistakes told at once, each with its line and column")
  func wrong() throws {
    let text = Self.history
      .replacing("trade:table 1: imports", with: "trade")
      .replacing(",5 = 25 - 20", with: ",")
      .replacing("imports of ore sum to 1", with: "")
      .replacing("as from China", with: "")
    #expect(
      try problems(["history.csv": text]) == [
        "history.csv:2: source", "history.csv:3: note", "history.csv:4: note",
        "history.csv:5: note",
      ])
  }

  @Test("is free text without sources.csv, but for the words of the basis")
  func withoutList() throws {
    let loose = Self.history.replacing("trade:table 1: imports", with: "Customs")
      .replacing("as from China", with: "")
    let (_, instance) = try read(["sources.csv": nil, "history.csv": loose])
    #expect(instance.listedSources.isEmpty)
    #expect(
      try problems(["history.csv": loose]) == ["history.csv:2: source", "history.csv:5: note"])
    #expect(
      try problems(["sources.csv": nil, "history.csv": loose.replacing("fitted", with: "fit")])
        == ["history.csv:4: basis"])
  }

  @Test("is not compared with a list that could not be read")
  func damaged() throws {
    let list = "source,title,publisher\nsurvey,a,b\n"
    #expect(
      try problems(["sources.csv": list, "history.csv": Self.history]) == ["sources.csv:1: year"])
  }

  @Test("may be said of every row of every table")
  func everywhere() throws {
    var files: [String: String?] = [:]
    let cited = SampleInstance.files.filter {
      $0.key.hasSuffix(".csv") && !["sources.csv", "assumptions.csv"].contains($0.key)
    }
    for (name, text) in cited {
      var lines = text.split(separator: "\n").map(String.init)
      for line in lines.indices {
        lines[line] += line == 0 ? ",basis,source" : ",published,trade:a"
      }
      files[name] = lines.joined(separator: "\n") + "\n"
    }
    // Its sources are ids already.
    files["assumptions.csv"] = .some(nil)
    let (tables, instance) = try read(files)
    #expect(instance.listedSources[1].rows.count == cited.count && cited.count == 20)
    let warnings = InstanceWarnings.find(in: instance, tables: tables).map(\.message)
    #expect(!warnings.contains { $0.contains("`basis`") || $0.contains("neither a `source`") })
  }

  @Test("is warned of once a table where rows do not say their basis, with sources.csv only")
  func notSaid() throws {
    let find = { (files: [String: String?]) in
      let (tables, instance) = try read(files)
      return InstanceWarnings.find(in: instance, tables: tables).filter {
        $0.file.hasSuffix("/history.csv")
      }.map(\.message)
    }
    #expect(
      try find(["history.csv": Self.history]).filter { $0.contains("basis") }
        == ["1 of 6 rows do not say their `basis`"])
    #expect(
      try find(["history.csv": Self.history]).filter { $0.contains("neither") }
        == ["1 of 6 rows have neither a `source` nor an `assumption:`"])
    #expect(
      try find(["history.csv": Self.history, "sources.csv": nil]).filter { $0.contains("basis") }
        == [])
  }
}
