import ArgumentParser
import Importing

/// `plusone import baci FILE… --countries FILE --into DIR --map MAP.yaml`
struct ImportBACI: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baci",
    abstract: "Import regions, flows and lanes from BACI, the trade database of CEPII.",
    discussion: """
      Reads the files of a release of BACI as CEPII gives them, one for each year (columns t,i,j,k,v,q), and a map from HS \
      codes to commodities. A map.yaml:

        home: JPN
        commodities:
          - {commodity: compounds, hs: [284610, 284690], unit: t}
          - {commodity: metal, hs: 280530, unit: t}
        regions: {EUR: [DEU, FRA, ITA], ROW: others}

      Then:

        plusone import baci BACI_HS92_Y2023_V202401b.csv BACI_HS92_Y2024_V202401b.csv --countries country_codes_V202401b.csv --into my-metals --map map.yaml
        plusone validate my-metals

      BACI has one figure for each flow, which reconciles what exporter and importer report to the UN, for all countries of \
      the world. All files of a command are of one edition of the HS, which is in their names; choose the edition in \
      which the codes of your map are. A code of two or four digits stands for all codes that it begins. Files can be of \
      any size: only the rows of the map's codes are kept. Any order of years and files gives the same tables.

      A weight that BACI does not have is estimated from the value, and the row says `assumption:`. The unit cost of a lane \
      is its unit value of the latest year, without the costs of transport. Regions, `areas`, prices and all that a plan \
      needs beside flows are as for `plusone import comtrade`. All rules: docs/importing.md.

      Exit status: 0 done; 64 wrong usage; 65 bad data; 66 a file is missing; 73 the folder has rows that disagree, \
      or cannot be written.
      """)

  @OptionGroup var options: ImportOptions

  @Option(
    help:
      "The list of countries of the release (default: country_codes*.csv in the folder of the first file).",
    completion: .file(extensions: ["csv"]))
  var countries: String?

  @Option(help: "Which HS codes are which commodities.", completion: .file(extensions: ["yaml"]))
  var map: String

  func run() throws {
    try options.run(map: map) { map, target in
      guard
        let list = countries
          ?? options.files.first.flatMap({
            BACIImport.listOfCountries(beside: $0)
          })
      else {
        throw ValidationError(
          "name the list of countries of the release with --countries, such as country_codes_V202401b.csv"
        )
      }
      return try BACIImport.run(
        files: options.files, countries: list, map: map, years: options.wantedYears,
        home: options.home, target: target)
    }
  }
}
