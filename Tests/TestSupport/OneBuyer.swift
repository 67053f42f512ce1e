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

  /// Published figures: two that hold in the plan without goals, one that does not, and one that neither the plan nor
  /// the instance has.
  public static let checks = """
    check,kind,commodity,region,partner,period,published,tolerance,source
    from-b,supply_share,g,A,B,2025,0.9,,yearbook 2025
    used,demand,g,A,,2025,52,,yearbook 2025
    cost,price,g,A,,2025,1.1,0.01,
    of-c,lookthrough_share,g,C,B,2025,0.5,,

    """

  /// Writes the instance to a folder, with one goal in `model.yaml`.
  public static func write(
    to folder: URL, goal: String, with further: [String: String] = [:]
  ) throws {
    var files = files.merging(further) { $1 }
    files["model.yaml"] = "name: m\ngoals:\n  - {\(goal)}\n"
    try TestSupport.write(files.mapValues { Array($0.utf8) }, to: folder)
  }
}
