/// Reads the attributes of all elements of one name, such as the relationships between the parts of a workbook.
final class ElementList: PartHandler {
  let failure: WorkbookFailure? = nil
  private(set) var elements: [[String: String]] = []
  private let name: String

  init(_ name: String) { self.name = name }

  func start(_ element: String, _ attributes: [String: String]) {
    if element == name { elements.append(attributes) }
  }

  func end(_ element: String) {}

  func text(_ text: String) {}
}

/// A relationship of a part to another.
struct PartRelationship {
  /// The last word of its kind, such as `worksheet`. It is the same in both forms of the standard.
  var kind: String
  /// Path of the other part in the archive.
  var target: String

  /// The relationships of a part by their ids; empty if it has none.
  ///
  /// - Parameter part: the part; empty: the archive as a whole.
  static func all(
    of part: String, in archive: inout ZipArchive
  ) throws(WorkbookFailure) -> [String: PartRelationship] {
    let (folder, name) = split(part)
    let file = "\(folder)_rels/\(name).rels"
    guard archive.has(file) else { return [:] }
    let list = ElementList("Relationship")
    try XMLPart.read(try archive.contents(of: file), part: file, to: list)
    var result: [String: PartRelationship] = [:]
    for attributes in list.elements where attributes["TargetMode"] != "External" {
      guard let id = attributes["Id"], let target = attributes["Target"] else { continue }
      let kind = (attributes["Type"] ?? "").split(separator: "/").last.map(String.init) ?? ""
      result[id] = PartRelationship(kind: kind, target: path(target, from: folder))
    }
    return result
  }

  /// The folder of a part with its slash, and its name.
  private static func split(_ part: String) -> (folder: String, name: String) {
    guard let slash = part.lastIndex(of: "/") else { return ("", part) }
    return (String(part[...slash]), String(part[part.index(after: slash)...]))
  }

  /// A path in the archive: from its root if it starts with a slash, or else from a folder.
  private static func path(_ target: String, from folder: String) -> String {
    var steps: [Substring] = []
    for step in (target.hasPrefix("/") ? target : folder + target).split(separator: "/") {
      switch step {
      case ".": continue
      case "..": _ = steps.popLast()
      default: steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }
}
