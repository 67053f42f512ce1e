import Sourcing
import SourcingFiles
import Tables

/// Tables of an instance from mine output.
struct MineTables {
  private let mines: MineOutput
  private let target: ImportTarget
  /// Those with output in some year.
  let producers: [MineOutput.Producer]

  init(_ mines: MineOutput, target: ImportTarget) {
    self.mines = mines
    self.target = target
    producers = mines.output.filter { _, years in
      years.values.contains { $0.contains { $0.quantity > 0 } }
    }.keys.sorted()
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
    return result
  }

  func all(home: String?) -> [ImportedTable] {
    [regions(home: home), goods, processes, facilities, capacities, demands]
  }

  /// The region, home aside, with the largest output of the first commodity.
  func largest(besides home: String?) -> String? {
    let first = producers.first?.commodity
    return producers.filter { $0.commodity == first && $0.region != home }.max {
      (capacity(of: $0), $1.region) < (capacity(of: $1), $0.region)
    }?.region
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
        "USGS, Mineral Commodity Summaries; price not in this source")
    }
    return table
  }

  private var processes: ImportedTable {
    var table = ImportedTable(
      .processes, key: ["process"], columns: ["process", "stage", "output", "source"],
      .mustAgreeAlways(["output"]))
    var seen: Set<String> = []
    for producer in producers where seen.insert(producer.process).inserted {
      let statistic = (mines.items[producer.commodity]?.statistic ?? "").lowercased()
      table.add(
        producer.process, Self.stage(statistic), producer.commodity,
        "USGS, Mineral Commodity Summaries: \(statistic)")
    }
    return table
  }

  private static func stage(_ statistic: String) -> String {
    if statistic.contains("mine") { return "mining" }
    if statistic.contains("refinery") { return "refining" }
    return statistic.contains("smelter") ? "smelting" : "production"
  }

  // MARK: Output

  /// Output by year.
  private func figures(
    _ producer: MineOutput.Producer
  ) -> [(year: Int, figures: [MineOutput.Figure])] {
    (mines.output[producer] ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func sum(_ figures: [MineOutput.Figure]) -> Double {
    significant(figures.reduce(0) { $0 + $1.quantity })
  }

  /// Output of the last year that is known.
  private func capacity(of producer: MineOutput.Producer) -> Double {
    figures(producer).last.map { sum($0.figures) } ?? 0
  }

  private func source(_ year: Int, _ figures: [MineOutput.Figure]) -> String {
    let first = figures.map(\.place).min().map { "\(fileName($0.file)):\($0.line)" } ?? ""
    let bound = figures.contains(where: \.isBound) ? " (a bound)" : ""
    return "USGS, Mineral Commodity Summaries, output of \(year)\(bound); \(first)"
  }

  private func id(_ producer: MineOutput.Producer) -> String {
    "\(producer.process)_\(producer.region)"
  }

  private var facilities: ImportedTable {
    var table = ImportedTable(
      .facilities, key: ["facility"],
      columns: ["facility", "process", "region", "capacity", "unit_cost", "source", "note"],
      .mustAgree(["process", "region", "capacity"]))
    for producer in producers {
      guard let last = figures(producer).last else { continue }
      let cost = mines.items[producer.commodity]?.unitCost
      table.add(
        id(producer), producer.process, producer.region, DecimalNumber.text(sum(last.figures)),
        DecimalNumber.text(cost ?? 0), source(last.year, last.figures),
        cost == nil
          ? "assumption: capacity is output; cost not known"
          : "assumption: capacity is output; cost as in \(fileName(mines.map.file))")
    }
    return table
  }

  /// Earlier years, where they are periods.
  private var capacities: ImportedTable {
    var table = ImportedTable(
      .capacities, key: ["facility", "period"],
      columns: ["facility", "period", "capacity", "source"], .mustAgree(["capacity"]))
    for producer in producers {
      let last = capacity(of: producer)
      for entry in figures(producer).dropLast() where target.years?.contains(entry.year) ?? true {
        let quantity = sum(entry.figures)
        guard quantity != last else { continue }
        table.add(
          id(producer), String(entry.year), DecimalNumber.text(quantity),
          source(entry.year, entry.figures))
      }
    }
    return table
  }

  /// An instance must have the table, be it empty.
  private var demands: ImportedTable {
    ImportedTable(
      .demands, key: ["region", "commodity", "period"],
      columns: ["region", "commodity", "period", "quantity", "shortage_cost", "source"],
      .keepsOld)
  }
}
