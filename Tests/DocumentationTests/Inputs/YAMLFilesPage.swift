import Importing
import SourcingFiles
import Studies

/// The YAML files for the page on formats, from the definitions by which they are read.
enum YAMLFilesPage {
  /// A file with the mapping that it is.
  struct File {
    let heading: String
    let mapping: YAMLMapping
  }

  static let files = [
    File(heading: "`instance.yaml`", mapping: .manifest),
    File(heading: "A model", mapping: .model),
    File(heading: "A study", mapping: .study),
    File(heading: "An import map", mapping: .importMap),
  ]

  static var text: String {
    var sections: [String] = []
    var seen: Set<String> = []
    for file in files {
      sections.append(section(file.mapping, heading: "### \(file.heading)"))
      for mapping in file.mapping.all.dropFirst() where seen.insert(mapping.name).inserted {
        let isGoal = GoalKeysTable.kinds.contains { $0.mapping.name == mapping.name }
        if isGoal, !sections.contains(goalKeys) { sections.append(goalKeys) }
        sections.append(
          section(
            mapping, without: isGoal ? GoalKeysTable.shared : [],
            heading: "#### \(heading(mapping))"))
      }
    }
    return sections.joined(separator: "\n\n")
  }

  /// `A goal of kind hhi`
  private static func heading(_ mapping: YAMLMapping) -> String {
    mapping.name.prefix(1).uppercased() + mapping.name.dropFirst()
  }

  /// The keys that goals of most kinds have, each once.
  private static let goalKeys = GoalKeysTable(cells: cells).text

  private static func section(
    _ mapping: YAMLMapping, without shared: [String] = [], heading: String
  ) -> String {
    var grid = FormatGrid("key", "value", "without the key", "meaning", "example")
    for key in mapping.keys where !shared.contains(key.name) { grid.add(cells(key)) }
    return [heading, mapping.meaning, grid.text].joined(separator: "\n\n")
  }

  /// The cells of a key's row.
  private static func cells(_ key: YAMLKey) -> [String] {
    let unit = unit(key.form)
    return [
      FormatWords.code(key.name), value(key.form) + (unit.isEmpty ? "" : " (\(unit))"),
      absence(key.presence), key.meaning, FormatWords.code(key.example),
    ]
  }

  private static func absence(_ presence: YAMLKey.Presence) -> String {
    switch presence {
    case .required: "error"
    case .requiredIf(let rule): "needed: \(rule)"
    case .defaultValue(let value): FormatWords.code(value)
    case .defaultRule(let rule): rule
    }
  }

  private static func unit(_ form: YAMLForm) -> String {
    switch form {
    case .number(_, let unit), .whole(_, let unit), .target(let unit, _, _):
      unit == "share" ? "" : unit
    default: ""
    }
  }

  private static func value(_ form: YAMLForm) -> String {
    switch form {
    case .identifier: "identifier"
    case .text: "text"
    case .path: "path; a relative one starts at the folder of this file"
    case .number(let range, _): NumberRange.text(range)
    case .share: "share, 0 to 1"
    case .whole(let range, _): NumberRange.text(range)
    case .yesOrNo: "`yes` or `no`"
    case .choice(let names): FormatWords.alternatives(names.map(FormatWords.code))
    case .reference(let reference): reference.rawValue
    case .selection(let what, let mayBeNone):
      "`all`, \(mayBeNone ? "`none`, " : "")or one or a list of \(what)"
    case .target(_, let isShare, let mayBePath):
      (isShare ? "share, 0 to 1" : "number, 0 or more") + (mayBePath ? ", or a path of them" : "")
    case .list(let form): "list: each \(value(form))"
    case .oneOrList(let form): "\(value(form)), or a list of them"
    case .mapping(let mappings):
      FormatWords.alternatives(
        mappings.map { "[\($0.name)](#\(FormatWords.anchor(heading($0))))" })
    case .entries(let keys, let values): "mapping from \(keys) to \(values)"
    case .other(let words): words
    case .anyOf(let forms): FormatWords.alternatives(forms.map(value))
    }
  }
}
