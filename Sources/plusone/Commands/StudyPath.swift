import ArgumentParser
import Foundation
import SourcingFiles
import Tables

/// The argument that names a study: a file, or an instance that has one.
enum StudyPath {
  static let help: ArgumentHelp =
    "The study: a YAML file, or an instance (its folder or its name) that has a file study.yaml."

  /// The study's file: the path that is given, else the study in the instance's folder that is given, by path or by
  /// name.
  ///
  /// - Throws: `InputProblems` if there is none.
  static func file(of study: String) throws -> String {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: study, isDirectory: &isFolder)
    let isFile =
      exists ? !isFolder.boolValue : study.hasSuffix(".yaml") || study.hasSuffix(".yml")
    if isFile, InputKind.of(study) != .instanceFile { return study }
    let folder = try ShippedFolders.inputs.instance(study)
    if InputKind.of(folder) != .instance,
      let mistaken = InputKind.mistaken(folder, for: .study)
    {
      throw InputProblems([mistaken])
    }
    let file = "\(folder)/study.yaml"
    guard FileManager.default.fileExists(atPath: file) else {
      let what =
        InputKind.of(folder) == .instance
        ? "\(folder) is an instance without a study" : "there is no study"
      throw InputProblems(
        [
          Problem(
            "the file does not exist: \(what); name the file of a study, or write one here",
            file: file)
        ], reason: .unreadable)
    }
    return file
  }
}
