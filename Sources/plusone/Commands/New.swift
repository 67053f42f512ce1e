import ArgumentParser
import Foundation
import Importing
import LinearProgramming
import Outputs
import Reporting
import Sourcing
import SourcingFiles
import Storage
import Tables

/// `plusone new NAME`
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Make a new instance: a small example with comments, a copy of another one, or one of a country and its goods from open data.",
    discussion: """
      Makes the folder NAME with a small instance and a model; both can be solved at once. With --from it copies an \
      instance under the new name. It never overwrites existing files.

      With --for it makes an instance of a country and goods that it imports, from files of BACI (the world's trade by \
      good, CEPII) and of World Mining Data: home, its 12 largest origins, the 12 largest other importers, and the rest of \
      the world; use, which is imports + production - exports; producers, lanes at their unit values, history, projects, \
      disruptions, ranges, checks, a model and a study. Every row says what it rests on; the README of the instance says \
      what is assumed (docs/early-warning.md).

      Examples:

        plusone new my-first
        plusone solve my-first --model my-first/model.yaml

        plusone new my-rare-earths --from japan-rare-earths
        plusone new large --synthetic 40x4x10 --seed 7

        plusone new japan --for JPN --goods compounds=284610+284690,metals=280530 --baci BACI_HS92_Y2024_V202401b.csv
        plusone solve japan --model japan/model.yaml
      """)

  @Argument(help: "The folder to make; its last part is the instance's name.")
  var name: String

  @Option(
    help: "The instance to copy: a folder, or a name; `plusone list` shows the names.",
    completion: .instance)
  var from: String?

  @Option(
    help: ArgumentHelp(
      "Make an artificial instance of this size, to test the speed; see --seed.",
      valueName: "REGIONSxSTAGESxPERIODS"))
  var synthetic: String?

  @Option(
    help:
      "A whole number; the same seed gives the same artificial instance on every machine (default: 1)."
  )
  var seed: UInt64?

  @OptionGroup(title: "A country and its goods")
  var ofCountry: CountryOptions

  private var identifier: String { URL(fileURLWithPath: name).lastPathComponent }

  func validate() throws {
    let isName = identifier.range(of: "^[A-Za-z0-9][A-Za-z0-9_.-]*$", options: .regularExpression)
    guard isName != nil else {
      throw ValidationError(
        "an instance's name has letters, digits, '_', '.' and '-' and starts with a letter or digit, "
          + "such as my-first; '\(identifier)' does not")
    }
    try ofCountry.check()
    guard !ofCountry.isAny || (from == nil && synthetic == nil && seed == nil) else {
      throw ValidationError(
        "--for makes an instance of a country; it does not go with --from, --synthetic or --seed")
    }
    guard let synthetic else {
      if seed != nil {
        throw ValidationError("--seed goes with --synthetic REGIONSxSTAGESxPERIODS")
      }
      return
    }
    guard from == nil else {
      throw ValidationError(
        "--from copies an instance and --synthetic makes an artificial one; give one of them")
    }
    guard SyntheticInstance.Size(synthetic) != nil else {
      throw ValidationError(
        "--synthetic takes REGIONSxSTAGESxPERIODS, such as 20x4x10, with at least 3 regions, 2 stages "
          + "and 2 periods, at most 1000 of each and REGIONS·REGIONS·STAGES·PERIODS of some 250 million, not "
          + "'\(synthetic)'")
    }
  }

  func run() throws {
    try reportingErrors {
      guard !FileManager.default.fileExists(atPath: name) else {
        throw OutputFailure(path: name, reason: "exists already; choose another name")
      }
      let country = try ofCountry.isAny ? ofCountry.instance(name: identifier) : nil
      let files = try Console.progress.step("making the tables") {
        try country?.files.mapValues { Data($0.utf8) } ?? from.map { try copies(of: $0) }
          ?? syntheticFiles ?? starterFiles()
      }
      try Console.progress.step("writing the tables", parts: files.count) { step in
        try OutputFolder.writeInstance(to: name) { folder in
          for (file, data) in files.sorted(by: { $0.key < $1.key }) {
            try step.part { try folder.write(data, as: file) }
          }
        }
      }
      try Console.write(
        country.map { nextSteps($0) } ?? nextSteps(hasModel: files["model.yaml"] != nil))
    }
  }

  private var syntheticFiles: [String: Data]? {
    guard let size = synthetic.flatMap({ SyntheticInstance.Size($0) }) else { return nil }
    return SyntheticInstance(size: size, seed: seed ?? 1).files(name: identifier)
      .mapValues { Data($0.utf8) }
  }

  private func starterFiles() -> [String: Data] {
    Starter.files(name: identifier).mapValues { Data($0.utf8) }
  }

  /// The files of another instance, with the new name in its `instance.yaml`.
  private func copies(of source: String) throws -> [String: Data] {
    let folder = try ShippedFolders.inputs.instance(source)
    let manifest = "\(folder)/instance.yaml"
    do throws(FileFailure) { _ = try contents(ofFile: manifest, limit: FileLimit.text) } catch {
      guard error == .missing else { throw InputProblems(error, file: manifest) }
      throw InputProblems(
        [InputKind.noInstance(in: source)], reason: .unreadable
      ).explained(by: folder, as: .instance)
    }
    var files: [String: Data] = [:]
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw InputProblems(
        [Problem("no permission to list the instance folder", file: folder)], reason: .unreadable)
    }
    for file in names {
      let path = "\(folder)/\(file)"
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      guard exists, !isFolder.boolValue, !file.hasPrefix(".") else { continue }
      do throws(FileFailure) { files[file] = Data(try contents(ofFile: path)) } catch {
        throw InputProblems(error, file: path)
      }
    }
    files["instance.yaml"] = files["instance.yaml"].map(renamed)
    return files
  }

  /// The manifest with its line `name: …` replaced.
  private func renamed(_ manifest: Data) -> Data {
    let lines = String(decoding: manifest, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let changed = lines.map { $0.hasPrefix("name:") ? "name: \(identifier)" : String($0) }
    return Data(changed.joined(separator: "\n").utf8)
  }

  private func nextSteps(hasModel: Bool) -> String {
    let model = hasModel ? "\(name)/model.yaml" : "baseline"
    return """
      Made \(name). Next:
        plusone validate \(name)
        plusone solve \(name) --model \(model)

      """
  }
}
