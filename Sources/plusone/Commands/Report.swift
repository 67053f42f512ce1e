import ArgumentParser
import Reporting
import Storage

/// `plusone report DIR`
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the report of a stored plan again.",
    discussion: """
      Reads the tables that `plusone solve --out` wrote; nothing is solved.

      Example:

        plusone report plan
      """)

  @Argument(help: "The plan's folder.", completion: .directory)
  var plan: String

  @Option(help: "Print the report (table), the allocation (csv) or the summary (json).")
  var format: OutputFormat = .table

  func run() throws {
    try reportingErrors {
      let folder = try PlanFolder.read(plan)
      switch format {
      case .table: try Console.write(TerminalReport(folder.summary))
      case .csv: try Console.write(folder.tables[.allocation])
      case .json: try Console.write(folder.summary.json())
      }
    }
  }
}
