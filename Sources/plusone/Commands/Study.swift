import ArgumentParser
import Foundation
import LinearProgramming
import Pages
import Reporting
import SourcingFiles
import Storage
import Studies
import Synchronization
import Tables

/// `plusone study STUDY.yaml`, `plusone study results DIR`
struct StudyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "study",
    abstract: "Solve many plans (options, under variations of the data) and compare them.",
    subcommands: [StudyRunCommand.self, StudyResults.self],
    defaultSubcommand: StudyRunCommand.self)
}

struct StudyRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Carry out a study: plan every option under every variation, and test each plan.",
    discussion: """
      A study is a YAML file. It lists options (models with parameters), variations (the instance with some cells \
      changed), coordination (joint: one plan for all members; unilateral: each member plans for itself; both), \
      disruptions, and rules of sharing stockpiles. Each combination of option, variation and coordination is a run. \
      Every run is planned, tested under the disruptions, and stored as soon as it has finished. With --resume an \
      interrupted study continues: only runs that are missing or have changed inputs are computed. Without --resume \
      it does the same and says how many stored runs it uses; with --replace it computes all runs anew. A run without a \
      plan is a row that says why. The report has what the goals of each option cost all regions and home, whose bill is \
      what it pays of the cost; and what is invested because of them. `worlds` in the file plans each option also in worlds that \
      are drawn at random from the ranges of assumptions.csv. The report then says which option stays good, and where \
      claims fail; with `sobol` in `worlds` also which assumptions decide. docs/uncertainty.md explains it.

      Example:

        plusone study japan-rare-earths --out results

      Exit status: 0 done, also where some runs have no plan or a model that cannot be read; 65 bad data in the study or \
      its instance, or no model can be read; 66 an input is missing; 73 the results cannot be written.
      """)

  enum Output: FormatHelp {
    static let format =
      "Print a report (table), or one row per run with all figures (csv, json)."
  }

  @Argument(help: StudyPath.help, completion: .instance)
  var study: String

  @Option(
    help:
      "Write the results into this folder (default: study-NAME in the current folder).",
    completion: .directory)
  var out: String?

  @OptionGroup var jobs: JobsOption

  @Flag(
    help:
      "Use stored runs whose inputs have not changed. Without it a note says how many are used.")
  var resume = false

  @Flag(
    help: "Compute all runs anew, also those that are stored and whose inputs have not changed.")
  var replace = false

  @Option(
    help: ArgumentHelp(
      "Only runs whose option, variation, OPTION/VARIATION or OPTION/VARIATION/COORDINATION matches; * is any text, ? one character.",
      valueName: "pattern"))
  var only: String?

  @Option(
    help: ArgumentHelp(
      "Stop the plan of a run after this many seconds, above 0 and below 1e9 (default: no limit).",
      valueName: "seconds"), transform: seconds)
  var timeLimit: Double?

  @OptionGroup var output: ReportOptions<Output>
  @OptionGroup var pages: PageOptions

  func validate() throws {
    if resume, replace {
      throw ValidationError(
        "--resume uses stored runs and --replace computes them anew; give one of them")
    }
    try requireTimeLimit(timeLimit)
  }

  func run() throws {
    try reportingErrors {
      // Many runs at the same time: only their number is shown.
      let solver = ChosenSolver.silent
      let study = try Console.progress.step("reading the study and its instance") {
        try StudyReader.read(
          file: try StudyPath.file(of: self.study), solver: solver, inputs: ShippedFolders.inputs)
      }
      let place = out ?? "study-\(study.name)"
      try pages.check(inputs: study.paths + instancePaths(study.instanceFolder), out: place)
      for warning in study.warnings { printError(warning.description) }
      let wanted = try StudyBatch.wanted(of: study, only: only)
      let folder = try StudyFolder(opening: place, inputs: study.paths)
      let batch = Console.progress.step("checking stored runs") {
        StudyBatch(
          study: study, folder: folder,
          runner: StudyRunner(study: study, solver: solver, timeLimit: timeLimit),
          wanted: wanted, isWhole: only == nil, replace ? .replaced : .used(noting: !resume))
      }
      let comparison = try batch.run(jobs: jobs.count)
      let report = StudyReport(comparison, study: study, reused: batch.reusedCount)
      let manifest = StudyManifest(
        study, program: "plusone \(Version.text)", solver: solver.name, records: nil)
      try pages.write(inputs: study.paths) {
        Page(
          study: StudySubject(
            name: study.name, names: manifest.figureNames, comparison: comparison, report: report),
          making: .now(inputs: manifest.inputHashes))
      }
      try output.show(report, csv: comparison.table, json: comparison.table.json())
      printError("results are in \(batch.folder.path)")
      try warnOfBadInput(comparison)
    }
  }

  /// Prints a warning where models cannot be read.
  ///
  /// - Throws: the exit status of bad data if no run has a model that can be read.
  private func warnOfBadInput(_ comparison: Comparison) throws {
    let bad = comparison.records.filter { $0.status == .badInput }
    guard let first = bad.first else { return }
    let runs = "\(bad.count) of \(comparison.records.count) runs"
    printError(
      "warning: the model of \(runs) cannot be read; the first is \(first.run): \(first.reason)")
    if bad.count == comparison.records.count { throw ExitStatus.badData.code }
  }
}
