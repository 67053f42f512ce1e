import ArgumentParser
import GLPKSolver
import Sourcing
import Tables

/// `plusone validate DIR`
struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check an instance: every problem with its file and line, and what looks suspicious.")

  @Argument(help: "The instance's folder.", completion: .directory)
  var instance: String

  func run() throws {
    try reportingErrors {
      let (tables, instance) = try InstanceReader.readWithTables(folder: instance)
      try FreeMatter.check(instance, solver: GLPKSolver())
      let warnings = InstanceWarnings.find(in: instance, tables: tables)
      for warning in warnings { print(warning.text) }
      print(summary(instance, warningCount: warnings.count))
    }
  }

  private func summary(_ instance: Instance, warningCount: Int) -> String {
    let counts = [
      (instance.regions.count, "region"), (instance.commodities.count, "commodity"),
      (instance.horizon.count, "period"), (instance.facilities.count, "facility"),
      (instance.projects.count, "project"), (instance.disruptions.count, "disruption"),
    ]
    let sizes = counts.map { count, noun in "\(count) \(count == 1 ? noun : plural(noun))" }
    let verdict = warningCount == 1 ? "1 warning" : "\(warningCount) warnings"
    return "\(instance.name): \(sizes.joined(separator: ", ")); no errors, \(verdict)"
  }

  private func plural(_ noun: String) -> String {
    noun.hasSuffix("y") ? noun.dropLast() + "ies" : noun + "s"
  }
}
