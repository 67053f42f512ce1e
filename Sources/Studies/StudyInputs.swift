import SourcingFiles
import Tables

/// The instance and the models that a study's file names.
extension NamedInputs {
  /// The folder of an instance: a path relative to the study's file if something is there, else a name.
  func instance(_ text: String, besides file: String) -> String {
    let path = Self.path(text, besides: file)
    return folderFailure(path) == .missing ? instancePath(named: text) ?? path : path
  }

  /// The file of a model: a path relative to the study's file if a file is there, else a name.
  func model(_ text: String, besides file: String) -> String {
    let path = Self.path(text, besides: file)
    let failure = folderFailure(path)
    return failure == nil || failure == .missing ? modelPath(named: text) ?? path : path
  }

  /// The end of a message about a model that was not found.
  func modelHint(_ text: String) -> String {
    text.contains("/") ? "" : nearestHint(to: text, among: models.map(\.name))
  }

  /// A path in a study's file, which is relative to that file.
  private static func path(_ path: String, besides file: String) -> String {
    guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
    let folder = file[..<slash]
    return path == "." ? (folder.isEmpty ? "/" : String(folder)) : "\(folder)/\(path)"
  }
}
