public import Foundation

/// Trade of a small country with two suppliers, and an instance of it: China's deliveries of metal fall by 80 % in 2025,
/// and Australia's have become dear.
public enum WatchedTrade {
  /// The map: metal is a commodity of the instance, ore is not.
  public static let map = """
    home: JPN
    commodities:
      - {commodity: metal, name: Rare-earth metals, hs: 280530, unit: t}
      - {commodity: ore, hs: 284690, unit: t}
      - {commodity: nothing, hs: 284610, unit: t}

    """

  /// The files of the excerpt of BACI in `Tests/Downloads/baci`, 2005 to 2024, with the option for its countries.
  public static let baci: [String] = {
    let folder = TestPaths.package.appending(path: "Tests/Downloads/baci").path
    return (2005...2024).map { "\(folder)/BACI_HS92_Y\($0)_V202401b.csv" }
      + ["--countries", "\(folder)/country_codes_V202401b.csv"]
  }()

  /// The map of the excerpt of BACI for the instance `japan-rare-earths`.
  public static let rareEarthMap = """
    home: JPN
    commodities:
      - {commodity: ndpr_metal, name: Rare-earth metals, hs: 280530, unit: t}
      - {commodity: ndpr_oxide, name: Rare-earth compounds, hs: 284690, unit: t}
      - {commodity: lace_oxide, name: Cerium compounds, hs: 284610, unit: t}

    """

  /// UN Comtrade by years, 2016 to 2025.
  public static let trade: String = {
    var rows = "refYear,reporterCode,flowCode,partnerCode,cmdCode,netWgt,primaryValue\n"
    for year in 2016...2025 {
      let wave = 1 + 0.02 * Double(year % 3)
      let (china, australia) = (year == 2025 ? 9000 : 45000 * wave, 5000 * wave)
      let dear = year == 2025 ? 6.0 : 1
      for (partner, code, weight, price) in [
        (156, 280530, china, 20.0), (36, 280530, australia, 25 * dear / wave),
        (156, 284690, 8000 * wave, 4), (36, 284690, 7000 * wave, 5),
      ] {
        rows += "\(year),392,M,\(partner),\(code),\(Int(weight)),\(Int(weight * price))\n"
      }
      // China reports much more of its metal than Japan does.
      rows += "\(year),156,X,392,280530,\(Int(2 * china)),\(Int(2 * china * 20))\n"
    }
    return rows
  }()

  /// The instance: Japan takes metal from China and Australia, has a stock, a contract and a project.
  public static let instance: [String: String] = [
    "instance.yaml": """
    name: watched
    title: Watched trade
    currency: USD million
    periods: [2025, 2026, 2027]
    discount_rate: 0.05
    home: JPN
    parameters: {rival: CHN}

    """,
    "regions.csv": "region,name,risk\nJPN,Japan,0.2\nCHN,China,0.6\nAUS,Australia,0.2\n",
    "commodities.csv": "commodity,name,unit,price\nmetal,Rare-earth metals,t,0.02\n",
    "processes.csv": "process,stage,output\nmelt,metal,metal\n",
    "facilities.csv":
      "facility,process,region,capacity,unit_cost\nfchn,melt,CHN,100,0.01\nfaus,melt,AUS,15,0.02\n",
    "lanes.csv": "commodity,origin,destination,unit_cost\n*,*,*,0.001\n",
    "demands.csv":
      "region,commodity,period,quantity,shortage_cost\nJPN,metal,*,50,1\nAUS,metal,*,5,1\n",
    "projects.csv":
      "project,process,region,max_capacity,capex,unit_cost,lead_years\nplant,melt,JPN,20,0.01,0.005,1\n",
    "stockpiles.csv": "stockpile,region,commodity,initial,capacity\nreserve,JPN,metal,2,2\n",
    "contracts.csv":
      "contract,commodity,origin,destination,quantity,price\nagreed,metal,AUS,JPN,3,0.03\n",
    "model.yaml": """
    name: less
    goals:
      - {kind: largest_source, commodity: metal, at_most: 80%}

    """,
    "blocs.csv": "bloc,region\nothers,CHN\nothers,AUS\n",
  ]

  /// Watches the trade and prices its alerts.
  public static let command = [
    "watch", "trade.csv", "--map", "map.yaml", "--instance", "watched", "--model",
    "watched/model.yaml",
  ]

  /// Writes `trade.csv`, `map.yaml` and the instance `watched` with its model.
  public static func write(to folder: URL) throws {
    let watched = folder.appending(path: "watched")
    try FileManager.default.createDirectory(at: watched, withIntermediateDirectories: true)
    try TestSupport.write(instance.mapValues { Array($0.utf8) }, to: watched)
    try TestSupport.write(
      ["trade.csv": Array(trade.utf8), "map.yaml": Array(map.utf8)], to: folder)
  }
}
