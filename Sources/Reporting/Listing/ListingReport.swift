/// A listing as a report.
public struct ListingReport: CollectedReport {
  /// What it says, from top to bottom.
  public internal(set) var blocks: [ReportBlock] = []

  /// The report on a listing.
  ///
  /// - Parameter listing: what is listed.
  public init(_ listing: Listing) {
    for (place, text) in listing.heading.enumerated() { add(text, place == 0 ? .heading : .plain) }
    for kind in ListedEntry.Kind.allCases { addSection(kind, listing) }
    if !listing.notes.isEmpty { addBlank() }
    for note in listing.notes { add(note) }
    if case .blank = blocks.first { blocks.removeFirst() }
  }

  private mutating func addSection(_ kind: ListedEntry.Kind, _ listing: Listing) {
    let shown = listing.entries.filter { $0.kind == kind && $0.model == nil }
    guard !shown.isEmpty else { return }
    if kind == .model, listing.explainsParameters {
      for model in shown { addExplained(model, listing) }
      return
    }
    addHeading(kind.heading)
    let terms = shown.flatMap { entry -> [ReportTerm] in
      let values = listing.parameters(of: entry).map { "\($0.name) = \($0.value ?? "")" }
      let parameters = "Parameters: \(values.joined(separator: ", "))."
      return [ReportTerm(entry.name, listing.text(of: entry))]
        + (values.isEmpty ? [] : [ReportTerm("", parameters)])
    }
    blocks.append(.terms(terms, .columns))
  }

  /// A model with a paragraph for each of its parameters; those with one meaning together.
  private mutating func addExplained(_ model: ListedEntry, _ listing: Listing) {
    addBlank()
    add("\(model.name): \(model.title)", .heading)
    add(model.detail)
    addHeading("Parameters")
    var terms: [ReportTerm] = []
    for parameter in listing.parameters(of: model) {
      let value = "\(parameter.name) = \(parameter.value ?? "")"
      if let last = terms.last, !last.meaning.isEmpty, last.meaning == parameter.detail {
        terms[terms.count - 1].term += ", \(value)"
      } else {
        terms.append(ReportTerm(value, parameter.detail))
      }
    }
    blocks.append(.terms(terms, .paragraphs))
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
