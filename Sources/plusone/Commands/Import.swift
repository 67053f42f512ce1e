import ArgumentParser
import Importing
import Outputs
import Reporting
import Storage
import Tables

/// `plusone import SOURCE FILE… --into DIR`
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make an instance from downloaded statistics, or add them to one.",
    discussion: """
      Nothing is dropped silently: the summary says what was read, kept and left out, why, and where the first \
      case stands. What the source does not tell is filled by rows that say `assumption:`.
      """,
    subcommands: [ImportComtrade.self, ImportUSGS.self])
}

/// What both sources share.
struct ImportOptions: ParsableArguments {
  @Argument(help: "Files as downloaded.", completion: .file(extensions: ["csv", "txt"]))
  var files: [String]

  @Option(
    help: "The instance's folder: a new one, or one that is there, which is added to by key.",
    completion: .directory)
  var into: String

  @Option(
    name: .customLong("year"),
    help: "Only this year; may be given again and again. Without it, every year in the files.")
  var years: [Int] = []

  @Option(help: "The region that plans, in a new instance.")
  var home: String?

  @Flag(help: "Let imported rows take the place of those that say something else.")
  var replace = false

  @Option(help: "Print the summary for people (table), or for programs (csv, json).")
  var format: OutputFormat = .table

  func validate() throws {
    if files.isEmpty { throw ValidationError("name at least one file") }
  }

  var wantedYears: Set<Int>? { years.isEmpty ? nil : Set(years) }

  /// Joins what was imported with the folder, writes it whole or not at all, and prints the summary.
  func finish(_ imported: ImportedInstance, _ target: ImportTarget) throws {
    let state = FolderState(of: into)
    let merge: InstanceMerge
    do {
      merge = try InstanceMerge(imported, into: target, replacing: replace)
    } catch let conflict as ImportConflict {
      printProblems(conflict.problems)
      throw OutputFailure(
        path: into,
        reason:
          "rows disagree with the import; nothing is written. Change them, or let the import decide with --replace (units and outputs of processes excepted: set them in the map)"
      )
    }
    try OutputFolder.writeInstance(to: into, copied: merge.knownFiles, since: state) { folder in
      try merge.write(to: folder.path)
    }
    try printSummary(imported, merge)
  }

  private func printSummary(_ imported: ImportedInstance, _ merge: InstanceMerge) throws {
    var table = ReportTable(.importSummary)
    for entry in imported.summary.entries {
      table.add(
        .text(entry.fate.rawValue), .text(entry.reason), .number(Double(entry.count)),
        .text(entry.example))
    }
    switch format {
    case .csv: try Console.write(table)
    case .json: try Console.write(table.json())
    case .table:
      let summary = imported.summary
      var lines = [
        "\(into): \(summary.readCount) figures read from \(summary.files.count) \(summary.files.count == 1 ? "file" : "files"), \(summary.keptCount) kept"
      ]
      lines += summary.lines + ["", "Tables"]
      lines += merge.changes.isEmpty ? ["  nothing new"] : merge.changes.map { "  \($0)" }
      lines += ["", "Still to be looked at"] + imported.missing.map { "  \($0)" }
      lines += ["", "Next: plusone validate \(into)", ""]
      try Console.write(lines.joined(separator: "\n"))
    }
  }
}
