extension TerminalReport {
  /// The sources of the tables that the plan uses; nothing where the instance lists none.
  mutating func addSources() {
    guard let sources = summary.sources else { return }
    addHeading("Sources of the data that the plan uses, those of most rows first")
    addSources(Array(sources.prefix(Self.mostSources)))
    addRest(sources.count - Self.mostSources, in: "summary.json")
  }

  private static let mostSources = 10
}

extension CollectedReport {
  /// Adds an item for each source, with the number of rows that cite it.
  mutating func addSources(_ sources: [CitedSource]) {
    for source in sources {
      let rows = source.rows == 1 ? "1 row" : "\(source.rows) rows"
      addItem("\(source.sentence) (\(source.source), \(rows))", .indent)
    }
  }
}
