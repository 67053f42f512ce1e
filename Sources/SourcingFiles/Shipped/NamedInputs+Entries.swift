import Foundation
import Tables

extension NamedInputs {
  /// All entries, in alphabetical order; of several with one name the first.
  func entries(of kind: Kind) -> [Entry] {
    var paths: [String: String] = [:]
    for folder in folders {
      for name in Self.names(of: kind, in: folder) where paths[name] == nil {
        paths[name] = Self.join(folder, kind.place(name))
      }
    }
    return paths.sorted { $0.key < $1.key }.map { Entry(name: $0.key, path: $0.value) }
  }

  private static func names(of kind: Kind, in folder: String) -> [String] {
    let place = join(folder, kind == .instance ? "instances" : "models")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
    let inputs = NamedInputs(folders: [folder])
    return files.filter { kind == .instance || $0.hasSuffix(".yaml") }.map(kind.name)
      .filter { inputs.path(of: $0, kind) != nil }
  }
}
