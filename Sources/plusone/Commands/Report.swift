import ArgumentParser
import LinearProgramming
import Reporting
import Storage

/// `plusone report DIR`
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the report on a stored plan.",
    discussion: """
      Reads the folder that `plusone solve --out` wrote. Nothing is solved.

      Example:

        plusone report plan
      """)

  @Argument(help: "The plan's folder.", completion: .directory)
  var plan: String

  @Option(help: "Print the report (table), the allocation (csv) or the summary (json).")
  var format: OutputFormat = .table

  func run() throws {
    try reportingErrors {
      let reading = "reading the stored plan"
      let stored = try Console.progress.step(reading) { try StoredPlan(reading: plan) }
      switch format {
      case .table: try Console.write(TerminalReport(stored.summary(), width: Console.width))
      case .csv:
        try Console.write(
          Console.progress.step(reading) { try stored.folder().tables[.allocation] })
      case .json: try Console.write(stored.summary().json())
      }
    }
  }
}
