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

  private static func ofFolder(_ path: String) -> InputKind? {
    isFile("\(path)/\(Manifest.fileName)") ? .instance : WrittenFolder.kind(of: path)
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
    WrittenFolder.summary, WrittenFolder.manifest, WrittenFolder.run, WrittenFolder.times,
    WrittenFolder.listing,
  ]

  private static func ofFile(_ path: String) -> InputKind? {
    let name = path.lastPathPart
    if name == Manifest.fileName { return .instanceFile }
    let folder = folder(of: path)
    if records.contains(name) { return WrittenFolder.kind(of: folder) == nil ? nil : .record }
    if name.hasSuffix(".csv") { return ofTable(path, named: name, in: folder) }
    return ofYAML(path)
  }

  private static func ofTable(_ path: String, named name: String, in folder: String) -> InputKind {
    if InstanceTable.allCases.contains(where: { $0.fileName == name }),
      isFile("\(folder)/\(Manifest.fileName)")
    {
      return .instanceTable
    }
    if WrittenFolder.kind(of: folder) != nil { return .record }
    guard let bytes = try? contents(ofFile: path, limit: FileLimit.text) else { return .table }
    let columns = names(inHeaderOf: bytes)
    if columns.contains("coalition") { return .game }
    return columns.isSuperset(of: ["member", "weight"]) ? .weights : .table
  }

  /// The names of the columns in small letters, whatever sign separates them, so that a table is also recognised where
  /// its form is wrong.
  private static func names(inHeaderOf bytes: [UInt8]) -> Set<String> {
    let text = String(decoding: bytes.prefix(1000), as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline)
    let header = lines.first { !$0.lowercased().hasPrefix("sep=") } ?? ""
    let marks: Set<Character> = [" ", "\"", "\u{FEFF}"]
    return Set(
      header.split(whereSeparator: { ",;|\t".contains($0) }).map { cell in
        String(cell.lowercased().filter { !marks.contains($0) })
      })
  }

  /// Keys that only files of one kind have.
  private static let marks: [InputKind: Set<String>] = [
    .model: [
      "goals", "risk", "stress", "history", "max_decline", "others_keep", "stockpiles", "objective",
    ],
    .study: ["options"],
    .instanceFile: ["periods"],
    .importMap: ["commodities"],
  ]

  /// All keys that a file in YAML of a kind may have at its top; nil for other kinds.
  package var keys: Set<String>? {
    switch self {
    case .model: Set(YAMLMapping.model.keyNames)
    case .instanceFile: Set(YAMLMapping.manifest.keyNames)
    case .study:
      [
        "name", "title", "instance", "options", "variations", "coordination", "members",
        "combine", "disruptions", "sharing",
      ]
    case .importMap: ["home", "title", "commodities", "regions", "areas"]
    default: nil
    }
  }

  /// The kind of which a file has a key that no other kind has, and no key that this kind has not.
  private static func ofYAML(_ path: String) -> InputKind? {
    guard let bytes = try? contents(ofFile: path, limit: FileLimit.text),
      let document = YAMLReader.read(bytes, file: path, log: ProblemLog()),
      let entries = document.mapping
    else { return nil }
    let found = Set(entries.map(\.key))
    return marks.first { kind, marks in
      !found.isDisjoint(with: marks) && (kind.keys.map(found.isSubset) ?? false)
        && kind.fits(document)
    }?.key
  }

  /// Whether the main key of a study or a map holds a list of mappings, as it must.
  private func fits(_ document: YAMLValue) -> Bool {
    let main = self == .study ? "options" : self == .importMap ? "commodities" : nil
    guard let main else { return true }
    let items = document[main]?.sequence ?? []
    return !items.isEmpty && items.allSatisfy { $0.mapping != nil }
  }
}
