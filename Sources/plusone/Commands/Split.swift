import ArgumentParser
import Games
import Reporting

/// `plusone split GAME.csv`
struct Split: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Split what members save (or pay) together, and say who would object.",
    discussion: """
      GAME.csv is a table `coalition,value` with a row for every coalition of members but that of nobody: \
      what its members, joined by `;`, save on their own. With --cost the values are what they pay \
      instead. At most 16 members.

      Prints the Shapley value, the nucleolus and, with --weights, the split in proportion; whether each \
      lies in the core, and the coalitions that would do better alone.

      Example: three towns build one water main instead of their own.

        coalition,value
        Ada,6
        Bo,5
        Cy,4
        Ada;Bo,9
        Ada;Cy,8
        Bo;Cy,8
        Ada;Bo;Cy,11

        plusone split towns.csv --cost

      Exit status: 0 done; 65 bad data; 66 a file is missing.
      """)

  @Argument(
    help: ArgumentHelp("The game: a table coalition,value.", valueName: "game.csv"),
    completion: .file(extensions: ["csv"]))
  var game: String

  @Flag(help: "The values are costs, not savings.")
  var cost = false

  @Option(
    help: ArgumentHelp(
      "Split in proportion to these too: a table member,weight.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var weights: String?

  @Option(help: "Print a report (table), a row a split and member (csv), or everything (json).")
  var format: OutputFormat = .table

  func run() throws {
    try reportingErrors {
      let game = try CooperativeGame.read(file: game, kind: cost ? .cost : .savings)
      let weights = try weights.map { try game.readWeights(file: $0) }
      let splits = try game.splits(weights: weights, using: ChosenSolver.solver)
      switch format {
      case .table: try Console.write(splits.report().map { $0 + "\n" }.joined())
      case .csv: try Console.write(splits.table)
      case .json: try Console.write(SplitSummary(splits).json())
      }
      if !game.hasImputation, format == .csv {
        printError("no imputation exists, so the nucleolus has no rows")
      }
    }
  }
}
