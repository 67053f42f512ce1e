import ArgumentParser
import Importing

/// `plusone import usgs FILE… --into DIR`
struct ImportUSGS: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "usgs",
    abstract:
      "Import facilities from the mineral commodity summaries of the U.S. Geological Survey.",
    discussion: """
      Reads the files of world production from the data releases: one for each commodity (2022-2024, such as \
      mcs2024-raree_world.csv), one for all (2025), or the long one (2026). The output of a mine becomes its capacity.

        plusone import usgs mcs2024-raree_world.csv --into my-ores --home JPN
        plusone validate my-ores

      A file for one commodity may not name the mineral; then it is the code in the name of the file, here `raree`. \
      Without a map every mineral in the files is a commodity in tons, made by `mine_NAME`. A map names those that you want:

        home: JPN
        commodities:
          - {commodity: ore, usgs: raree, process: mine_ree, unit: t, unit_cost: 4}
          - {commodity: cobalt, usgs: Cobalt, type: Refinery production, unit: kt}
        areas: {Other countries: ROW}

      With it, and without --home, since the map names home:

        plusone import usgs mcs2024-raree_world.csv --into mapped --map map.yaml

      W (withheld), NA, blanks, other texts and world totals are left out; the summary counts them. A bound such as >95 \
      is read as 95, with a note. If several editions have a figure, that of the latest edition counts. If a country \
      has two statistics for a year that are no parts of a whole, such as the weight of the ore and of the metal in it, \
      `type` must choose one; the error lists them. The summary compares the figures with the world total.

      Exit status: 0 done; 64 wrong usage; 65 bad data; 66 a file is missing; 73 the folder has rows that disagree, \
      or cannot be written.
      """)

  @OptionGroup var options: ImportOptions

  @Option(help: "Which minerals are which commodities.", completion: .file(extensions: ["yaml"]))
  var map: String?

  func run() throws {
    try options.run(map: map) { map, target in
      try USGSImport.run(
        files: options.files, map: map, years: options.wantedYears, home: options.home,
        target: target)
    }
  }
}
