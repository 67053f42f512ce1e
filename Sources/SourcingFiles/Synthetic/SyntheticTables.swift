import Sourcing

/// The tables of a ``SyntheticInstance``, in an order of random draws that never changes.
struct SyntheticTables {
  let size: SyntheticInstance.Size
  private var random: SplitMix64
  /// What region r demands of the last good in the first period.
  private var demand: [Double] = []
  private static let growth = 1.04
  private let goods: [String]
  private let regions: [String]

  init(size: SyntheticInstance.Size, seed: UInt64) {
    self.size = size
    random = SplitMix64(seed: seed)
    goods = (0..<size.stages).map(Self.good) + [Self.byproduct]
    regions = (0..<size.regions).map(Self.region)
  }

  static func region(_ index: Int) -> String { "R\(index + 1)" }
  static func good(_ stage: Int) -> String { "good\(stage + 1)" }
  private static let byproduct = "byproduct"

  mutating func tables() -> [String: String] {
    demand = (0..<size.regions).map { _ in random.number(20...200) }
    return [
      "regions.csv": table("region", rows: regions),
      "commodities.csv": commodities(),
      "processes.csv": processes(),
      "recipes.csv": recipes(),
      "demands.csv": demands(),
      "facilities.csv": facilities(),
      "projects.csv": projects(),
      "lanes.csv": lanes(),
      "stockpiles.csv": stockpiles(),
      "disruptions.csv": disruptions(),
    ]
  }

  private func table(_ header: String, rows: [String]) -> String {
    ([header] + rows).joined(separator: "\n") + "\n"
  }

  private func price(_ stage: Int) -> Double { 10 * Double(stage + 1) }

  private func commodities() -> String {
    let chain = (0..<size.stages).map { "\(Self.good($0)),t,\(price($0))" }
    return table("commodity,unit,price", rows: chain + ["\(Self.byproduct),t,5"])
  }

  private func processes() -> String {
    table(
      "process,stage,output",
      rows: (0..<size.stages).map { "make\($0 + 1),stage\($0 + 1),\(Self.good($0))" })
  }

  private mutating func recipes() -> String {
    var rows: [String] = []
    for stage in 1..<size.stages {
      rows.append("make\(stage + 1),\(Self.good(stage - 1)),input,\(random.number(0.9...1.3))")
    }
    rows.append("make2,\(Self.byproduct),byproduct,\(random.number(0.1...0.3))")
    return table("process,commodity,role,quantity", rows: rows)
  }

  private mutating func demands() -> String {
    var rows: [String] = []
    for region in 0..<size.regions {
      var quantity = demand[region]
      for period in 0..<size.periods {
        let wobble = random.number(0.95...1.05)
        rows.append(
          "\(regions[region]),\(Self.good(size.stages - 1)),\(period + 1),\(rounded(quantity * wobble)),500"
        )
        quantity *= Self.growth
      }
      if region % 3 == 0 {
        rows.append("\(regions[region]),\(Self.byproduct),*,\(rounded(demand[region] * 0.1)),40")
      }
    }
    return table("region,commodity,period,quantity,shortage_cost", rows: rows)
  }

  private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  /// The rival makes a third of each stage, enough for home besides; the other regions that have the stage
  /// share the rest.
  private mutating func facilities() -> String {
    var rows: [String] = []
    let total = demand.reduce(0, +)
    for stage in 0..<size.stages {
      // Each stage takes up to 1.3 units of the one before.
      let need = total * power(1.15, size.stages - 1 - stage) * 1.1
      var makers: [(region: Int, weight: Double)] = []
      for region in 0..<size.regions where region != 1 {
        let weight = random.number(0.2...1)
        // Home has to buy the last good.
        if region == 0 && stage == size.stages - 1 { continue }
        if region < 3 || random.isTrue(withProbability: 0.65) { makers.append((region, weight)) }
      }
      let weights = makers.reduce(0) { $0 + $1.weight }
      let rows1 = makers.map { maker in
        let capacity = rounded(need * 2 / 3 * maker.weight / weights)
        return (maker.region, capacity, random.number(0.7...1.5))
      }
      for (region, capacity, factor) in [(1, rounded(need / 3), 0.5)] + rows1 {
        rows.append(
          "F\(stage + 1)-\(region + 1),make\(stage + 1),\(regions[region]),\(capacity),"
            + "\(rounded(4 * factor * Double(stage + 1)))")
      }
    }
    return table("facility,process,region,capacity,unit_cost", rows: rows)
  }

  private mutating func projects() -> String {
    var rows: [String] = []
    for region in 0..<size.regions {
      for number in 0..<2 {
        // Home may only mine: what it needs of the last good it has to buy.
        let drawn = Int(random.next() % UInt64(size.stages))
        let stage = region == 0 ? 0 : drawn
        let capacity = rounded(demand[region] * random.number(0.3...1.2))
        let capex = rounded(20 * Double(stage + 1) * random.number(0.6...1.5))
        let cost = rounded(4 * Double(stage + 1) * random.number(0.6...1.3))
        let lead = Int(random.next() % 3)
        let life = 5 + Int(random.next() % 16)
        rows.append(
          "P\(region + 1)-\(number + 1),make\(stage + 1),\(regions[region]),\(capacity),\(capex),\(cost),\(lead),\(life)"
        )
      }
    }
    return table(
      "project,process,region,max_capacity,capex,unit_cost,lead_years,life_years", rows: rows)
  }

  /// A wildcard row, then one for each good and pair of regions, by their distance on a square.
  private mutating func lanes() -> String {
    var places = (0..<size.regions).map { _ in (random.number(0...1), random.number(0...1)) }
    places[1] = (places[0].0, places[0].1 + 0.01)
    // One text from the start: a row of its own for each lane would take many times the memory.
    var text = "commodity,origin,destination,unit_cost,tariff\n*,*,*,20,\n"
    for good in goods {
      let tariff = random.number(0...0.05)
      for origin in 0..<size.regions {
        for destination in 0..<size.regions where origin != destination {
          let (a, b) = (places[origin], places[destination])
          let distance = ((a.0 - b.0) * (a.0 - b.0) + (a.1 - b.1) * (a.1 - b.1)).squareRoot()
          let cost = rounded((0.2 + 6 * distance) * random.number(0.8...1.2))
          text += "\(good),\(regions[origin]),\(regions[destination]),\(cost),\(tariff)\n"
        }
      }
    }
    return text
  }

  private mutating func stockpiles() -> String {
    var rows: [String] = []
    for region in 0..<size.regions where region % 2 == 0 {
      let stage = size.stages - 1 - Int(random.next() % 2)
      let initial = rounded(demand[region] * random.number(0.1...0.4))
      rows.append(
        "S\(region + 1),\(regions[region]),\(Self.good(stage)),\(initial),\(rounded(initial * 2)),0.5"
      )
    }
    return table("stockpile,region,commodity,initial,capacity,holding_cost", rows: rows)
  }

  /// The loss of each region, and of one stage in every other region.
  private func disruptions() -> String {
    var rows = regions.map { "loss-\($0),production,\($0),,0,6" }
    for region in stride(from: 0, to: size.regions - 1, by: 2) {
      let stage = (region / 2) % size.stages
      rows.append(
        "loss-\(regions[region])-stage\(stage + 1),production,\(regions[region]),make\(stage + 1),0,6"
      )
    }
    return table("disruption,effect,region,process,factor,months", rows: rows)
  }
}
