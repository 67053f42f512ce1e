import Reporting

/// The section of the page of formats that shows JSON.
struct JSONPage {
  let documents: [JSONDocument]
  /// Those that are printed as JSON stand here by name.
  let tables: [TableDefinition]

  var text: String {
    let head = """
      JSON is in UTF-8, keys are sorted. A number that is not finite is a text: `"inf"` or `"-inf"`. *Absent* says when a key is \
      absent, *null* when its value is `null`; where neither is given, there always is a value.
      """
    var shown: Set<String> = []
    var sections = [head, tablesSection]
    let internals = documents.filter(\.isInternal)
    for document in documents.filter({ !$0.isInternal }) + internals {
      if document.name == internals.first?.name { sections.append(internalsHead) }
      sections.append(
        "### \(document.heading)\n\nWritten by \(document.places.map(\.rawValue).code). An object: "
          + "[\(document.root.title)](#\(document.root.anchor)).")
      for object in document.root.withInner where shown.insert(object.title).inserted {
        sections.append(section(object))
      }
    }
    return sections.joined(separator: "\n\n")
  }

  private var internalsHead: String {
    """
    ### Files for the program itself

    The program reads these files when it replaces a folder, and when a study continues. Results are in other files.
    """
  }

  private var tablesSection: String {
    let printed = tables.compactMap { table in
      let places = table.places.map(\.rawValue).filter { $0.hasSuffix("--format json") }
      return places.isEmpty
        ? nil : "| `\(table.name)` | \(places.code) |"
    }
    return """
      ### Tables as JSON

      An object with one key, the name of the table. Its value is a list with an object for each row, whose keys are the \
      columns of the table. Blank cells are `null`.

      | key | written by |
      | --- | --- |
      \(printed.joined(separator: "\n"))
      """
  }

  /// The meaning of a key; if a column with the same name has the same long meaning, a link to its table.
  private func meaning(of key: KeyDefinition, _ name: String) -> String {
    let table = tables.first { table in
      table.columns.contains { $0.name == name && $0.meaning == key.meaning }
    }
    guard let table, key.meaning.count > 60 else { return key.meaning }
    return "As in [\(table.name).csv](#\(FormatWords.anchor(table.heading)))."
  }

  private func section(_ object: ObjectDefinition) -> String {
    var lines = [
      "#### \(object.title)", "", "| key | type | meaning |", "| --- | --- | --- |",
    ]
    for (name, key) in object.keys {
      let unit = key.shape.unit.isEmpty ? "" : ", \(key.shape.unit)"
      let missing = [
        key.absent.map { " *Absent:* \($0)." }, key.null.map { " *null:* \($0)." },
      ].compactMap(\.self).joined()
      lines.append(
        "| `\(name)` | \(key.shape.type)\(unit) | \(meaning(of: key, name).cell)\(missing.cell) |")
    }
    return lines.joined(separator: "\n")
  }
}

extension JSONDocument {
  /// Of its section on the page.
  var heading: String {
    name.hasSuffix(".json") ? name : "Answer of `\(name)`"
  }

  /// Whether it is of no use for readers of results.
  fileprivate var isInternal: Bool {
    ["plusone.json", "manifest.json", "times.json"].contains(name)
  }
}

extension ObjectDefinition {
  /// Of its heading.
  fileprivate var anchor: String { FormatWords.anchor(title) }
}

extension KeyDefinition.Shape {
  fileprivate var type: String {
    switch self {
    case .text: "text"
    case .number: "number"
    case .boolean: "boolean"
    case .object(let object): "[object](#\(object.anchor))"
    case .list(let inner): "list of: \(inner.type)"
    case .map(let key, let inner): "object by \(key), each: \(inner.type)"
    case .orNull(let inner): "\(inner.type) or `null`"
    }
  }

  fileprivate var unit: String {
    switch self {
    case .text, .boolean, .object: ""
    case .number(let unit): unit.rawValue
    case .list(let inner), .map(_, let inner), .orNull(let inner): inner.unit
    }
  }
}
