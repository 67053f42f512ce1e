import Sourcing
import Tables

/// Reads `disruptions.csv`.
struct DisruptionCompiler {
  let source: TableSource
  let places: CompiledPlaces
  let goods: CompiledGoods
  let processes: CompiledProcesses

  /// Rows with one name are one disruption; each row is an effect.
  func disruptions() -> Table<Disruption> {
    guard let reader = source.reader(.disruptions) else { return [] }
    let id = reader.column("disruption")
    let probability = reader.column("probability")
    var effects = EffectReader(reader, places: places, goods: goods, processes: processes)
    var indexOf: [String: DisruptionIndex] = [:]
    var disruptions: Table<Disruption> = []
    for row in reader.rows {
      let (name, chance, effect) = (
        id.identifier(row), probability.optional(row), effects.read(row)
      )
      guard let name else { continue }
      let index = indexOf[name] ?? disruptions.append(Disruption(id: name, effects: []))
      indexOf[name] = index
      if let effect { disruptions[index].effects.append(effect) }
      guard let chance else { continue }
      if let earlier = disruptions[index].probability, earlier != chance {
        probability.report(
          "`\(name)` has the probability \(DecimalNumber.text(earlier)) already; give it on one row",
          row: row)
      }
      disruptions[index].probability = chance
    }
    checkSum(disruptions, reader, probability)
    return disruptions
  }

  private func checkSum(
    _ disruptions: Table<Disruption>, _ reader: TableReader, _ probability: TableColumn
  ) {
    let sum = disruptions.reduce(0) { $0 + ($1.probability ?? 0) }
    guard sum > 1 + 1e-9, let row = reader.rows.last(where: { probability.known($0) != "" }) else {
      return
    }
    probability.report(
      "the probabilities of all disruptions sum to \(DecimalNumber.text(sum)); at most 1", row: row)
  }
}

/// Reads one row of disruptions.csv as an effect, with the filters that its kind allows.
private struct EffectReader {
  let reader: TableReader
  let places: CompiledPlaces
  let goods: CompiledGoods
  let effect: TableColumn
  let factor: TableColumn
  let months: TableColumn
  var region: ReferenceColumn<RegionSetIndex>
  var commodity: ReferenceColumn<CommodityGroupIndex>
  var process: ReferenceColumn<ProcessIndex>
  var partner: ReferenceColumn<RegionSetIndex>

  init(
    _ reader: TableReader, places: CompiledPlaces, goods: CompiledGoods,
    processes: CompiledProcesses
  ) {
    self.reader = reader
    self.places = places
    self.goods = goods
    effect = reader.column("effect")
    factor = reader.column("factor")
    months = reader.column("months")
    region = reader.references("region", in: places.setNames)
    commodity = reader.references("commodity", in: goods.setNames)
    process = reader.references("process", in: processes.names)
    partner = reader.references("partner", in: places.setNames)
  }

  mutating func read(_ row: Int) -> Disruption.Effect? {
    let name = effect.choice(row)
    let (place, strength, length) = (
      region.required(row), factor.optional(row), months.whole(row)
    )
    let material = commodity.find(row)
    let (plant, other) = (process.find(row), partner.find(row))
    guard let kind = name.flatMap(Disruption.Effect.Kind.init) else { return nil }

    if kind != .demand, let strength, strength > 1 {
      factor.report(
        "found \(DecimalNumber.text(strength)); must be from 0 to 1 (for `demand` 0 or more)",
        row: row)
    }
    if kind != .production, plant != .blank {
      reader.report(
        "`process` is a filter of `production` only; leave the cell blank", row: row,
        column: "process")
    }
    switch kind {
    case .lane where other == .blank:
      reader.report("the cell is blank; `lane` needs the other end", row: row, column: "partner")
    case .production, .demand, .stock:
      guard other != .blank else { break }
      reader.report(
        "`partner` is a filter of `exports` and `lane` only; leave the cell blank", row: row,
        column: "partner")
    default: break
    }
    guard let place, let strength, let length else { return nil }
    return Disruption.Effect(
      kind: kind, regions: places.sets[place].members,
      commodities: material.meaning.map { goods.sets[$0].members },
      process: plant.meaning, partners: other.meaning.map { places.sets[$0].members },
      factor: strength, months: length)
  }
}
