import Games
import Importing
import Tables

/// The tables that are no part of an instance for the page on formats, from the definitions by which they are read.
enum OtherFilesPage {
  static var text: String {
    var sections = [
      section(
        "The file of `plusone split`",
        "A game: what each coalition of members saves, or pays, by itself. Every coalition has one row. "
          + "A game has at most \(CooperativeGame.memberLimit) members.", GameColumns.all),
      section(
        "The file of `plusone split --weights`",
        "The weights of the members for the split in proportion, one row for each member.",
        WeightColumns.all),
      section(
        "Files of UN Comtrade",
        "The trade data that `plusone import comtrade` reads, as comtradeplus.un.org, the older comtrade.un.org and their "
          + "APIs give them. Of the names of columns only letters and digits count: `ref_year` is `refYear`. The first of several "
          + "names that a file has counts. Files may have further columns. The rules are in [importing.md](importing.md).",
        ComtradeColumns.all),
      section(
        "Files of BACI",
        "The trade data that `plusone import baci` reads, as CEPII gives them: one file for each year, such as "
          + "`BACI_HS92_Y2024_V202401b.csv`. Files may have further columns. The rules are in [importing.md](importing.md#baci).",
        BACIColumns.all),
      section(
        "The list of countries of BACI",
        "What the codes of countries in the files of a release mean, such as `country_codes_V202401b.csv`. The list may have "
          + "further columns.", BACICountryColumns.all),
    ]
    for edition in USGSColumns.allCases {
      sections.append(
        section(
          heading(edition), meaning(edition) + " Files may have further columns.",
          edition.columns + [edition.production].compactMap(\.self)))
    }
    sections.append(
      section(
        "Sheets of World Mining Data",
        "The sheets of table 6.4, production of mineral raw materials of individual countries by minerals, in the workbook or "
          + "saved as CSV. `plusone import wmd` reads them. Lines above the header and below the rows do no harm, nor do further columns.",
        WorldMiningColumns.all))
    return sections.joined(separator: "\n\n")
  }

  private static func heading(_ edition: USGSColumns) -> String {
    switch edition {
    case .commodityFile: "USGS files for one mineral"
    case .wide: "The USGS file with a column for each year"
    case .long: "The USGS file with a row for each figure"
    }
  }

  private static func meaning(_ edition: USGSColumns) -> String {
    switch edition {
    case .commodityFile:
      "World production in the editions of 2022 to 2024 of the Mineral Commodity Summaries, "
        + "such as `mcs2024-raree_world.csv`. `plusone import usgs` reads it."
    case .wide: "World production in the edition of 2025. `plusone import usgs` reads it."
    case .long: "World production in the edition of 2026. `plusone import usgs` reads it."
    }
  }

  private static func section(
    _ heading: String, _ meaning: String, _ columns: [ColumnDefinition]
  ) -> String {
    var grid = FormatGrid("column", "needed", "value", "unit", "meaning")
    for column in columns {
      grid.add(
        FormatWords.alternatives(column.names.map(FormatWords.code)),
        column.isRequired ? "yes" : "no", column.content, column.unit, column.meaning)
    }
    return ["### \(heading)", meaning, grid.text].joined(separator: "\n\n")
  }
}
