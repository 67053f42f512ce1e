import ArgumentParser
import Importing
import LinearProgramming
import Outputs
import Reporting
import SourcingFiles
import Storage
import Tables

/// `plusone import SOURCE FILE… --into DIR`
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make an instance from downloaded statistics, or add them to one.",
    discussion: """
      The summary lists what was read, kept and left out, why, and the line of the first case. Data that the sources \
      do not have are filled with rows marked `assumption:`. These rows are made anew from all data in the folder when \
      more is imported; a row that you have changed is not overwritten without --replace.

      Example:

        plusone import usgs mcs2024-raree_world.csv --into my-ores --home JPN
      """,
    subcommands: [ImportComtrade.self, ImportBACI.self, ImportUSGS.self, ImportWMD.self])
}

/// The arguments of all sources.
struct ImportOptions: ParsableArguments {
  @Argument(help: "The downloaded files.", completion: .file(extensions: ["csv", "txt", "xlsx"]))
  var files: [String]

  @Option(
    help:
      "The instance's folder. A new one is made; rows are added to an existing one by their keys.",
    completion: .directory)
  var into: String

  @Option(
    name: .customLong("year"),
    help: "Import only this year; may be repeated (default: every year in the files).")
  var years: [Int] = []

  @Option(help: "The home of a new instance: the region for which it plans.")
  var home: String?

  @Flag(help: "Replace existing rows that differ from the imported ones.")
  var replace = false

  @Option(help: "Print the summary for people (table), or for programs (csv, json).")
  var format: OutputFormat = .table

  func validate() throws {
    if files.isEmpty { throw ValidationError("name at least one file") }
  }

  /// Reads the files, and where that fails says whether one of them is no table.
  func reading<Answer>(_ read: () throws -> Answer) throws -> Answer {
    let count = files.count
    let what = "reading \(count) \(count == 1 ? "file" : "files")"
    do { return try Console.progress.step(what, read) } catch let error as InputProblems {
      let mistaken = files.lazy.compactMap { InputKind.mistaken($0, for: .table) }.first
      throw mistaken.map { InputProblems([$0]) } ?? error
    }
  }

  var wantedYears: Set<Int>? { years.isEmpty ? nil : Set(years) }

  /// Imports the files by a map, which may be missing, into the folder, and prints the summary.
  func run(
    map: String?, _ read: (ImportMap, ImportTarget) throws -> ImportedInstance
  ) throws {
    try reportingErrors {
      let map = try map.map { try ImportMap.read(file: $0) } ?? ImportMap()
      let target = try ImportTarget(folder: into)
      try finish(try reading { try read(map, target) }, target)
    }
  }

  /// Adds what was imported to the folder, completely or not at all, and prints the summary.
  private func finish(_ imported: ImportedInstance, _ target: ImportTarget) throws {
    let state = FolderState(of: into)
    if home != nil, InputKind.of(into) == .instance {
      printError("note: --home is for a new instance; the instance in \(into) keeps its home")
    }
    let merge: InstanceMerge
    do {
      merge = try Console.progress.step("adding to the tables") {
        try InstanceMerge(imported, into: target, replacing: replace)
      }
    } catch let conflict as ImportConflict {
      printProblems(conflict.problems)
      throw OutputFailure(
        path: into,
        reason:
          "rows differ from the import, so nothing is written. Change them, or replace them with --replace (except units and outputs of processes: set them in the map). Name files of one year that belong together, such as those of several reporters or codes, in one command: their figures add up"
      )
    }
    var warnings: [Problem] = []
    try Console.progress.step("writing the tables") {
      try OutputFolder.writeInstance(to: into, copied: merge.knownFiles, since: state) { folder in
        warnings = try merge.write(to: folder.path)
      }
    }
    try printSummary(imported, merge, warnings)
  }

  private func printSummary(
    _ imported: ImportedInstance, _ merge: InstanceMerge, _ warnings: [Problem]
  ) throws {
    var table = ReportTable(.importSummary)
    for entry in imported.summary.entries {
      table.add(
        .text(entry.fate.rawValue), .text(entry.reason), .number(Double(entry.count)),
        .text(entry.example), .blank, .blank, .blank, .blank, .blank, .blank)
    }
    for share in imported.summary.values {
      table.add(
        .text("value"), .text("of \(share.basis)"), .blank, .blank, .text(share.commodity),
        .text(share.destination), .text(String(share.year)), .number(share.total),
        .number(share.weighedShare), .number(share.estimatedShare))
    }
    switch format {
    case .csv: try Console.write(table)
    case .json: try Console.write(table.json())
    case .table:
      let summary = imported.summary
      var lines = [
        "\(into): \(summary.readCount) figures read from \(summary.files.count) \(summary.files.count == 1 ? "file" : "files"), \(summary.keptCount) kept"
      ]
      lines += summary.lines
      if !summary.values.isEmpty { lines += ["", "Kept of the value"] + summary.valueLines }
      lines += ["", "Tables"]
      lines += merge.changes.isEmpty ? ["  nothing new"] : merge.changes.map { "  \($0)" }
      lines += ["", "To do by hand"] + merge.missing.map { "  \($0)" }
      lines += warnings.map { "  \($0.file):\($0.line ?? 1): no plan has this flow: \($0.message)" }
      lines += ["", "Next: plusone validate \(into)", ""]
      try Console.write(lines.joined(separator: "\n"))
    }
  }
}
