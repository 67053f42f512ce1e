/// A flow as one of the two countries reports it.
struct ResolvedFlow {
  var trade: ComtradeReport.Trade
  /// Metric tons, of the rows with a weight.
  var tons: Double
  /// US dollars of the rows with a weight.
  var value: Double
  /// US dollars of the rows without a weight.
  var weightless: Double
  /// The importer reported it (CIF); else the exporter (FOB).
  var isImporters: Bool
  /// Where the rows without a weight are.
  var unweighed: [FilePlace]
  /// What is estimated about the weight, in words; nil: nothing.
  var assumption: String?
  /// Metric tons of it that are estimated from values.
  var estimatedTons = 0.0
  var place: FilePlace
}
