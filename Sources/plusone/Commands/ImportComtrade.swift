import ArgumentParser
import Importing

/// `plusone import comtrade FILE… --into DIR --map MAP.yaml`
struct ImportComtrade: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "comtrade",
    abstract: "Import regions, flows and lanes from UN Comtrade.",
    discussion: """
      Reads CSV files from comtradeplus.un.org or its API (preview, full or bulk), from the older comtrade.un.org, and \
      tidy copies of them (HS, years or months), and a map from HS codes to commodities. A map.yaml:

        home: JPN
        commodities:
          - {commodity: compounds, hs: [284610, 284690], unit: t}
          - {commodity: metal, hs: 280530, unit: t}
        regions: {EUR: [DEU, FRA, ITA], ROW: others}

      Then:

        plusone import comtrade TradeData.csv --into my-rare-earths --map map.yaml
        plusone validate my-rare-earths

      `regions` joins countries (ISO 3166-1 alpha-3). Home and the regions that `areas` names are never among the \
      `others`; any other country that is to be a region of its own is named too. `areas: {899: omit, 849: USA}` gives a \
      code of the UN a region, or omits it. Units are kg, t, kt or Mt of net weight.

      The months of a year are added up where the files have no annual figure of a flow and all 12 months of its \
      reporter; a year that lacks months is left out, and the summary says so. Files may be of any size, and pipes such as \
      /dev/stdin.

      If both countries report a flow, the importer's figure counts, because imports are recorded by country of \
      origin. If the importer reports no weight, the exporter's figure minus its re-exports counts. If nobody does, the \
      weight is estimated from the value, and the row says `assumption:`. Cells that cannot be read, and codes that are \
      not known, are counted and end nothing. The summary says how much of the value of imports is kept, by the row for \
      the world. The unit cost of a lane is its unit value of the latest year: value divided by net weight. The price is \
      the median unit value (half of the quantity has at most this value), and the shortage cost ten times as much. All \
      rules: docs/importing.md.

      Exit status: 0 done; 64 wrong usage; 65 bad data; 66 a file is missing; 73 the folder has rows that disagree, \
      or cannot be written.
      """)

  @OptionGroup var options: ImportOptions

  @Option(help: "Which HS codes are which commodities.", completion: .file(extensions: ["yaml"]))
  var map: String

  func run() throws {
    try options.run(map: map) { map, target in
      try ComtradeImport.run(
        files: options.files, map: map, years: options.wantedYears, home: options.home,
        target: target)
    }
  }
}
