import Tables

/// Output by commodity, region and year, from the figures of one or several editions.
struct MineOutput {
  /// What becomes a facility: a process in a region.
  struct Producer: Hashable, Comparable {
    var commodity: String
    var process: String
    var region: String

    static func < (a: Self, b: Self) -> Bool {
      (a.commodity, a.process, a.region) < (b.commodity, b.process, b.region)
    }
  }

  /// The output of a producer in a year, from one row.
  struct Figure {
    /// In the unit of the commodity.
    var quantity: Double
    var isBound: Bool
    var source: ProductionFigure
    var place: FilePlace { source.place }
  }

  let publisher: MinePublisher
  let map: ImportMap
  private let years: YearFilter
  let log: ProblemLog
  private(set) var summary = ImportSummary()
  /// Known figures, 0 included. Empty until ``finish()``.
  private(set) var output: [Producer: [Int: [Figure]]] = [:]
  private(set) var items: [String: ImportMap.Item] = [:]
  private(set) var regionNames: [String: String] = [:]
  /// Sentences about totals that are exceeded.
  private(set) var missing: [String] = []
  private var seenNames: Set<String> = []
  private var candidates: [MineFigure] = []
  private var totals: [MineTotal] = []
  private let selection: MineSelection
  private var countries: [String: Country?] = [:]

  init(publisher: MinePublisher, map: ImportMap, years: YearFilter, log: ProblemLog) {
    self.publisher = publisher
    self.map = map
    self.years = years
    self.log = log
    selection = MineSelection(map, publisher)
  }

  /// Notes files and what was found in them beside figures.
  mutating func note(_ change: (inout ImportSummary) -> Void) { change(&summary) }

  /// Takes a figure, or counts why it is left out.
  mutating func read(_ figure: ProductionFigure) {
    if !map.areaEntries.isEmpty { seenNames.insert(figure.country.lowercased()) }
    let found = selection.entry(for: figure)
    if let reason = objection(to: figure, found) {
      summary.count(.leftOut, reason, at: figure.place)
      return
    }
    guard let item = found?.item, let unit = WeightUnit(words: figure.unit) else { return }
    if figure.isAmbiguous {
      summary.count(
        .leftOut,
        "`\(shortened(figure.text))` is no figure: in a file with semicolons a comma or point before three digits may stand for decimals or for thousands",
        at: figure.place)
      return
    }
    guard let value = publisher.value(figure.text) else {
      summary.count(.leftOut, "`\(shortened(figure.text))` is no figure", at: figure.place)
      return
    }
    take(value, figure, item, factor: unit.tons / item.unit.tons)
  }

  /// The reason why a figure is left out; nil if it is used.
  private mutating func objection(
    to figure: ProductionFigure, _ entry: MineSelection.Entry?
  ) -> String? {
    guard let entry else {
      return figure.mineral.isEmpty
        ? publisher.adviceOnMineral : "\(figure.mineral): not in the map"
    }
    if publisher.hasSeveralStatistics, !entry.has(figure) {
      return "not \(entry.item.statistic.lowercased()): \(figure.statistic)"
    }
    if let objection = years.objection(to: figure.year) { return objection }
    if WeightUnit(words: figure.unit) == nil {
      return "the unit `\(figure.unit)` is no weight in metric units"
    }
    if map.namedAreas[figure.country.lowercased()] == .omitted {
      return "\(figure.country): the map omits it"
    }
    if figure.isWorldTotal { return nil }
    if figure.isRemainder, map.namedAreas[figure.country.lowercased()] == nil {
      return "\(figure.country): not a country (areas of the map may name a region for it)"
    }
    if map.namedAreas[figure.country.lowercased()] == nil, country(figure) == nil {
      return
        "unknown country `\(figure.country)`; say in the map what it is: `areas: {\(figure.country): REGION}`, or `omit`"
    }
    return nil
  }

  private mutating func country(_ figure: ProductionFigure) -> Country? {
    if let known = countries[figure.country] { return known }
    let found = publisher.country(named: figure.country)
    countries[figure.country] = .some(found)
    return found
  }

  private mutating func take(
    _ value: ProductionValue, _ figure: ProductionFigure, _ item: ImportMap.Item, factor: Double
  ) {
    var quantity = 0.0
    var isBound = false
    switch value {
    case .withheld: return summary.count(.leftOut, "withheld (W)", at: figure.place)
    case .notAvailable:
      return summary.count(.leftOut, "not available (NA)", at: figure.place)
    case .blank: return summary.count(.leftOut, "blank: not known", at: figure.place)
    case .nothing: break
    case .amount(let amount, let bound): (quantity, isBound) = (amount * factor, bound)
    }
    guard !figure.isWorldTotal else {
      totals.append(MineTotal(commodity: item.commodity, quantity: quantity, source: figure))
      return summary.count(.leftOut, "world total: the sum of the others", at: figure.place)
    }
    guard let region = region(of: figure) else { return }
    if isBound {
      summary.count(.note, "a bound such as >95, taken at its number", at: figure.place)
    }
    if figure.isEstimate {
      summary.count(.note, "an estimate of the publisher (data source `e`)", at: figure.place)
    }
    if items[item.commodity] == nil { items[item.commodity] = item }
    candidates.append(
      MineFigure(
        figure: Figure(quantity: quantity, isBound: isBound, source: figure),
        producer: Producer(
          commodity: item.commodity, process: item.process ?? "mine_\(item.commodity)",
          region: region),
        country: country(figure)?.code ?? figure.country.lowercased(),
        selector: "\(item.mineral(publisher) ?? ""), \(item.statistic)".lowercased(),
        isInMap: item.line > 0))
  }

  // MARK: The figures that count

  /// Chooses the figures that count. Call it after all files are read.
  mutating func finish() {
    let latest = MineFigure.latest(RegionEditions.latest(candidates, &summary), &summary)
    var found = MineStatistics(latest, totals: totals, publisher)
    found.leaveOutOverlaps(log, &summary)
    for entry in found.figures {
      let figure = entry.figure
      output[entry.producer, default: [:]][figure.source.year, default: []].append(figure)
      summary.count(
        .kept,
        figure.quantity > 0
          ? "output of a country in a year" : "output of 0 of a country in a year (0 or a dash)",
        at: figure.place)
    }
    missing = found.compareWithTotals(&summary)
    map.noteUnusedNames(seenNames, &summary)
    (candidates, totals) = ([], [])
  }

  /// The region of a country's figure; nil where the country is not known.
  private mutating func region(of figure: ProductionFigure) -> String? {
    if case .region(let id) = map.namedAreas[figure.country.lowercased()] {
      regionNames[id] = regionNames[id] ?? Country.coded(id)?.name ?? ""
      return id
    }
    guard let country = self.country(figure) else { return nil }
    let region = map.region(of: country)
    regionNames[region] = regionNames[region] ?? (region == country.code ? country.name : "")
    return region
  }
}
