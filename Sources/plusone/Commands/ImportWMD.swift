import ArgumentParser
import Importing

/// `plusone import wmd FILE… --into DIR`
struct ImportWMD: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "wmd",
    abstract: "Import facilities from World Mining Data of the Austrian ministry of finance.",
    discussion: """
      Reads the workbook of table 6.4 (production of mineral raw materials of individual countries by minerals), one sheet \
      for each mineral, as it is downloaded (.xlsx), or a sheet of it saved as CSV. The output of a country becomes the \
      capacity of a facility.

        plusone import wmd Nickel.csv --into my-nickel --home JPN
        plusone validate my-nickel

      A CSV file is named as its sheet, here `Nickel`. Without a map every sheet is a commodity in tons, made by \
      `mine_NAME`. A map names those that you want:

        home: JPN
        commodities:
          - {commodity: nickel, wmd: Nickel, unit: kt, unit_cost: 12}
          - {commodity: tungsten, wmd: Tungsten (W), process: mine_w, unit: t}
        regions: {ROW: others, AUS: AUS, IDN: IDN}

      With it, and without --home, since the map names home:

        plusone import wmd 6.4.xlsx --into mapped --map map.yaml

      Units are metr. t and kg, of what the sheet's name says: `Tungsten (W)` is in tons of metal, `Lithium (Li2O)` in tons \
      of oxide. Carats and cubic metres are left out. A blank cell or a dash is not known, and never becomes 0. If several \
      editions have a figure, that of the latest edition counts. The summary compares the figures with the totals of the \
      sheets. All rules: docs/importing.md.

      Exit status: 0 done; 64 wrong usage; 65 bad data; 66 a file is missing; 73 the folder has rows that disagree, \
      or cannot be written.
      """)

  @OptionGroup var options: ImportOptions

  @Option(help: "Which sheets are which commodities.", completion: .file(extensions: ["yaml"]))
  var map: String?

  func run() throws {
    try options.run(map: map) { map, target in
      try WorldMiningImport.run(
        files: options.files, map: map, years: options.wantedYears, home: options.home,
        target: target)
    }
  }
}
