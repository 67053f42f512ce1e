import Foundation
import TestSupport

/// Projects of 2 units each, which must make 15 with money for 15 units: that there is no plan is not proven.
enum OddProjects {
  private static let count = 11
  static let question = ["odd", "--model", "odd/model.yaml"]

  static func write(to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let projects = (1...count).map { "p\($0),make,A,2,2,1,0,1\n" }.joined()
    let files = [
      "instance.yaml":
        "name: odd\ntitle: Odd\ncurrency: USD\nperiods: [2025]\ndiscount_rate: 0.05\nhome: A\n",
      "regions.csv": "region\nA\n",
      "commodities.csv": "commodity,unit,price\ng,t,10\n",
      "processes.csv": "process,stage,output\nmake,make,g\n",
      "projects.csv":
        "project,process,region,min_capacity,max_capacity,capex,lead_years,unit_cost\n\(projects)",
      "demands.csv": "region,commodity,period,quantity,shortage_cost\nA,g,*,15,1000\n",
      "model.yaml": """
      name: odd
      parameters: {spent: 15}
      goals:
        - {kind: capex, at_most: $spent}
        - {kind: service, of: A, commodity: g, at_least: 100%}

      """,
    ]
    try TestSupport.write(files.mapValues { Array($0.utf8) }, to: folder)
  }
}

/// Two regions that are never hit together, and one that is never hit and has no stockpile.
enum Islands {
  static func write(to folder: URL) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let files = [
      "instance.yaml":
        "name: islands\ntitle: Three islands\ncurrency: USD\nperiods: [2030]\ndiscount_rate: 0.05\nhome: trio\n",
      "regions.csv": "region\nEAST\nWEST\nNORTH\n",
      "blocs.csv": "bloc,region\ntrio,EAST\ntrio,WEST\ntrio,NORTH\n",
      "commodities.csv": "commodity,unit,price\noil,t,10\n",
      "processes.csv": "process,stage,output\nwell,well,oil\n",
      "facilities.csv":
        "facility,process,region,capacity,unit_cost\neast-well,well,EAST,120,1\nwest-well,well,WEST,120,1\nnorth-well,well,NORTH,120,1\n",
      "lanes.csv": "commodity,origin,destination,unit_cost\noil,*,*,5\n",
      "demands.csv": "region,commodity,period,quantity,shortage_cost\n*,oil,*,120,100\n",
      "stockpiles.csv":
        "stockpile,region,commodity,initial,capacity,holding_cost\neast,EAST,oil,5,100,0.5\nwest,WEST,oil,5,100,0.5\n",
      "disruptions.csv":
        "disruption,effect,region,factor,months\nquake,production,EAST,0,12\nstorm,production,WEST,0,12\n",
      "model.yaml": "name: as-is\nstress: {horizon_months: 12, reroute_months: 12}\n",
    ]
    try TestSupport.write(files.mapValues { Array($0.utf8) }, to: folder)
  }
}
