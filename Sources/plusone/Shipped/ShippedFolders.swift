import Foundation
import SourcingFiles

/// Where the program looks for instances and models that are given by their names.
enum ShippedFolders {
  /// The instances and models that commands find by name.
  static let inputs = NamedInputs(
    folders: folders(
      from: FileManager.default.currentDirectoryPath,
      program: (Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0]))
        .resolvingSymlinksInPath().path))

  /// The folders that may hold `instances` and `models`, in the order of the search: the current folder; the nearest
  /// folder above it that has both; `share/plusone` beside the folder of the program, where `make install` puts them;
  /// the package that the program was built in.
  ///
  /// - Parameters:
  ///   - current: the current folder.
  ///   - program: path of the executable, without symbolic links.
  static func folders(from current: String, program: String) -> [String] {
    let above = ancestors(of: current).first {
      isFolder("\($0)/instances") && isFolder("\($0)/models")
    }
    let prefix = ancestors(of: program).dropFirst().first
    let package = ancestors(of: program).first {
      isFolder("\($0)/instances") && FileManager.default.fileExists(atPath: "\($0)/Package.swift")
    }
    return ["", above, prefix.map { "\($0 == "/" ? "" : $0)/share/plusone" }, package].compactMap(
      \.self)
  }

  /// The folders above a path, the nearest first.
  private static func ancestors(of path: String) -> [String] {
    var parts = path.split(separator: "/")
    var found: [String] = []
    while parts.popLast() != nil {
      found.append(parts.isEmpty ? "/" : parts.map { "/\($0)" }.joined())
    }
    return found
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
