import Reporting

/// The section of the page of formats that shows JSON.
struct JSONPage {
  let documents: [JSONDocument]
  /// Those that are printed as JSON stand here by name.
  let tables: [TableDefinition]

  var text: String {
    let head = """
      JSON is in UTF-8, keys are sorted. A number that is not finite is a text: `"inf"` or `"-inf"`. The column *if not* says \
      when a key is absent or its value is `null`; where it is empty, there always is a value.
      """
    var shown: Set<String> = []
    var sections = [head, tablesSection]
    for document in documents {
      sections.append(
        "### \(document.heading)\n\nWritten by \(document.places.map(\.rawValue).code). An object: "
          + "[\(document.root.title)](#\(document.root.anchor)).")
      for object in document.root.withInner where shown.insert(object.title).inserted {
        sections.append(section(object))
      }
    }
    return sections.joined(separator: "\n\n")
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

  private func section(_ object: ObjectDefinition) -> String {
    var lines = [
      "#### \(object.title)", "", "| key | type | unit | meaning | if not |",
      "| --- | --- | --- | --- | --- |",
    ]
    for (name, key) in object.keys {
      let missing = [
        key.absent.map { "absent: \($0)" }, key.null.map { "`null`: \($0)" },
      ].compactMap(\.self).joined(separator: "; ")
      lines.append(
        "| `\(name)` | \(key.shape.type) | \(key.shape.unit) | \(key.meaning.cell) | \(missing.cell) |"
      )
    }
    return lines.joined(separator: "\n")
  }
}

extension JSONDocument {
  fileprivate var heading: String {
    name.hasSuffix(".json") ? name : "Answer of `\(name)`"
  }
}

extension ObjectDefinition {
  /// Of its heading.
  fileprivate var anchor: String { title.lowercased().replacing(" ", with: "-") }
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
