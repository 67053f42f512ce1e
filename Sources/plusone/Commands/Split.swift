import ArgumentParser
import Games
import LinearProgramming
import Pages
import Reporting
import SourcingFiles
import Tables

/// `plusone split GAME.csv`
struct Split: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Split a common saving or cost among members, and check who would gain by leaving.",
    discussion: """
      GAME.csv is a table `coalition,value`. It has one row for every coalition: every group of one or more members. \
      Write the members with `;` between them. The value is what the group saves by itself; with --cost it is what \
      the group pays by itself. At most 16 members.

      The report has the Shapley value, the nucleolus and, with --weights, the split in proportion. It says whether \
      each split is in the core (no coalition would gain by leaving), and which coalitions would gain.

      Example: three towns can build one water main together, or their own.

        coalition,value
        North,6
        South,5
        East,4
        North;South,9
        North;East,8
        South;East,8
        North;South;East,11

        plusone split towns.csv --cost

      Exit status: 0 done; 65 bad data; 66 a file is missing; 73 the output cannot be written.
      """)

  enum Output: FormatHelp {
    static let format =
      "Print a report (table), one row per split and member (csv), or everything (json)."
  }

  @Argument(
    help: ArgumentHelp(
      "What each coalition saves or pays: a table coalition,value.", valueName: "game.csv"),
    completion: .file(extensions: ["csv"]))
  var game: String

  @Flag(help: "The values are costs, not savings.")
  var cost = false

  @Option(
    help: ArgumentHelp(
      "Split in proportion to these weights too: a table member,weight.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var weights: String?

  @OptionGroup var output: ReportOptions<Output>

  @OptionGroup var pages: PageOptions

  func run() throws {
    try reportingErrors {
      let path = game
      let inputs = [game] + (weights.map { [$0] } ?? [])
      try pages.check(inputs: inputs)
      let game = try explaining(path, as: .game) {
        try CooperativeGame.read(file: path, kind: cost ? .cost : .savings)
      }
      let weights = try weights.map { file in
        try explaining(file, as: .weights) { try game.readWeights(file: file) }
      }
      let splits = try Console.progress.step("splitting") {
        try game.splits(weights: weights, using: ChosenSolver.solver)
      }
      let report = splits.report()
      try pages.write(inputs: inputs) {
        Page(
          splits: splits, of: path.lastPathPart, report: report,
          making: .now(
            inputs: try inputs.map { ($0.lastPathPart, try ContentHash.of(file: $0).hash) }))
      }
      try output.show(
        report, csv: splits.table, json: SplitSummary(splits).json())
      if !game.hasImputation, output.format == .csv {
        printError(
          "note: under every split some member does worse than by itself, so there is no nucleolus")
      }
    }
  }
}
