/// A flow as one of the two countries reports it, or as a source has it that reconciles both.
struct ResolvedFlow {
  var trade: CountryTrade
  /// Metric tons, of the rows with a weight.
  var tons: Double
  /// The part of ``tons`` that has a value.
  var pricedTons: Double
  /// US dollars of the rows with a weight.
  var value: Double
  /// US dollars of the rows without a weight.
  var weightless: Double
  /// The importer reported it (CIF); else the exporter (FOB).
  var isImporters: Bool
  /// The weight is the exporter's and the value the importer's.
  var isOfBoth = false
  /// The year is the sum of its months.
  var isOfMonths = false
  /// What the account of value counts for a dollar of this flow: above or below 1 if the exporter's report counts, and
  /// the importer reports another value.
  var counted = 1.0
  /// Where the rows without a weight are.
  var unweighed: [FilePlace]
  /// What is estimated about the weight, in words; nil: nothing.
  var assumption: String?
  /// Metric tons of it that are estimated from values.
  var estimatedTons = 0.0
  var place: FilePlace
}

/// The flows of a source, one figure for each, before weights are estimated.
struct ResolvedFlows {
  var flows: [ResolvedFlow]
  var summary: ImportSummary
  /// How much of the value of imports becomes flows.
  var account: ValueAccount
}
