/// A JSON text that the program writes, to a file or to standard output.
package struct JSONDocument: Sendable {
  /// Name of the file, or of the command where it is only printed.
  package let name: String
  /// Commands and options that write it.
  package let places: [String]
  /// The object that the text is.
  package let root: ObjectDefinition

  /// - Parameters:
  ///   - name: of the file, or of the command where it is only printed.
  ///   - places: commands and options that write it.
  ///   - type: what is encoded.
  package init(_ name: String, places: [String], of type: (some DescribedJSON).Type) {
    self.name = name
    self.places = places
    root = ObjectDefinition(type)
  }

  /// What commands print, and the files of plans and runs whose content this target defines.
  package static let answers: [JSONDocument] = [
    JSONDocument(
      "summary.json",
      places: TableDefinition.planFolders + ["solve --format json", "report --format json"],
      of: Summary.self),
    JSONDocument("explain", places: ["explain --format json"], of: ExplanationJSON.self),
    JSONDocument("frontier", places: ["frontier --format json"], of: FrontierReport.Answer.self),
    JSONDocument(
      "alternatives", places: ["alternatives --format json"], of: AlternativesReport.Answer.self),
    JSONDocument("stress", places: ["stress --format json"], of: StressSummary.self),
    JSONDocument("stockpile", places: ["stockpile --format json"], of: StockpileSummary.self),
    JSONDocument("split", places: ["split --format json"], of: SplitSummary.self),
  ]
}
