package import Tables

/// The columns of a sheet of World Mining Data, in its workbook or saved as CSV.
package enum WorldMiningColumns {
  static let country = ColumnDefinition(
    "Country", content: "English name",
    "The country. `Total` is compared with the sum of the others.")
  static let unit = ColumnDefinition(
    "unit", content: "`metr. t`, `kg` or another unit of weight",
    "The unit of the figures. Rows with other units, such as `ct` and `Mio m3`, are left out.")
  static let year = ColumnDefinition(
    "2022", "2023", content: "number; blank or a dash: not known", unit: "as `unit` says",
    "The production of the year in the name. A file has such a column for each year.")
  static let source = ColumnDefinition(
    "data source", isRequired: false, content: "`r`, `e` or `p`",
    "Whether the figure of the last year is reported, an estimate or provisional.")

  /// All columns in the order of a sheet.
  package static let all: [ColumnDefinition] = [country, unit, year, source]
}
