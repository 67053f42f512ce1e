import Foundation
import TestSupport

/// ``ThreeRegions`` with assumptions on the cost of B's metal and on demand, and a store for commands that need one.
enum MovedRegions {
  static let changes = [
    "assumptions.csv": """
    assumption,table,where,column,low,high,mode,title,source
    dear,facilities,facility=fc,unit_cost,0.5,2,multiply,What metal costs in C,assumption: made up
    growth,demands,,quantity,-2,10,add,Demand,assumption: made up
    loss,disruptions,disruption=ban,months,1,2,multiply,,assumption: made up

    """,
    "stockpiles.csv": "stockpile,region,commodity,initial,capacity\ns,A,metal,0,20\n",
    "blocs.csv": "bloc,region\ntwo,A\ntwo,C\n",
    "history.csv": "commodity,origin,destination,period,quantity\nmetal,C,A,2023,10\n",
    "observed.csv": "commodity,origin,destination,period,quantity\nmetal,C,A,2024,10\n",
    "instance.yaml": ThreeRegions.files["instance.yaml", default: ""]
      .replacing("[2025]", with: "[2023, 2024, 2025]"),
    "world.yaml": """
    name: world
    parameters: {dear: 1}
    assumptions: {at: {dear: $dear}, high: [growth]}
    goals:
      - {kind: reliance, upon: B, commodity: metal, at_most: 0, by: last}

    """,
  ]

  /// A folder with the instance in `instance`.
  static func with(_ body: (URL) throws -> Void) throws {
    try ThreeRegions.with(changes, body)
  }

  /// A study of the model without and with its assumptions.
  static let study = """
    name: worlds
    instance: instance
    options:
      - {model: instance/model.yaml, name: plain}
      - {model: instance/world.yaml, name: dear}
    variations:
      - name: little
        edit: [{table: demands, column: quantity, multiply: 0.5}]

    """
}
