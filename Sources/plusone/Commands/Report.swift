import ArgumentParser
import LinearProgramming
import Pages
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

  enum Output: FormatHelp {
    static let format =
      "Print the report (table), the allocation (csv) or the summary (json)."
  }

  @Argument(help: "The plan's folder.", completion: .directory)
  var plan: String

  @OptionGroup var output: ReportOptions<Output>
  @OptionGroup var pages: PageOptions

  func run() throws {
    try reportingErrors {
      try pages.check(inputs: [plan], stored: plan)
      let reading = "reading the stored plan"
      let stored = try Console.progress.step(reading) { try StoredPlan(reading: plan) }
      try pages.write(inputs: [plan]) {
        let folder = try stored.folder()
        return Page(
          plan: folder.summary, folder.tables, making: .now(of: folder.summary))
      }
      try output.show(
        TerminalReport(stored.summary()),
        csv: Console.progress.step(reading) { try stored.folder().tables[.allocation] },
        json: stored.summary().json())
    }
  }
}
