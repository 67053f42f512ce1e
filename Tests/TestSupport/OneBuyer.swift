public import Foundation

/// An instance in which A buys 50 t a year of `g`: from B, which is cheapest, or from C.
public enum OneBuyer {
  public static let files: [String: String] = [
    "instance.yaml": """
    name: one-buyer
    title: One buyer
    currency: USD
    periods: [2025]
    discount_rate: 0.05
    home: A

    """,
    "regions.csv": "region\nA\nB\nC\n",
    "commodities.csv": "commodity,unit,price\ng,t,10\n",
    "processes.csv": "process,stage,output\np,make,g\n",
    "facilities.csv": "facility,process,region,capacity,unit_cost\nfb,p,B,100,1\nfc,p,C,100,2\n",
    "lanes.csv": "commodity,origin,destination,unit_cost\n*,*,*,0.1\n",
    "demands.csv": "region,commodity,period,quantity,shortage_cost\nA,g,*,50,1000\n",
  ]

  /// History in the only period.
  public static let history = "commodity,origin,destination,period,quantity\ng,B,A,2025,50\n"

  /// Writes the instance to a folder, with one goal in `model.yaml`.
  public static func write(
    to folder: URL, goal: String, with further: [String: String] = [:]
  ) throws {
    var files = files.merging(further) { $1 }
    files["model.yaml"] = "name: m\ngoals:\n  - {\(goal)}\n"
    try TestSupport.write(files.mapValues { Array($0.utf8) }, to: folder)
  }
}
