/// A mapping in a YAML file: which keys it has. ``YAMLFields`` reads by it, and the page on formats shows it.
package struct YAMLMapping: Sendable {
  /// What messages call it, such as `a goal of kind hhi`.
  package var name: String
  /// What it states, in one or two sentences.
  package var meaning: String
  /// The keys, in the order of the page of formats.
  package var keys: [YAMLKey]

  /// A mapping. The properties describe the parameters.
  package init(_ name: String, _ meaning: String, keys: [YAMLKey]) {
    self.name = name
    self.meaning = meaning
    self.keys = keys
  }

  /// The definition of a key; nil if the mapping has none.
  package subscript(key: String) -> YAMLKey? { keys.first { $0.name == key } }

  /// The names of all keys.
  package var keyNames: [String] { keys.map(\.name) }
}

extension YAMLMapping {
  /// This mapping and all mappings inside it, each once, the outer before the inner.
  package var all: [YAMLMapping] {
    var found: [YAMLMapping] = []
    var open = [self]
    while let next = open.popLast() {
      guard !found.contains(where: { $0.name == next.name }) else { continue }
      found.append(next)
      open += next.keys.flatMap(\.form.mappings).reversed()
    }
    return found
  }
}
