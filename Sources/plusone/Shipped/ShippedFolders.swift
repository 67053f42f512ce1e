import Foundation
import SourcingFiles
import Tables

/// Where the program looks for what comes with it: instances and models that are given by their names, and the files for
/// pictures.
enum ShippedFolders {
  /// The instances and models that commands find by name.
  static let inputs = NamedInputs(
    folders: folders(from: FileManager.default.currentDirectoryPath, program: program))

  /// The files for pictures, from the first folder that has all of them.
  ///
  /// - Throws: `InputProblems` that say what to run, if no folder has them.
  static func charting() throws -> ChartingFiles { try charting(program: program) }

  /// Path of the executable, without symbolic links.
  private static let program =
    (Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0]))
    .resolvingSymlinksInPath().path

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
    return ["", above, installed(program: program), package(of: program)].compactMap(\.self)
  }

  /// The files for pictures that belong to a program: those of `make install` beside its folder, else those of the package
  /// that it was built in. The current folder does not count: a page runs the library.
  static func charting(program: String) throws -> ChartingFiles {
    let folders = [
      installed(program: program).map { "\($0)/charting" },
      package(of: program).map { "\($0)/.build/charting" },
    ].compactMap(\.self)
    if let found = folders.lazy.compactMap(ChartingFiles.init(folder:)).first { return found }
    throw InputProblems(
      [
        Problem(
          "the files for pictures are missing; run `make charting` in the folder of PlusOne's source, "
            + "or `make install` again if the program was installed",
          file: folders.last ?? "charting")
      ], reason: .unreadable)
  }

  /// `share/plusone` beside the folder of a program.
  private static func installed(program: String) -> String? {
    ancestors(of: program).dropFirst().first.map { "\($0 == "/" ? "" : $0)/share/plusone" }
  }

  /// The package that a program was built in.
  private static func package(of program: String) -> String? {
    ancestors(of: program).first {
      isFolder("\($0)/instances") && FileManager.default.fileExists(atPath: "\($0)/Package.swift")
    }
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
