import Foundation
import TestSupport

/// The instance that `plusone new` makes, with disruptions, history, assumptions, and names that a page must show as text.
enum SmallInstance {
  /// Makes the instance `small` in a folder.
  static func write(to folder: URL) throws {
    _ = try run(executableURL, ["new", "small"], in: folder)
    let tables = [
      "disruptions.csv": """
      disruption,effect,region,commodity,process,partner,factor,months,probability
      stop,exports,RIVAL,magnets,,,0,9,0.1
      slow,exports,RIVAL,oxide,,,0.5,6,0.2

      """,
      "assumptions.csv": """
      assumption,table,where,column,mode,low,high,distribution,title,basis,source
      cost,facilities,facility=home_magnets,unit_cost,multiply,0.5,2,uniform,"Cost at home ]]> <script>alert(1)</script>",assumption,made up
      price,lanes,commodity=oxide;origin=ALLY,unit_cost,add,-1,5,triangular,"Price of an ally's \\"oxide\\" שלום 🧲",assumption,made up

      """,
      "regions.csv": """
      region,name,latitude,longitude,risk
      ALLY,"Ally <b>&amp;</b> 🤝",50,10,0.1
      HOME,"Home </script><script>alert(2)</script>",35,139,0
      RIVAL,"יריב Rival ]]> 'quoted'",40,110,0.6

      """,
      "history.csv": """
      commodity,origin,destination,period,quantity
      magnets,RIVAL,HOME,2025,70
      magnets,HOME,HOME,2025,30
      magnets,RIVAL,HOME,2026,60
      magnets,HOME,HOME,2026,40

      """,
      "study.yaml": """
      name: small
      instance: .
      options:
        - {model: model.yaml, name: half, set: {cap: 50%}}
        - {model: model.yaml, name: most, set: {cap: 90%}}
      variations:
        - name: dear
          edit: [{table: lanes, where: {commodity: oxide}, column: unit_cost, multiply: 2}]
      disruptions: all
      worlds: {samples: 8, seed: 3}

      """,
      "game.csv": """
      coalition,value
      North,6
      South,5
      North;South,9

      """,
    ]
    for (name, text) in tables {
      try Data(text.replacing("\\\"", with: "\"\"").utf8)
        .write(to: folder.appending(path: name == "game.csv" ? name : "small/\(name)"))
    }
  }
}
