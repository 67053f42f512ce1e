/// A JSON text that the program writes, to a file or to standard output.
package struct JSONDocument: Sendable {
  /// Name of the file, or of the command where it is only printed.
  package let name: String
  /// Where it is written.
  package let places: [ResultPlace]
  /// The object that the text is.
  package let root: ObjectDefinition

  /// - Parameters:
  ///   - name: of the file, or of the command where it is only printed.
  ///   - places: where it is written.
  ///   - type: what is encoded.
  package init(_ name: String, places: [ResultPlace], of type: (some DescribedJSON).Type) {
    self.name = name
    self.places = places
    root = ObjectDefinition(type)
  }

  /// What commands print, and the files of plans and runs whose content this target defines.
  package static let answers: [JSONDocument] = [
    JSONDocument(
      "summary.json",
      places: TableDefinition.planFolders + [.solveJSON, .reportJSON],
      of: Summary.self),
    JSONDocument("explain", places: [.explainJSON], of: ExplanationJSON.self),
    JSONDocument("frontier", places: [.frontierJSON], of: FrontierReport.Answer.self),
    JSONDocument(
      "alternatives", places: [.alternativesJSON], of: AlternativesReport.Answer.self),
    JSONDocument("stress", places: [.stressJSON], of: StressSummary.self),
    JSONDocument("worst", places: [.worstJSON], of: WorstSummary.self),
    JSONDocument("stockpile", places: [.stockpileJSON], of: StockpileSummary.self),
    JSONDocument("validate --provenance", places: [.validateJSON], of: ProvenanceAnswer.self),
    JSONDocument("backtest", places: [.backTestJSON], of: BackTestSummary.self),
    JSONDocument("sensitivity", places: [.sensitivityJSON], of: SensitivitySummary.self),
    JSONDocument("hedge", places: [.hedgeJSON], of: HedgeSummary.self),
    JSONDocument("watch.json", places: [.watchFolder, .watchJSON], of: WatchSummary.self),
    JSONDocument("split", places: [.splitJSON], of: SplitSummary.self),
  ]
}
