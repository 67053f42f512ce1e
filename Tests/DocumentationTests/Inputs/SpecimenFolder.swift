import Foundation
import GLPKSolver
import Importing
import Sourcing
import SourcingFiles
import Studies
import Tables
import TestSupport

/// The sample instance in a folder, with YAML files beside it that are read as the program reads them.
struct SpecimenFolder {
  /// What a YAML file is.
  enum Kind { case manifest, model, study, importMap }

  private let path: String
  /// The instance as it is, read once for all models.
  private let sample: Instance

  /// A folder that is removed when `body` returns.
  static func with<Answer>(_ body: (SpecimenFolder) throws -> Answer) throws -> Answer {
    try withTemporaryFolder { url in
      try write(SampleInstance.bytes, to: url)
      let folder = SpecimenFolder(
        path: url.path, sample: try InstanceReader.read(folder: url.path))
      _ = try folder.put("parameters: {cap: 50%}\n", as: "model.yaml")
      return try body(folder)
    }
  }

  private func put(_ text: String, as name: String) throws -> String {
    let file = "\(path)/\(name)"
    try Data(text.utf8).write(to: URL(filePath: file))
    return file
  }

  /// The instance in the folder as a text, with one of its files replaced.
  ///
  /// - Throws: `InputProblems`.
  func instance(with text: String, as name: String) throws -> String {
    _ = try put(text, as: name)
    defer { _ = try? put(SampleInstance.files[name] ?? "", as: name) }
    var instance = try InstanceReader.read(folder: path)
    instance.contentHash = ""
    return valueText(instance)
  }

  /// All that a YAML file says, as a text.
  ///
  /// - Throws: `InputProblems`.
  func read(_ text: String, _ kind: Kind) throws -> String {
    guard kind != .manifest else { return try instance(with: text, as: "instance.yaml") }
    let file = try put(text, as: "file.yaml")
    switch kind {
    case .manifest, .model:
      var model = try ModelReader.read(file: file, instance: sample)
      model.contentHash = ""
      model.source = nil
      return valueText(model)
    case .study:
      var study = try StudyReader.read(file: file, solver: GLPKSolver())
      study.contentHash = ""
      return valueText(study)
    case .importMap: return valueText(try ImportMap.read(file: file))
    }
  }

  /// Whether there is a problem in a YAML file.
  func isWrong(_ text: String, _ kind: Kind) throws -> Bool {
    try Self.isWrong { _ = try read(text, kind) }
  }

  /// Whether inputs have a problem.
  static func isWrong(_ read: () throws -> Void) throws -> Bool {
    do {
      try read()
      return false
    } catch is InputProblems {
      return true
    }
  }
}
