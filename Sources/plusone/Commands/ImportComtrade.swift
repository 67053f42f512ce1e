import ArgumentParser
import Importing

/// `plusone import comtrade FILE… --into DIR --map MAP.yaml`
struct ImportComtrade: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "comtrade",
    abstract: "Import regions, flows and lanes from UN Comtrade.",
    discussion: """
      Reads CSV files from comtradeplus.un.org or its API (preview or bulk, HS, annual) and a map from HS codes to \
      commodities. A map.yaml:

        home: JPN
        commodities:
          - {commodity: compounds, hs: [284610, 284690], unit: t}
          - {commodity: metal, hs: 280530, unit: t}
        regions: {JPN: JPN, EUR: [DEU, FRA, ITA], ROW: others}

      Then:

        plusone import comtrade TradeData.csv --into my-rare-earths --map map.yaml
        plusone validate my-rare-earths

      `regions` joins countries (ISO 3166-1 alpha-3). With `others`, a country that is to be a region of its own, such \
      as home, is named too. `areas: {899: omit, 490: TWN}` gives a code of the UN a \
      region, or omits it. Units are kg, t, kt or Mt of net weight.

      If both countries report a flow, the importer's figure counts, because imports are recorded by country of \
      origin. If the importer reports no weight, the exporter's figure minus its re-exports counts. Totals for the \
      world and areas without a country are left out; the summary counts them. The unit cost of a lane is its unit \
      value: value divided by net weight.

      Exit status: 0 done; 64 wrong usage; 65 bad data; 66 a file is missing; 73 the folder has rows that disagree, \
      or cannot be written.
      """)

  @OptionGroup var options: ImportOptions

  @Option(help: "Which HS codes are which commodities.", completion: .file(extensions: ["yaml"]))
  var map: String

  func run() throws {
    try reportingErrors {
      let codes = try ImportMap.read(file: map)
      let target = try ImportTarget(folder: options.into)
      let imported = try options.reading {
        try ComtradeImport.run(
          files: options.files, map: codes, years: options.wantedYears, home: options.home,
          target: target)
      }
      try options.finish(imported, target)
    }
  }
}
