import Sourcing
import TestSupport

@testable import Studies

/// A small study with projects, three to five variations and two options, drawn from a seed, and a question about it. The
/// kinds of model are those of ``RandomCase``, or goals against any cuts.
struct RandomHedge {
  let seed: UInt64
  /// The files without the study.
  private(set) var files: InstanceFiles
  /// `study.yaml`.
  private(set) var text: String
  /// The last period of common orders; nil: none.
  let until: String?

  static let periods = ["2020", "2021", "2022-23"]

  init(seed: Int) {
    self.seed = UInt64(seed)
    var numbers = SeededNumbers(seed: UInt64(seed) &+ 424_243)
    let drawn = RandomCase(seed: UInt64(seed))
    files = drawn.files
    let change = { (name: String, edit: (String) -> String, files: inout InstanceFiles) in
      files.bytes[name] = Array(edit(String(decoding: files.bytes[name] ?? [], as: UTF8.self)).utf8)
    }
    // Flows that history fixes leave no room for a contract.
    if files.bytes["contracts.csv"] != nil { files.bytes["history.csv"] = nil }
    let fixed = drawn.policy == .lumpy ? "\(numbers.number(20, 200))" : ""
    let extra =
      "extra,refine,R0,\(numbers.number(30, 80)),\(numbers.number(5, 40)),\(numbers.number(1, 3)),"
      + "\(Int.random(in: 0...1, using: &numbers)),\(fixed),8,fund\n"
    change("projects.csv", { Self.dated($0 + extra) }, &files)
    files.bytes["quotas.csv"] = Array(
      ("quota,commodity,origin,destination,quantity\nq,oxide,R1,R0,\(numbers.number(20, 80))\n")
        .utf8)
    if Int.random(in: 0..<3, using: &numbers) == 0 {
      let years = (0..<2).map { _ in Int.random(in: 2...4, using: &numbers) }
      change(
        "instance.yaml",
        {
          $0.replacing(
            "[2020, 2021,",
            with: "[{label: 2020, years: \(years[0])}, {label: 2021, years: \(years[1])},")
        }, &files)
    }
    switch drawn.policy {
    case .risk, .stages:
      let share = numbers.number(0.3, 0.7)
      files.bytes["model.yaml"] = Array(
        ("name: random\nstockpiles: free\ngoals: [{kind: resilience, commodity: oxide, "
          + "against: {cuts: 1, targets: stages}, at_least: \(share)}]\n").utf8)
    case .plain, .decline:
      // Some worlds have no plan, and some no common orders.
      files.bytes["model.yaml"] = Array(
        ("name: random\nstockpiles: free\ngoals: [{kind: service, commodity: oxide, in: last, "
          + "at_least: \(numbers.number(0.9, 1))}]\n").utf8)
    default: break
    }
    files.bytes["other.yaml"] = Array("name: other\nstockpiles: free\n".utf8)
    until = Self.periods.randomElement(using: &numbers)
    text = Self.study(isStrict: [.plain, .decline].contains(drawn.policy), &numbers)
  }

  /// The projects, with columns for dates.
  private static func dated(_ text: String) -> String {
    text.split(separator: "\n").enumerated()
      .map { $0 == 0 ? "\($1),earliest,latest\n" : "\($1),,\n" }.joined()
  }

  /// - Parameter isStrict: whether the rival has almost nothing in one of the worlds.
  private static func study(isStrict: Bool, _ numbers: inout SeededNumbers) -> String {
    let rival = "region: R1"
    let all = [
      ("rival-dear", "facilities", "unit_cost", "multiply: \(numbers.number(1.5, 4))", rival),
      ("rival-small", "facilities", "capacity", "multiply: \(numbers.number(0.2, 0.7))", rival),
      ("dear", "projects", "capex", "multiply: \(numbers.number(1.5, 3))", ""),
      ("cheap", "projects", "capex", "multiply: \(numbers.number(0.2, 0.7))", ""),
      ("late", "projects", "lead_years", "add: 1", ""),
      ("later", "projects", "lead_years", "add: 2", ""),
      ("grows", "demands", "quantity", "multiply: \(numbers.number(1.1, 1.5))", ""),
      ("shrinks", "demands", "quantity", "multiply: \(numbers.number(0.4, 0.9))", ""),
      ("quota", "quotas", "quantity", "multiply: \(numbers.number(0.1, 0.6))", ""),
      ("after", "projects", "earliest", "set: 2021", "project: extra"),
      ("before", "projects", "latest", "set: 2021", ""),
      ("poor", "programmes", "budget", "multiply: \(numbers.number(0.1, 0.6))", ""),
      ("closed", "programmes", "closes", "set: 2021", ""),
      ("small", "projects", "max_capacity", "multiply: \(numbers.number(0.2, 0.7))", ""),
      ("same", "lanes", "tariff", "set: 0", ""),
    ].shuffled(using: &numbers).prefix(Int.random(in: 3...5, using: &numbers))
    let isWeighted = Int.random(in: 0..<3, using: &numbers) == 0
    var entries = all.enumerated().map { place, entry in
      let (name, table, column, change, rows) = entry
      let condition = rows.isEmpty ? "" : ", where: {\(rows)}"
      let weight = isWeighted && place < 2 ? ", probability: \(numbers.number(0.05, 0.4))" : ""
      let edit = "{table: \(table)\(condition), column: \(column), \(change)}"
      return "{name: \(name), edit: [\(edit)]\(weight)}"
    }
    if isStrict {
      let edit = "{table: facilities, where: {region: R1}, column: capacity, multiply: 0.05}"
      entries.append("{name: cut-off, edit: [\(edit)]}")
    }
    return """
      options: [{model: model.yaml, name: plan}, {model: other.yaml, name: other}]
      variations:
      \(entries.map { "- \($0)\n" }.joined())disruptions: none

      """
  }

  var study: Study {
    get throws { try study(of: files) }
  }

  /// The study of the same files in other units.
  func study(of files: InstanceFiles) throws -> Study {
    try HedgedStudy.read(files.bytes.merging(["study.yaml": Array(text.utf8)]) { $1 })
  }
}
