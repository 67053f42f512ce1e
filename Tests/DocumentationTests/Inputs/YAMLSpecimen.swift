import SourcingFiles

/// A mapping with every key of its definition, in a file that can be read. Values are the examples of the definition.
struct YAMLSpecimen: CustomStringConvertible {
  /// Keys that are left out, since others exclude them, and values other than the examples.
  struct Variant {
    var without: [String] = []
    var with: [String: String] = [:]
  }

  let mapping: YAMLMapping
  let kind: SpecimenFolder.Kind
  /// The text of the file, in which `@` stands for the mapping; nil: the mapping is the file.
  var frame: String?
  var variants = [Variant()]
  /// Keys whose readers take less than the whole range of their definition, for a reason that their meaning states.
  var narrower: [String] = []
  /// Keys whose examples name all that there is in the sample instance, as the default does.
  var namingAll: [String] = []

  var description: String { mapping.name }

  /// The keys of a variant with their values.
  func entries(_ variant: Variant) -> [(key: String, value: String)] {
    mapping.keys.filter { !variant.without.contains($0.name) }.map {
      ($0.name, variant.with[$0.name] ?? $0.example)
    }
  }

  /// The file with the mapping's entries; an entry without value is left out, its line stays.
  func text(_ entries: [(key: String, value: String?)]) -> String {
    let given = entries.map { key, value in value.map { "\(key): \($0)" } }
    guard let frame else { return given.map { $0 ?? "#" }.joined(separator: "\n") + "\n" }
    let mapping = "{" + given.compactMap(\.self).joined(separator: ", ") + "}"
    return frame.replacing("@", with: mapping) + "\n"
  }

  /// The file with the value of one key replaced, or without the key.
  func text(_ variant: Variant, _ key: String, _ value: String?) -> String {
    text(entries(variant).map { ($0.key, $0.key == key ? value : $0.value) })
  }

  func text(_ variant: Variant) -> String { text(entries(variant).map { ($0.key, $0.value) }) }

  /// The first variant that has a key.
  func variant(with key: String) -> Variant? {
    variants.first { !$0.without.contains(key) }
  }
}
