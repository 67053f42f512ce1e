/// Random numbers from a seed, the same on every machine (SplitMix64).
public struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  public init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number between two, with three decimals.
  public mutating func number(_ low: Double, _ high: Double) -> Double {
    (Double.random(in: low...high, using: &self) * 1000).rounded() / 1000
  }
}

/// A small supply network drawn from a seed: an ore, an oxide made from it, and demand for the oxide. R0 is home, R1
/// its cheap rival.
public enum RandomInstance {
  /// The instance's files.
  public static func files(seed: UInt64, isLumpy: Bool = false) -> [String: [UInt8]] {
    var numbers = SeededNumbers(seed: seed)
    let regions = (0..<Int.random(in: 3...5, using: &numbers)).map { "R\($0)" }
    var files: [String: String] = [
      "instance.yaml": """
      name: random-\(seed)
      currency: USD
      periods: [2020, 2021, {label: 2022-23, years: 2}]
      discount_rate: 0.05
      home: R0
      parameters: {rival: R1, focus: oxide}

      """,
      "regions.csv": "region\n" + regions.map { $0 + "\n" }.joined(),
      "blocs.csv": "bloc,region\nallies,R0\nallies,R2\n",
      "commodities.csv": "commodity,unit,price\nore,t,2\noxide,t,10\n",
      "processes.csv": "process,stage,output\nmine,mining,ore\nrefine,refining,oxide\n",
      "recipes.csv":
        "process,commodity,role,quantity\nrefine,ore,input,\(numbers.number(1.1, 2))\n",
      "stockpiles.csv": """
      stockpile,region,commodity,initial,capacity,holding_cost
      store,R0,oxide,\(numbers.number(5, 20)),\(numbers.number(40, 60)),\(numbers.number(0.01, 0.1))

      """,
    ]
    files["facilities.csv"] = facilities(regions, &numbers)
    files["lanes.csv"] = lanes(regions, &numbers)
    files["demands.csv"] = demands(regions, &numbers)
    files["projects.csv"] = projects(regions, isLumpy: isLumpy, &numbers)
    return files.mapValues { Array($0.utf8) }
  }

  private static func facilities(_ regions: [String], _ numbers: inout SeededNumbers) -> String {
    var text = "facility,process,region,capacity,unit_cost\n"
    for region in regions {
      // The rival is large and cheap; the others are small or have nothing.
      let size = region == "R1" ? 400.0 : 90.0
      let cost = region == "R1" ? 1.0 : 2.5
      for process in ["mine", "refine"] where region == "R1" || Bool.random(using: &numbers) {
        text += "\(region)-\(process),\(process),\(region),\(numbers.number(size / 2, size)),"
        text += "\(numbers.number(cost, 2 * cost))\n"
      }
    }
    return text
  }

  private static func lanes(_ regions: [String], _ numbers: inout SeededNumbers) -> String {
    var text = "commodity,origin,destination,unit_cost,capacity\n*,*,*,1.5,\n"
    for origin in regions {
      for destination in regions where origin != destination && Bool.random(using: &numbers) {
        let capacity =
          Int.random(in: 0..<4, using: &numbers) == 0 ? "\(numbers.number(10, 60))" : ""
        text += "oxide,\(origin),\(destination),\(numbers.number(0.5, 4)),\(capacity)\n"
      }
    }
    return text
  }

  private static func demands(_ regions: [String], _ numbers: inout SeededNumbers) -> String {
    var text = "region,commodity,period,quantity,shortage_cost\n"
    for region in regions where region == "R0" || Bool.random(using: &numbers) {
      text += "\(region),oxide,*,\(numbers.number(40, 90)),\(numbers.number(50, 200))\n"
    }
    return text
  }

  private static func projects(
    _ regions: [String], isLumpy: Bool, _ numbers: inout SeededNumbers
  ) -> String {
    var text =
      "project,process,region,max_capacity,capex,unit_cost,lead_years,fixed_cost,life_years\n"
    for region in regions where region != "R1" {
      for process in ["mine", "refine"] where Bool.random(using: &numbers) {
        let fixed = isLumpy ? "\(numbers.number(5, 50))" : ""
        text += "new-\(region)-\(process),\(process),\(region),\(numbers.number(20, 80)),"
        text += "\(numbers.number(5, 30)),\(numbers.number(1, 4)),1,\(fixed),10\n"
      }
    }
    return text
  }
}
