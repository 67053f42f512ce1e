import Sourcing
import Tables

extension InputKind {
  /// The kind of the file or folder at a path; nil if there is nothing, or if it is not known.
  package static func of(_ path: String) -> InputKind? {
    switch folderFailure(path) {
    case nil: ofFolder(path)
    case .notRegular?: ofFile(path)
    case .some: nil
    }
  }

  /// The files by which folders are recognised, in this order.
  private static let marksOfFolders: [(file: String, kind: InputKind)] = [
    (Manifest.fileName, .instance), ("summary.json", .plan), ("manifest.json", .results),
  ]

  private static func ofFolder(_ path: String) -> InputKind? {
    marksOfFolders.first { isFile("\(path)/\($0.file)") }?.kind
  }

  /// Whether a path is that of a folder that has no file of an instance.
  static func isWithoutInstance(_ path: String) -> Bool {
    let names = [Manifest.fileName] + InstanceTable.allCases.map(\.fileName)
    return folderFailure(path) == nil
      && names.allSatisfy { folderFailure("\(path)/\($0)") == .missing }
  }

  private static func isFile(_ path: String) -> Bool { folderFailure(path) == .notRegular }

  /// The names of files in JSON that the program writes.
  private static let records: Set<String> = [
    "summary.json", "manifest.json", "run.json", "times.json", "plusone.json",
  ]

  private static func ofFile(_ path: String) -> InputKind? {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if name == Manifest.fileName { return .instanceFile }
    if records.contains(name) { return .record }
    if name.hasSuffix(".csv") { return ofTable(path, named: name) }
    return ofYAML(path)
  }

  private static func ofTable(_ path: String, named name: String) -> InputKind {
    let folder = path.dropLast(name.count)
    if InstanceTable.allCases.contains(where: { $0.fileName == name }),
      isFile("\(folder)\(Manifest.fileName)")
    {
      return .instanceTable
    }
    guard let bytes = try? contents(ofFile: path, limit: FileLimit.text) else { return .table }
    let header = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    return String(decoding: header, as: UTF8.self) == "coalition,value" ? .game : .table
  }

  /// Keys that only files of one kind have. A file is of this kind if it has one of them and none of another kind.
  static let marks: [(kind: InputKind, keys: [String])] = [
    (
      .model,
      [
        "goals", "risk", "stress", "history", "max_decline", "others_keep", "stockpiles",
        "objective",
      ]
    ),
    (.study, ["options"]),
    (.instanceFile, ["periods"]),
    (.importMap, ["commodities"]),
  ]

  private static func ofYAML(_ path: String) -> InputKind? {
    guard let bytes = try? contents(ofFile: path, limit: FileLimit.text),
      let document = YAMLReader.read(bytes, file: path, log: ProblemLog()),
      let entries = document.mapping
    else { return nil }
    let keys = Set(entries.map(\.key))
    let found = marks.filter { !keys.isDisjoint(with: $0.keys) }
    return found.count == 1 ? found[0].kind : nil
  }
}
