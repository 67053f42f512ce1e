/// A listing for a terminal.
public struct ListingReport: LinedReport, Sendable {
  /// Its lines.
  public internal(set) var lines: [TerminalReport.Line] = []
  let width: Int

  /// The report on a listing.
  ///
  /// - Parameters:
  ///   - listing: what is listed.
  ///   - width: the most columns of a line.
  public init(_ listing: Listing, width: Int = 100) {
    self.width = width
    for (place, text) in listing.heading.enumerated() { add(text, place == 0 ? .heading : .plain) }
    for kind in ListedEntry.Kind.allCases { addSection(kind, listing) }
    if !listing.notes.isEmpty { addBlank() }
    for note in listing.notes { add(note) }
    if lines.first?.text.isEmpty ?? false { lines.removeFirst() }
  }

  private mutating func addSection(_ kind: ListedEntry.Kind, _ listing: Listing) {
    let shown = listing.entries.filter { $0.kind == kind && $0.model == nil }
    guard !shown.isEmpty else { return }
    if kind == .model, listing.explainsParameters {
      for model in shown { addExplained(model, listing) }
      return
    }
    addHeading(kind.heading)
    let column = min(shown.map(\.name.count).max() ?? 0, width / 3)
    for entry in shown {
      addEntry(entry.name, listing.text(of: entry), column: column)
      let parameters = listing.parameters(of: entry)
      if !parameters.isEmpty {
        let values = parameters.map { "\($0.name) = \($0.value ?? "")" }.joined(separator: ", ")
        addEntry("", "Parameters: \(values).", column: column)
      }
    }
  }

  /// A model with a paragraph for each of its parameters; those with one meaning together.
  private mutating func addExplained(_ model: ListedEntry, _ listing: Listing) {
    addBlank()
    add("\(model.name): \(model.title)", .heading)
    add(model.detail)
    addHeading("Parameters")
    var open: (values: [String], meaning: String)?
    for parameter in listing.parameters(of: model) {
      let value = "\(parameter.name) = \(parameter.value ?? "")"
      if let last = open, !last.meaning.isEmpty, last.meaning == parameter.detail {
        open = (last.values + [value], last.meaning)
      } else {
        addParagraph(open)
        open = ([value], parameter.detail)
      }
    }
    addParagraph(open)
  }

  private mutating func addParagraph(_ paragraph: (values: [String], meaning: String)?) {
    guard let paragraph else { return }
    addIndented(paragraph.values.joined(separator: ", "), by: 2)
    addIndented(paragraph.meaning, by: 6)
  }

  private mutating func addIndented(_ text: String, by count: Int) {
    let indent = String(repeating: " ", count: count)
    lines += wrapped(text, width: width - count, indent: "").map {
      .init(text: indent + $0, emphasis: .plain)
    }
  }

  /// A term in a column of its own, and a text beside it.
  private mutating func addEntry(_ term: String, _ text: String, column: Int) {
    let texts = wrapped(text, width: max(20, width - column - 4), indent: "")
    var terms = wrapped(term, width: column)
    if let first = terms.first, first.count > column, !texts.isEmpty {
      lines.append(.init(text: "  \(first)", emphasis: .plain))
      terms = []
    }
    for (place, text) in (texts.isEmpty ? [""] : texts).enumerated() {
      let term = place == 0 ? terms.first ?? "" : ""
      let padding = String(repeating: " ", count: max(0, column - term.count))
      let line = text.isEmpty ? "  \(term)" : "  \(term)\(padding)  \(text)"
      lines.append(.init(text: line, emphasis: .plain))
    }
  }
}

extension Listing {
  /// What the report says of an entry. Of a model it is the title if an instance gives it values, else the description.
  func text(of entry: ListedEntry) -> String {
    let texts = [entry.title, entry.value ?? "", entry.detail].filter { !$0.isEmpty }
    guard entry.kind == .model else { return texts.joined(separator: "; ") }
    return (isOfInstance ? texts.first : texts.last) ?? ""
  }

  /// The parameters of a model, in the order of its file.
  func parameters(of model: ListedEntry) -> [ListedEntry] {
    model.kind == .model ? entries.filter { $0.model == model.name } : []
  }
}
