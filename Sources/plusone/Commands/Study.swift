import ArgumentParser
import Foundation
import LinearProgramming
import Reporting
import Storage
import Studies
import Synchronization

/// `plusone study STUDY.yaml`, `plusone study results DIR`
struct StudyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "study",
    abstract: "Compare policy options in many worlds, and query the results.",
    subcommands: [StudyRunCommand.self, StudyResults.self],
    defaultSubcommand: StudyRunCommand.self)
}

struct StudyRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Carry out a study: options × variations × coordination, each stressed.",
    discussion: """
      A study is a YAML file that lists policy options, variations of the data, disruptions and ways to share \
      stocks. Every run is stored as soon as it has finished; --resume goes on after an interruption and \
      computes only what is missing or has changed. A run without a plan is a row that says why.

      Example:

        plusone study instances/japan-rare-earths/study.yaml --out results

      Exit status: 0 done, also where some runs have no plan; 65 bad data in the study or its instance; 66 an \
      input is missing; 73 the results cannot be written.
      """)

  @Argument(help: "The study: a YAML file.", completion: .file())
  var study: String

  @Option(
    help: "Keep the results in this folder (default: study-NAME here).", completion: .directory)
  var out: String?

  @Option(help: ArgumentHelp("So many runs at once (default: all cores).", valueName: "count"))
  var jobs: Int?

  @Flag(help: "Keep finished runs whose inputs are the same.")
  var resume = false

  @Option(
    help: ArgumentHelp(
      "Only runs whose option, variation or OPTION/VARIATION/COORDINATION matches; * and ? match anything.",
      valueName: "pattern"))
  var only: String?

  @Option(
    help: ArgumentHelp("Give up on a run's plan after so many seconds.", valueName: "seconds"))
  var timeLimit: Double?

  @Option(help: "Print a comparison (table), all figures (csv) or the same as json.")
  var format: OutputFormat = .table

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a whole number from 1") }
    try requireTimeLimit(timeLimit)
  }

  func run() throws {
    try reportingErrors {
      let solver = ChosenSolver.solver
      let study = try StudyReader.read(file: study, solver: solver)
      let wanted = try StudyBatch.wanted(of: study, only: only)
      let batch = StudyBatch(
        study: study,
        folder: try StudyFolder(opening: out ?? "study-\(study.name)", inputs: study.paths),
        runner: StudyRunner(study: study, solver: solver, timeLimit: timeLimit),
        wanted: wanted, isWhole: only == nil, resumes: resume)
      let comparison = try batch.run(
        jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
      switch format {
      case .table:
        try Console.write(StudyReport(comparison, study: study, reused: batch.reusedCount).lines)
      case .csv: try Console.write(comparison.table)
      case .json: try Console.write(comparison.table.json())
      }
      printError("results are in \(batch.folder.path)")
    }
  }
}

struct StudyResults: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "results",
    abstract: "Query the runs of a study that has been carried out.",
    discussion: """
      A condition compares columns of comparison.csv with values: =, !=, <, <=, >, >= and ~ (a pattern with * \
      and ?), joined by `and` and `or`, with brackets.

      Example:

        plusone study results results --where 'cost < 20000 and variation = as-is' --format csv
      """)

  @Argument(help: "The folder of results.", completion: .directory)
  var folder: String

  @Option(help: ArgumentHelp("Only rows for which this holds.", valueName: "condition"))
  var `where`: String?

  @Option(help: ArgumentHelp("Columns to show, separated by commas, or all.", valueName: "names"))
  var columns: String?

  @Option(help: "Print a table, csv or json.")
  var format: OutputFormat = .table

  func run() throws {
    try reportingErrors {
      let comparison = try StudyFolder(reading: folder).comparison()
      let table = comparison.table
      let rows: [Int]
      do {
        rows = try `where`.map { try TableQuery($0).rows(of: table) } ?? Array(0..<table.rowCount)
      } catch let mistake as TableQuery.Mistake {
        throw ValidationError("--where: \(mistake)")
      }
      let shown = table.selecting(rows: rows, columns: try shownColumns(of: table, comparison))
      switch format {
      case .table: try Console.write(shown.lines().map { $0 + "\n" }.joined())
      case .csv: try Console.write(shown)
      case .json: try Console.write(shown.json(numbersAsText: true))
      }
    }
  }

  /// Those asked for; without a wish all, but in a terminal's table the ones that matter first.
  private func shownColumns(of table: ReportTable, _ comparison: Comparison) throws -> [String] {
    if let columns, columns != "all" {
      let names = columns.split(separator: ",", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard !names.contains("") else {
        throw ValidationError(
          "--columns: found a blank name in `\(columns)`; --columns all shows which there are")
      }
      for name in names where !table.columns.contains(name) {
        throw ValidationError(
          "--columns: unknown column `\(name)`; --columns all shows which there are")
      }
      return names
    }
    guard format == .table, columns == nil else { return table.columns }
    let stress = [RunFigure.StressMeasure.serviceWorst, .lostExpected].compactMap {
      comparison.figures(of: $0).first?.name
    }
    let first = [
      "run", "status", "pareto", RunFigure.cost.name, RunFigure.cost.changeName,
      RunFigure.reliance.name, RunFigure.capex.name,
    ]
    return (first + stress).filter { table.columns.contains($0) }
  }
}
