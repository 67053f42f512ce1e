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
    var source: USGSFigure
    var place: FilePlace { source.place }
  }

  let map: ImportMap
  private let years: YearFilter
  private let log: ProblemLog
  private(set) var summary = ImportSummary()
  /// Known figures, 0 included.
  private(set) var output: [Producer: [Int: [Figure]]] = [:]
  private(set) var items: [String: ImportMap.Item] = [:]
  private(set) var regionNames: [String: String] = [:]
  private var totals: [(commodity: String, quantity: Double, source: USGSFigure)] = []

  init(map: ImportMap, years: YearFilter, log: ProblemLog) {
    self.map = map
    self.years = years
    self.log = log
  }

  mutating func read(file: String) {
    guard let reader = USGSReader(file: file, log: log) else { return }
    for figure in reader.figures(&summary) { read(figure) }
  }

  private mutating func read(_ figure: USGSFigure) {
    if let reason = objection(to: figure) {
      summary.count(.leftOut, reason, at: figure.place)
      return
    }
    guard let item = item(for: figure), let unit = WeightUnit(words: figure.unit) else { return }
    guard let value = USGSValue(figure.text) else {
      log.add(
        "`\(figure.text)` is no figure; the summaries write numbers, W, NA, dashes or bounds such as >95",
        file: figure.place.file, line: figure.place.line, column: figure.column)
      return
    }
    take(value, figure, item, factor: unit.tons / item.unit.tons)
  }

  /// The reason why a figure is left out; nil if it is used.
  private func objection(to figure: USGSFigure) -> String? {
    guard let item = item(for: figure) else { return "\(figure.mineral): not in the map" }
    if !Self.has(figure, item) {
      return "not \(item.statistic.lowercased()): \(figure.statistic)"
    }
    if let objection = years.objection(to: figure.year) { return objection }
    if WeightUnit(words: figure.unit) == nil {
      return "the unit `\(figure.unit)` is no weight in metric units"
    }
    if map.namedAreas[figure.country.lowercased()] == .omitted {
      return "\(figure.country): the map omits it"
    }
    if figure.isRemainder, map.namedAreas[figure.country.lowercased()] == nil {
      return "\(figure.country): not a country (areas of the map may name a region for it)"
    }
    return nil
  }

  private static func has(_ figure: USGSFigure, _ item: ImportMap.Item) -> Bool {
    figure.statistic.lowercased().contains(item.statistic.lowercased())
  }

  private mutating func take(
    _ value: USGSValue, _ figure: USGSFigure, _ item: ImportMap.Item, factor: Double
  ) {
    var quantity = 0.0
    var isBound = false
    switch value {
    case .withheld: return summary.count(.leftOut, "withheld (W)", at: figure.place)
    case .notAvailable:
      return summary.count(.leftOut, "not available (NA)", at: figure.place)
    case .nothing: break
    case .amount(let amount, let bound): (quantity, isBound) = (amount * factor, bound)
    }
    guard !figure.isWorldTotal else {
      totals.append((item.commodity, quantity, figure))
      return summary.count(.leftOut, "world total: the sum of the others", at: figure.place)
    }
    guard let region = region(of: figure) else { return }
    if quantity > 0 {
      summary.count(.kept, Self.keptReason, at: figure.place)
    } else {
      summary.count(.leftOut, "no output (blank, 0 or a dash)", at: figure.place)
    }
    if isBound {
      summary.count(.note, "a bound such as >95, taken at its number", at: figure.place)
    }
    add(Figure(quantity: quantity, isBound: isBound, source: figure), item, region)
  }

  private static let keptReason = "output of a country in a year"

  /// The commodity a figure belongs to; without a map each mineral is one.
  private func item(for figure: USGSFigure) -> ImportMap.Item? {
    let names = [figure.mineral.lowercased(), figure.fileCode.lowercased()]
    let mapped = map.items.filter { item in
      item.mineral.map { names.contains($0.lowercased()) } ?? false
    }
    if let item = mapped.first(where: { Self.has(figure, $0) }) ?? mapped.first { return item }
    if map.items.contains(where: { $0.mineral != nil }) { return nil }
    let words = figure.mineral.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    guard !words.isEmpty else { return nil }
    return ImportMap.Item(
      commodity: words.joined(separator: "_"), name: figure.mineral, codes: [],
      mineral: figure.mineral, statistic: "Mine production", process: nil, unit: .t, unitCost: nil,
      line: 0)
  }

  /// The region of a country's figure; nil, which is noted, where the country is not known.
  private mutating func region(of figure: USGSFigure) -> String? {
    if case .region(let id) = map.namedAreas[figure.country.lowercased()] {
      regionNames[id] = regionNames[id] ?? Country.coded(id)?.name ?? ""
      return id
    }
    guard let country = Country.named(figure.country) else {
      log.add(
        "unknown country `\(figure.country)`; say in the map what it is: `areas: {\(figure.country): REGION}`, or `omit`",
        file: figure.place.file, line: figure.place.line)
      return nil
    }
    let region = map.region(of: country)
    regionNames[region] = regionNames[region] ?? (region == country.code ? country.name : "")
    return region
  }

  /// Adds a figure to those of other countries or products of the region. It replaces a figure of an earlier file for
  /// the same country and year.
  private mutating func add(_ figure: Figure, _ item: ImportMap.Item, _ region: String) {
    let producer = Producer(
      commodity: item.commodity, process: item.process ?? "mine_\(item.commodity)", region: region)
    if items[producer.commodity] == nil { items[producer.commodity] = item }
    let old = output[producer]?[figure.source.year] ?? []
    let replaced = old.filter {
      $0.source.country == figure.source.country
        && ($0.place.file != figure.place.file || $0.source.statistic == figure.source.statistic)
    }
    for figure in replaced where figure.quantity > 0 {
      summary.move(
        from: Self.keptReason,
        to: "an earlier figure for the same country and year: the one read last counts",
        at: figure.place)
    }
    let kept = old.filter { figure in !replaced.contains { $0.place == figure.place } }
    output[producer, default: [:]][figure.source.year] = kept + [figure]
  }

  /// Notes which share of each world total the kept figures have.
  mutating func compareWithTotals() {
    for total in totals where total.quantity > 0 {
      let sum = output.filter { $0.key.commodity == total.commodity }
        .reduce(0) { $0 + ($1.value[total.source.year] ?? []).reduce(0) { $0 + $1.quantity } }
      let share = DecimalNumber.text((1000 * sum / total.quantity).rounded() / 10)
      summary.count(
        .note,
        "\(total.commodity), \(total.source.year): what is kept makes \(share) % of the world total",
        at: total.source.place)
    }
  }
}
