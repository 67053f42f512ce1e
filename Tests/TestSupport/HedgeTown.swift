public import Foundation

/// A town that buys 50 t a year abroad and may make 60 t itself from the year after an order: for questions about what
/// to order now. In 2028 at most half may come from abroad.
public enum HedgeTown {
  /// The instance and its model.
  public static let files: [String: String] = [
    "instance.yaml": """
    name: town
    title: A town
    currency: USD
    periods: [2026, 2027, 2028]
    discount_rate: 0.05
    home: A

    """,
    "regions.csv": "region\nA\nB\n",
    "commodities.csv": "commodity,unit,price\ng,t,10\n",
    "processes.csv": "process,stage,output\nmake,make,g\n",
    "facilities.csv": "facility,process,region,capacity,unit_cost\nfb,make,B,100,1\n",
    "lanes.csv": "commodity,origin,destination,unit_cost\ng,B,A,1\n",
    "projects.csv":
      "project,process,region,max_capacity,capex,unit_cost,lead_years\np,make,A,60,5,2,1\n",
    "demands.csv": "region,commodity,period,quantity,shortage_cost\nA,g,*,50,1000\n",
    "assumptions.csv":
      "assumption,table,column,low,high,title,source\ndear,projects,capex,0.8,2,Cost of plants,made up\n",
    "model.yaml": """
    name: half
    parameters: {cap: 50%}
    goals:
      - {kind: reliance, of: A, upon: B, commodity: g, at_most: $cap, in: 2028}
      - {kind: service, of: A, commodity: g, at_least: 100%, in: 2028}

    """,
  ]

  /// A variation in which a plant takes two years, so that it must be ordered in 2026.
  public static let late =
    "  - {name: late, probability: 20%, edit: [{table: projects, column: lead_years, set: 2}]}\n"
  /// A variation in which a plant may be ordered from 2027 on only.
  public static let shut =
    "  - {name: shut, edit: [{table: projects, column: earliest, set: 2027}]}\n"
  /// Both at once: no plan meets the goals.
  public static let never =
    "  - {name: never, edit: [{table: projects, column: lead_years, set: 2}, "
    + "{table: projects, column: earliest, set: 2027}]}\n"

  /// Writes the instance to the folder `town` and a study to `study.yaml` beside it. Its options are `half` and `tenth`.
  ///
  /// - Parameters:
  ///   - folder: where both are written.
  ///   - variations: texts of variations.
  ///   - further: further keys of the study.
  public static func write(to folder: URL, _ variations: [String], further: String = "") throws {
    let town = folder.appending(path: "town")
    try FileManager.default.createDirectory(at: town, withIntermediateDirectories: true)
    try TestSupport.write(files.mapValues { Array($0.utf8) }, to: town)
    let listed = variations.isEmpty ? "" : "variations:\n" + variations.joined()
    let study = """
      name: doubt
      instance: town
      options:
        - {model: town/model.yaml, name: half}
        - {model: town/model.yaml, name: tenth, set: {cap: 10%}}
      disruptions: none
      \(listed)\(further)
      """
    try TestSupport.write(["study.yaml": Array(study.utf8)], to: folder)
  }
}
