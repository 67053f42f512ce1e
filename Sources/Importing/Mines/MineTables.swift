import Sourcing
import SourcingFiles
import Tables

/// Tables of an instance from mine output.
struct MineTables {
  private let mines: MineOutput
  private let target: ImportTarget
  /// Those with a known output in some year. An output of 0 counts: it ends what an earlier year or edition has.
  let producers: [MineOutput.Producer]
  private let known: KnownOutput

  /// - Parameter folder: the tables of the folder.
  init(_ mines: MineOutput, target: ImportTarget, folder: TextTables) {
    self.mines = mines
    self.target = target
    known = KnownOutput(folder, mines.publisher)
    producers = mines.output.keys.sorted()
  }

  var years: [Int] {
    Set(producers.flatMap { mines.output[$0].map { Array($0.keys) } ?? [] }).sorted()
  }

  var missing: [String] {
    var result = [
      "facilities.csv: capacity is taken to be output; raise it where mines could make more",
      "demands.csv, lanes.csv: who needs it and who may sell to whom is not in this source (plusone import comtrade may help)",
    ]
    if producers.contains(where: { mines.items[$0.commodity]?.unitCost == nil }) {
      result.append(
        "facilities.csv: unit_cost is 0 where the map has none; the source has no costs")
    }
    return result + mines.missing
  }

  /// The first commodity of the map that has output.
  var focus: String? {
    let makers = producers.filter { outputs($0).contains { $0.vintage.value > 0 } }
    let found = Set((makers.isEmpty ? producers : makers).map(\.commodity))
    return mines.map.items.first { found.contains($0.commodity) }?.commodity ?? found.min()
  }

  func all(home: String?) -> [ImportedTable] {
    [regions(home: home), goods, processes, facilities, capacities, demands]
  }

  private func regions(home: String?) -> ImportedTable {
    var names: [String: String] = [:]
    for producer in producers { names[producer.region] = mines.regionNames[producer.region] ?? "" }
    if let home, names[home] == nil { names[home] = Country.coded(home)?.name ?? "" }
    let sorted = names.sorted { $0.key < $1.key }
    return regionTable(sorted.map { ($0.key, $0.value) }, map: mines.map)
  }

  private var goods: ImportedTable {
    var table = goodsTable()
    for commodity in Set(producers.map(\.commodity)).sorted() {
      let item = mines.items[commodity]
      table.add(
        commodity, item?.name ?? "", (item?.unit ?? .t).rawValue, "",
        "\(mines.publisher.title); \(StubText.noPrice)")
    }
    return table
  }

  private var processes: ImportedTable {
    var table = ImportedTable.processes()
    var seen: Set<String> = []
    for producer in producers where seen.insert(producer.process).inserted {
      let item = mines.items[producer.commodity]
      let statistic = (item?.statistic ?? "").lowercased()
      let isNamed = mines.publisher.hasSeveralStatistics
      table.add(
        producer.process, Self.stage(statistic), producer.commodity,
        "\(mines.publisher.title): \(isNamed ? statistic : item?.mineral(mines.publisher) ?? "")")
    }
    return table
  }

  private static func stage(_ statistic: String) -> String {
    if statistic.contains("mine") { return "mining" }
    if statistic.contains("refinery") { return "refining" }
    return statistic.contains("smelter") ? "smelting" : "production"
  }

  // MARK: Output

  private func id(_ producer: MineOutput.Producer) -> String {
    "\(producer.process)_\(producer.region)"
  }

  /// Output by year in order: that of the files, and that of the folder for other years and of later editions.
  private func outputs(_ producer: MineOutput.Producer) -> [KnownOutput.Entry] {
    var result = known.entries(facility: id(producer))
    for (year, figures) in mines.output[producer] ?? [:] {
      let entry = entry(year, figures)
      if let old = result[year], old.vintage > entry.vintage { continue }
      result[year] = entry
    }
    return result.values.sorted { $0.vintage.year < $1.vintage.year }
  }

  private func entry(_ year: Int, _ figures: [MineOutput.Figure]) -> KnownOutput.Entry {
    let first = figures.map(\.place).min().map { "\($0.file.lastPathPart):\($0.line)" } ?? ""
    let bound = figures.contains(where: \.isBound) ? " (a bound)" : ""
    let vintage = Vintage(
      year: year, edition: figures.map(\.source.edition).max() ?? 0, publisher: mines.publisher,
      value: significant(figures.reduce(0) { $0 + $1.quantity }))
    let edition = vintage.edition > 0 ? " \(vintage.edition)" : ""
    return KnownOutput.Entry(
      vintage: vintage,
      source:
        "\(mines.publisher.title)\(edition), \(vintage.words("output"))\(bound); \(first)")
  }

  /// The capacity is the output of the last year that is known.
  private var facilities: ImportedTable {
    var table = ImportedTable.facilities(
      .newestCounts(["process", "region", "capacity"], figure: "capacity"), more: ["note"])
    for producer in producers {
      guard let last = outputs(producer).last else { continue }
      let cost = mines.items[producer.commodity]?.unitCost
      table.add(
        id(producer), producer.process, producer.region, DecimalNumber.text(last.vintage.value),
        DecimalNumber.text(cost ?? 0), last.source,
        cost == nil
          ? "assumption: capacity is output; cost not known, 0 stands in"
          : "assumption: capacity is output; cost as in \(mines.map.file.lastPathPart)")
    }
    return table
  }

  /// Earlier years, where they are periods.
  private var capacities: ImportedTable {
    var table = ImportedTable(
      .capacities, key: ["facility", "period"],
      columns: ["facility", "period", "capacity", "source"],
      .newestCounts(["capacity"], figure: "capacity"))
    for producer in producers {
      for entry in outputs(producer).dropLast()
      where target.years?.contains(entry.vintage.year) ?? true {
        table.add(
          id(producer), String(entry.vintage.year), DecimalNumber.text(entry.vintage.value),
          entry.source)
      }
    }
    return table
  }

  /// An instance must have the table, be it empty.
  private var demands: ImportedTable {
    ImportedTable.demands(.keepsOld)
  }
}
