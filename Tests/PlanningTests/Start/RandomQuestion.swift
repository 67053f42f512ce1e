import Foundation
import GLPKSolver
import LinearProgramming
import Planning
import Sourcing
import SourcingFiles
import TestSupport

/// A synthetic instance with a model drawn from a seed: goals of all kinds, an objective in stages, periods of
/// several years, stockpiles, history, a limit on decline; optionally lumpy projects, and sources to be chosen.
struct RandomQuestion {
  private var numbers: SeededNumbers
  private let seed: UInt64
  let size: SyntheticInstance.Size
  private let isMixedInteger: Bool

  init?(seed: UInt64, isMixedInteger: Bool = false) {
    self.seed = seed
    self.isMixedInteger = isMixedInteger
    numbers = SeededNumbers(seed: seed)
    let drawn = SyntheticInstance.Size(
      regions: Int.random(in: 3...(isMixedInteger ? 5 : 8), using: &numbers),
      stages: Int.random(in: 2...(isMixedInteger ? 3 : 4), using: &numbers),
      periods: Int.random(in: 2...(isMixedInteger ? 4 : 6), using: &numbers))
    guard let drawn else { return nil }
    size = drawn
  }

  /// Reads the question from files in a folder.
  mutating func read(in folder: URL) throws -> (Instance, Model) {
    var files = SyntheticInstance(size: size, seed: seed).files(name: "random")
    if flip() { lengthenPeriods(&files) }
    if isMixedInteger { makeProjectsWhole(&files) }
    let stockpiles = ["hold", "free", "none"].randomElement(using: &numbers) ?? "hold"
    let goals = self.goals().joined(separator: "\n")
    let decline = flip() ? "max_decline: \(Int.random(in: 5...60, using: &numbers))%\n" : ""
    let stages =
      Int.random(in: 0..<4, using: &numbers) == 0
      ? "objective:\n  - minimise: shortage\n  - minimise: cost\n" : ""
    files["model.yaml"] =
      "name: random\nstockpiles: \(stockpiles)\n\(decline)\(stages)goals:\n\(goals)\n"
    try write(files.mapValues { Array($0.utf8) }, to: folder)
    if flip() {
      let history = try observed(in: folder)
      try write(["history.csv": Array(history.utf8)], to: folder)
    }
    let instance = try InstanceReader.read(folder: folder.path)
    let model = try ModelReader.read(file: folder.path + "/model.yaml", instance: instance)
    return (instance, model)
  }

  private mutating func flip() -> Bool { Bool.random(using: &numbers) }

  private mutating func lengthenPeriods(_ files: inout [String: String]) {
    let periods = (1...size.periods).map {
      "{label: \($0), years: \(Int.random(in: 1...5, using: &numbers))}"
    }
    let list = "periods: [\(periods.joined(separator: ", "))]"
    files["instance.yaml"] = files["instance.yaml"]?
      .replacingOccurrences(of: "periods: {from: 1, to: \(size.periods)}", with: list)
  }

  /// Gives most projects a fixed cost, a minimum capacity, or both.
  private mutating func makeProjectsWhole(_ files: inout [String: String]) {
    let rows = files["projects.csv"]?.split(separator: "\n") ?? []
    let header = (rows.first ?? "") + ",fixed_cost,min_capacity\n"
    files["projects.csv"] = rows.dropFirst().reduce(String(header)) { text, row in
      let capacity = Double(row.split(separator: ",")[3]) ?? 0
      let fixed = flip() ? "\(numbers.number(1, 30 * capacity))" : ""
      let least = flip() ? "\(numbers.number(0.1 * capacity, capacity))" : ""
      return text + "\(row),\(fixed),\(least)\n"
    }
  }

  private mutating func goals() -> [String] {
    let last = "good\(size.stages)"
    let share = Int.random(in: 15...70, using: &numbers)
    let soft = flip() ? "\n    penalty: \(numbers.number(5, 200))" : ""
    let chosen =
      "kind: plus_one\n    commodity: \(last)\n    beyond: R2\n    sources: 2\n"
      + "    each_at_least: 10%"
    let choices = [
      "kind: reliance\n    upon: R2\n    commodity: \(last)\n    at_most: \(share)%",
      "kind: reliance\n    upon: R2\n    commodity: \(last)\n    basis: use\n    at_most: \(share)%",
      "kind: reliance\n    upon: R2\n    commodity: \(last)\n    trace: chain\n    at_most: \(share)%",
      "kind: reliance\n    upon: R3\n    commodity: \(last)\n    at_least: \(share / 2)%",
      "kind: largest_source\n    commodity: \(last)\n    at_most: \(max(share, 55))%",
      "kind: service\n    of: world\n    commodity: \(last)\n    at_least: \(share)%",
      isMixedInteger
        ? chosen
        : "kind: hhi\n    commodity: \(last)\n    at_most: \(max(share, 50))%",
      "kind: capex\n    at_most: \(share * 100)",
      "kind: cost\n    at_most: \(share * 100_000)",
    ]
    let resilience =
      "kind: resilience\n    against: loss-R2\n    of: R1\n    commodity: \(last)\n"
      + "    at_least: \(share)%\n    in: \(size.periods)"
    return (choices + (isMixedInteger ? [] : [resilience])).shuffled(using: &numbers).prefix(
      Int.random(in: 0...3, using: &numbers)
    )
    .map { goal in
      let isOfAllPeriods = ["capex", "cost", "resilience"].contains {
        goal.contains("kind: \($0)")
      }
      return "  - \(goal)" + (isOfAllPeriods ? "" : "\n    from: 2\n    until: last\(soft)")
    }
  }

  /// Flows of the last good into every other region, as a plan without goals has them in period 1.
  private func observed(in folder: URL) throws -> String {
    let instance = try InstanceReader.read(folder: folder.path)
    var model = try ModelReader.read(file: folder.path + "/model.yaml", instance: instance)
    (model.goals, model.maxDecline) = ([], nil)
    let result = try Planner(solver: GLPKSolver(), strategy: .plain).plan(instance, model)
    var text = "commodity,origin,destination,period,quantity\n"
    for flow in result.plan?.flows(in: 0) ?? []
    where flow.key.destination.position % 2 == 0
      && flow.key.commodity.position == size.stages - 1
    {
      let regions = instance.regions
      text += "good\(size.stages),\(regions[flow.key.origin].id),"
      text += "\(regions[flow.key.destination].id),1,\(max(0, flow.quantity))\n"
    }
    return text
  }
}
