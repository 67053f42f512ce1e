import Formulation
import Foundation
import LinearProgramming
import SourcingFiles
import TestSupport
import Testing

/// Every constraint family has a golden text: its rows in the sample instance, as they should stand.
/// Set PLUSONE_RECORD=1 to write them anew, and read the difference before committing it.
struct ConstraintFamilyTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")

  /// A model in which each family appears, beside the base that every model has.
  static let models: [ConstraintFamily: String] = [
    .supply: "", .use: "", .projectCapacity: "", .projectSize: "", .quota: "", .programme: "",
    .stock: "stockpiles: free\n",
    .maxDecline: "max_decline: 25%\n",
    .reliance: goal("reliance, upon: $rival, commodity: finals, basis: use, at_most: 40%"),
    .largestSource: goal("largest_source, commodity: oxide, at_most: 60%, penalty: 7"),
    .hhi: goal("hhi, commodity: oxide, at_most: 0.36, in: last"),
    .plusOne: goal("plus_one, commodity: oxide, beyond: $rival, each_at_least: 20%, in: last"),
    .cover: goal("cover, commodity: oxide, at_least: 73, in: last"),
    .service: goal("service, commodity: magnet, at_least: 90%"),
    .capex: goal("capex, at_most: 500"),
    .subsidy: goal("subsidy, programme: fund, at_most: 250"),
    .cost: goal("cost, at_most: 1000000"),
    .chain: goal(
      "reliance, upon: $rival, commodity: oxide, trace: chain, at_most: 40%, in: last"),
    .resilience: goal(
      "resilience, against: quake, commodity: magnet, at_least: 50%", more: "horizon_months: 1"),
    .risk: "risk: {cvar: {alpha: 75%, weight: 0.5}}\nstress: {horizon_months: 1}\n",
  ]

  static func goal(_ keys: String, more stress: String = "horizon_months: 1") -> String {
    "goals: [{kind: \(keys)}]\nstress: {\(stress)}\n"
  }

  static func program(_ model: String) throws -> PlanningProgram {
    try withTemporaryFolder { folder in
      try write(SampleInstance.bytes, to: folder)
      let instance = try InstanceReader.read(folder: folder.path)
      let bytes = Array("name: golden\n\(model)".utf8)
      return PlanningProgram(
        instance: instance,
        model: try ModelReader.read(bytes: bytes, file: "model.yaml", instance: instance))
    }
  }

  @Test("every family of constraints has a golden text")
  func noFamilyIsForgotten() throws {
    // The stages of an objective become rows while solving: see the tests of objectives.
    let stated = Set(ConstraintFamily.allCases).subtracting([.objective])
    #expect(Set(Self.models.keys) == stated)
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    let named = Set(files.map { String($0.prefix { $0 != "." }) })
    #expect(named == Set(stated.map(\.rawValue)).union(["bounds"]))
  }

  @Test("the rows of a family stand as they should", arguments: Array(models.keys))
  func rowsAreGolden(family: ConstraintFamily) throws {
    let planning = try Self.program(Self.models[family] ?? "")
    let names = PlanningNames(planning)
    var terms = Array(repeating: [String](), count: planning.program.rowCount)
    for (place, row) in planning.program.termRow.enumerated() {
      let column = Column(Int(planning.program.termColumn[place]))
      let value = planning.program.termValue[place]
      terms[Int(row)].append("\(value < 0 ? "-" : "+") \(abs(value)) \(names.name(of: column))")
    }
    let lines = planning.rowKeys.enumerated().filter { $0.element.family == family }.map { entry in
      let row = Row(entry.offset)
      let (lower, upper) = (
        planning.program.rowLower[row.index], planning.program.rowUpper[row.index]
      )
      let sum = terms[row.index].joined(separator: " ")
      return "\(names.name(of: row)): \(lower) <= \(sum) <= \(upper)\n"
    }
    #expect(!lines.isEmpty, "the model of a family must make it appear")
    try Self.compare(lines.joined(), with: family.rawValue)
  }

  @Test("facilities, lanes, contracts, history, shortages and stocks stand as bounds and costs")
  func boundsAreGolden() throws {
    let planning = try Self.program("stockpiles: free\n")
    let names = PlanningNames(planning)
    let program = planning.program
    let lines = (0..<program.columnCount).map { index in
      "\(program.columnLower[index]) <= \(names.name(of: Column(index))) <= "
        + "\(program.columnUpper[index]), cost \(program.cost[index])\n"
    }
    try Self.compare(lines.joined(), with: "bounds")
  }

  static func compare(_ text: String, with name: String) throws {
    let file = folder.appending(path: "\(name).txt")
    if ProcessInfo.processInfo.environment["PLUSONE_RECORD"] != nil {
      try Data(text.utf8).write(to: file)
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    #expect(text == golden)
  }
}
