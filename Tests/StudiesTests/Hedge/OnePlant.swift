import Studies
import TestSupport

/// Home A needs 50 t of `g` in 2025 and in 2026. B sells it at 10. A plant at home has a running cost of 1, and costs 8 for a
/// ton a year and a life of two years: 4 a year, so that it saves 5 on each ton.
enum OnePlant {
  static let files: [String: String] = [
    "instance.yaml": """
    name: one-plant
    currency: USD
    periods: [2025, 2026]
    discount_rate: 0
    home: A

    """,
    "regions.csv": "region\nA\nB\n",
    "commodities.csv": "commodity,unit,price\ng,t,10\n",
    "processes.csv": "process,stage,output\np,make,g\n",
    "facilities.csv": "facility,process,region,capacity,unit_cost\nfb,p,B,1000,10\n",
    "lanes.csv": "commodity,origin,destination,unit_cost\n*,*,*,0\n",
    "demands.csv":
      "region,commodity,period,quantity,shortage_cost\nA,g,2025,50,1000\nA,g,2026,50,1000\n",
    "programmes.csv": "programme,payer,budget,share\nfund,A,400,1\n",
    "projects.csv":
      "project,process,region,max_capacity,capex,unit_cost,lead_years,life_years,earliest,latest,programme\n"
      + "plant,p,A,50,8,1,0,2,,,fund\n",
    "assumptions.csv":
      "assumption,table,where,column,low,high,distribution,source\n"
      + "price,facilities,facility=fb,unit_cost,0.2,2,uniform,assumption: made up\n",
    "model.yaml": "name: model\n",
    "none.yaml": "name: none\nprojects: none\n",
  ]

  /// A study of the plant. Variations are given as YAML mappings in braces.
  static func study(
    _ variations: [String], worlds: String = "", with further: [String: String] = [:]
  ) throws -> Study {
    var all = files
    all["study.yaml"] = """
      options: [{model: model.yaml, name: plan}, {model: none.yaml, name: wait}]
      \(variations.isEmpty ? "" : "variations: [\(variations.joined(separator: ", "))]")
      \(worlds)
      disruptions: none

      """
    return try HedgedStudy.read(all.merging(further) { $1 })
  }

  /// A variation in which one column of a table is changed.
  static func variation(
    _ name: String, _ table: String, _ column: String, _ change: String, _ further: String = ""
  ) -> String {
    "{name: \(name), edit: [{table: \(table), column: \(column), \(change)}]\(further)}"
  }
}
