extension String {
  /// The path of the folder that holds what this path names; empty if it is the one worked in.
  package var parentPath: String {
    let path = withoutSlashesAtEnd
    guard let slash = path.lastIndex(of: "/") else { return "" }
    let parent = String(path[..<slash]).withoutSlashesAtEnd
    return parent.isEmpty ? "/" : parent
  }

  /// The last name of a path.
  package var lastPathPart: String {
    let path = withoutSlashesAtEnd
    return path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  private var withoutSlashesAtEnd: String {
    var path = self[...]
    while path.count > 1, path.last == "/" { path.removeLast() }
    return String(path)
  }
}
