/// What a result table is: its name, who writes it, and what its rows and columns hold. Writers take their columns
/// from it, and the page of formats is made from it.
package struct TableDefinition: Sendable {
  /// Its file is `name.csv`, and its key in JSON is `name`.
  package let name: String
  /// Tells apart two tables with one name; nil: there is one only.
  package let variant: String?
  /// Where it is written.
  package let places: [ResultPlace]
  /// What one row is.
  package let rows: String
  /// In the order of the header.
  package let columns: [ResultColumn]

  init(
    _ name: String, variant: String? = nil, places: [ResultPlace], rows: String,
    columns: [ResultColumn]
  ) {
    self.name = name
    self.variant = variant
    self.places = places
    self.rows = rows
    self.columns = columns
  }

  /// The folders that hold the tables of a plan.
  static let planFolders: [ResultPlace] = [
    .solveFolder, .stressFolder, .worstFolder, .run,
  ]

  /// Names of the files with tables in some folders of results.
  package static func fileNames(in places: [ResultPlace]) -> [String] {
    all.filter { !$0.places.filter(places.contains).isEmpty }.map { "\($0.name).csv" }
  }

  /// Every result table, in the order of the page.
  package static let all: [TableDefinition] =
    PlanTable.allCases.map(\.definition) + [
      .stressHome, .stress, .stressMonths, .sharedDraws, .chokepoints, .worst,
      .worstCurve,
      .buyList, .transfers, .stockpileSharing, .stockpileCommodities, .stockpileMembers,
      .stockpileSizes,
      .stockpileLimits, .stockpileSplits,
      .stockpileCoalitions, .splits, .backTest, .backTestErrors,
      .goalExplanation, .conflictExplanation, .frontier, .frontierBand, .ranges, .alternatives,
      .tornado, .worlds, .measures, .claims, .breaks, .indices, .boxes,
      .hedge, .regrets, .hedgeOptions, .hedgeWaiting,
      .watchAlerts, .watchIndicators, .watchImports,
      .comparison, .pivot, .robustness, .studyBoxes, .studyIndices, .sampledWorlds, .edits, .times,
      .prices, .stressSummary,
      .coordination,
      .importSummary, .provenance, .list, .checkedFigures, .movedCells,
    ]
}

extension ReportTable {
  /// A table without rows.
  ///
  /// - Parameter columns: names where the definition has patterns; nil: the names of the definition.
  package init(_ definition: TableDefinition, columns: [String]? = nil) {
    self.init(definition.name, columns: columns ?? definition.columns.map(\.name))
  }
}
