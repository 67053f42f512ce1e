package import Tables

/// Where the columns of a file of BACI are. Only the letters and digits of their names count.
package struct BACIColumns {
  let year, exporter, importer, code, value, weight: Int

  /// The columns that a file must have, in the order of the properties.
  package static let all = [
    ColumnDefinition("t", content: "a year", "The year of the trade."),
    ColumnDefinition(
      "i", content: "code of a country", "The country that exports, by its code in the release."),
    ColumnDefinition(
      "j", content: "code of a country", "The country that imports, by its code in the release."),
    ColumnDefinition(
      "k", "hs6", content: "HS code of six digits",
      "The goods. Codes that no `hs` begins are left out. A first 0 may be missing."),
    ColumnDefinition(
      "v", content: "number above 0", unit: "thousand USD",
      "The value, without the costs of transport. Blank, 0 or no number: not known."),
    ColumnDefinition(
      "q", content: "number above 0", unit: "t",
      "The weight. Blank, `NA`, 0 or no number: not known."),
  ]

  /// nil if the file lacks columns, which is noted.
  init?(_ table: DownloadedTable, log: ProblemLog) {
    let names = ColumnPlaces(table)
    let found = Self.all.compactMap(names.place)
    guard found.count == Self.all.count else {
      let missing = Self.all.filter { names.place($0) == nil }.map(\.name)
      log.add(
        "not a file of BACI: the header lacks \(missing.joined(separator: ", ")); \(Self.advice(names))",
        file: table.csv.file, line: table.csv.headerLine)
      return nil
    }
    (year, exporter, importer) = (found[0], found[1], found[2])
    (code, value, weight) = (found[3], found[4], found[5])
  }

  /// Whether the header of a table is that of a file of BACI.
  static func areIn(_ table: DownloadedTable) -> Bool {
    let names = ColumnPlaces(table)
    return all.allSatisfy { names.place($0) != nil }
  }

  private static func advice(_ names: ColumnPlaces) -> String {
    if names.place(BACICountryColumns.all[0]) != nil {
      return "it is a list of countries: name it with --countries"
    }
    return
      "name the files of a release as CEPII gives them, such as BACI_HS92_Y2024_V202401b.csv, with the columns t,i,j,k,v,q"
  }
}

/// Where the columns of the list of countries of a release of BACI are.
package struct BACICountryColumns {
  let code, name, iso: Int

  /// The columns that the list must have, in the order of the properties.
  package static let all = [
    ColumnDefinition(
      "country_code", content: "number", "The code of the country in the files of the release."),
    ColumnDefinition(
      "country_name", "country_name_full", content: "text",
      "Its name. It counts where ISO 3166-1 has no such country."),
    ColumnDefinition(
      "country_iso3", "iso_3digit_alpha", content: "text",
      "Its letters. They name the region where ISO 3166-1 has no such country."),
  ]

  /// nil if the file lacks columns, which is noted.
  init?(_ table: DownloadedTable, log: ProblemLog) {
    let names = ColumnPlaces(table)
    let found = Self.all.compactMap(names.place)
    guard found.count == Self.all.count else {
      let missing = Self.all.filter { names.place($0) == nil }.map(\.name)
      log.add(
        "not the list of countries of a release of BACI: the header lacks \(missing.joined(separator: ", ")); it is in the archive of the release, such as country_codes_V202401b.csv",
        file: table.csv.file, line: table.csv.headerLine)
      return nil
    }
    (code, name, iso) = (found[0], found[1], found[2])
  }
}
