package import Tables

/// The columns of world production in the USGS mineral commodity summaries. They differ from edition to edition.
package enum USGSColumns: CaseIterable, Sendable {
  /// One file for each commodity (2022 to 2024), such as `mcs2024-raree_world.csv`.
  case commodityFile
  /// One file for all commodities with a column for each year (2025).
  case wide
  /// One file for all commodities with a row for each figure (2026).
  case long

  static let country = ColumnDefinition(
    "Country", content: "English name, a footnote sign after it is ignored",
    "The country. World totals are left out, and remainders such as `Other countries` too, unless `areas` of the map "
      + "gives them a region.")
  static let type = ColumnDefinition(
    "Type", content: "text",
    "What is counted, such as `Mine production`. `type` of the map selects by it.")
  static let typeOfFile = ColumnDefinition(
    "Type", "Form", content: "text",
    "What is counted, such as `Mine production`. `type` of the map selects by it. A file may have the kind of production "
      + "in the place of this name.")
  static let mineral = ColumnDefinition(
    "Commodity", content: "text", "The mineral. `usgs` of the map selects by it.")
  static let rowUnit = ColumnDefinition(
    "Unit_meas", "Unit", content: "unit of weight, such as `thousand metric tons`",
    "The unit of the figures. Rows with other units are left out.")
  static let section = ColumnDefinition(
    "Section", content: "text", "Only rows whose section starts with `World` are read.")
  static let statistic = ColumnDefinition(
    "Statistics", content: "text", "Only rows with `Production` are read.")
  static let detail = ColumnDefinition(
    "Statistics_detail", content: "text",
    "What is counted, such as `Mine production`. `type` of the map selects by it.")
  static let unit = ColumnDefinition(
    "Unit", content: "unit of weight, such as `metric tons`",
    "The unit of the figure. Rows with other units are left out.")
  static let year = ColumnDefinition("Year", content: "a year", "The year of the figure.")
  static let value = ColumnDefinition(
    "Value", content: figure, unit: "as `Unit` says", "The production.")

  private static let figure =
    "number; `W`, `NA`, blanks and other texts are no figures; a dash is 0; `>`, `<` and `less than ½` mark bounds"

  /// The columns that a file must have, production by year aside.
  package var columns: [ColumnDefinition] {
    switch self {
    case .commodityFile: [Self.country, Self.typeOfFile]
    case .wide: [Self.mineral, Self.country, Self.type, Self.rowUnit]
    case .long:
      [
        Self.section, Self.mineral, Self.country, Self.statistic, Self.detail, Self.unit, Self.year,
        Self.value,
      ]
    }
  }

  /// The columns of production by year, of which a file has at least one; nil if a file has none.
  package var production: ColumnDefinition? {
    switch self {
    case .commodityFile:
      ColumnDefinition(
        "Prod_t_2023", "Prod_kt_est_2023", content: Self.figure, unit: "as the name says",
        "The production of the year in the name: `Prod`, a unit (kg, t, kt, Mt or mmt), perhaps `est`, the year."
      )
    case .wide:
      ColumnDefinition(
        "Prod_2023", "Prod_est_2024", content: Self.figure, unit: "as `Unit_meas` says",
        "The production of the year in the name: `Prod`, perhaps `est`, the year.")
    case .long: nil
    }
  }
}
