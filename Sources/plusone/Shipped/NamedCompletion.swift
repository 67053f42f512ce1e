import ArgumentParser
import Foundation
import Sourcing
import SourcingFiles
import Studies

extension CompletionKind {
  /// Names of instances, and paths.
  static let instance = named { $0.instances }
  /// Names of models, and paths.
  static let model = named { $0.models }
  /// Commodities and groups of the instance that the words so far name.
  static let commodity = ofInstance { $0.commodityGroupNames }
  /// Disruptions of the instance that the words so far name.
  static let disruption = ofInstance { $0.disruptions.map(\.id) }
  /// Assumptions of the instance that the words so far name.
  static let assumptionID = ofInstance { $0.assumptions.map(\.id) }
  /// The same, each with `=` after it.
  static let assumption = ofInstance { $0.assumptions.map { "\($0.id)=" } }

  /// Options of the study that the words so far name.
  static let studyOption = CompletionKind.custom { words, _, start in
    for word in words.dropFirst(2) where !word.hasPrefix("-") && !word.isEmpty {
      guard let file = try? StudyPath.file(of: word),
        let study = try? StudyReader.read(
          file: file, solver: ChosenSolver.silent, inputs: ShippedFolders.inputs)
      else { continue }
      return study.options.map(\.name).filter { $0.hasPrefix(start) }
    }
    return []
  }

  /// Names in the first instance among the words; nothing if none of them is an instance without mistakes.
  private static func ofInstance(
    _ names: @escaping @Sendable (Instance) -> [String]
  ) -> CompletionKind {
    .custom { words, _, start in
      for word in words.dropFirst() where !word.hasPrefix("-") && !word.isEmpty {
        guard let folder = try? ShippedFolders.inputs.instance(word),
          let instance = try? InstanceReader.read(folder: folder)
        else { continue }
        return names(instance).filter { $0.hasPrefix(start) }.sorted()
      }
      return []
    }
  }

  private static func named(
    _ entries: @escaping @Sendable (NamedInputs) -> [NamedInputs.Entry]
  ) -> CompletionKind {
    .custom { _, _, start in
      let names = entries(ShippedFolders.inputs).map(\.name)
      return names.filter { $0.hasPrefix(start) } + paths(startingWith: start)
    }
  }

  /// Files and folders; those whose names begin with a point only if this is typed.
  private static func paths(startingWith start: String) -> [String] {
    let folder = start.lastIndex(of: "/").map { String(start[...$0]) } ?? ""
    let last = start.dropFirst(folder.count)
    let place = folder.isEmpty ? "." : folder
    let files = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    return files.filter { $0.hasPrefix(last) && ($0.hasPrefix(".") == last.hasPrefix(".")) }
      .sorted().map { file in
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: "\(place)/\(file)", isDirectory: &isFolder)
        // Bash adds the slash itself.
        let end = isFolder.boolValue && CompletionShell.requesting != .bash ? "/" : ""
        return folder + file + end
      }
  }
}
