import ArgumentParser
import Importing

/// `plusone import comtrade FILE… --into DIR --map MAP.yaml`
struct ImportComtrade: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "comtrade",
    abstract: "Regions, flows and lanes from UN Comtrade.",
    discussion: """
      Takes CSV files as comtradeplus.un.org and the API hand them out (preview or bulk, HS, annual) and a map \
      from HS codes to commodities. A map.yaml:

        home: JPN
        commodities:
          - {commodity: compounds, hs: [284610, 284690], unit: t}
          - {commodity: metal, hs: 280530, unit: t}
        regions: {EUR: [DEU, FRA, ITA], ROW: others}

      Then:

        plusone import comtrade TradeData.csv --into my-rare-earths --map map.yaml
        plusone validate my-rare-earths

      `regions` joins countries (ISO 3166-1 alpha-3); `areas: {899: omit, 490: TWN}` says what a code of the UN \
      means. Units are kg, t, kt or Mt of net weight.

      Of a flow that both sides report the importer's figure counts, since imports are recorded by country of \
      origin; the exporter's, less its re-exports, where the importer tells no weight. Totals for the world \
      and areas without a country are left out and counted. A lane costs its unit value: value over net weight.

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
      let imported = try ComtradeImport.run(
        files: options.files, map: codes, years: options.wantedYears, home: options.home,
        target: target)
      try options.finish(imported, target)
    }
  }
}
