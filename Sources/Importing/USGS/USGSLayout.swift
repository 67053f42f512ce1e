import Tables

/// Where the columns of world production are in a file of the USGS. Each case is an edition of ``USGSColumns``, or two.
enum USGSLayout {
  /// A row has the production of several years. The unit is in the names of columns, such as `Prod_t_2021` and
  /// `Prod_t_est_2022`, or in a column of its own.
  case wide(WideColumns)
  /// Each row has one figure with its year and unit.
  case long(LongColumns)

  struct ProductionColumn {
    var place: Int
    /// Unit in the name of the column; empty if there is none.
    var unit: String
    var year: Int
  }

  struct WideColumns {
    var production: [ProductionColumn]
    var country, type: Int
    /// nil in a file for one mineral.
    var mineral, unit: Int?
  }

  struct LongColumns {
    var section, mineral, country, statistic, detail, unit, year, value: Int
  }

  /// nil if the file has no known layout, which is noted.
  init?(_ table: DownloadedTable, log: ProblemLog) {
    let production = Self.production(table)
    if let found = table.looselyNamed(USGSColumns.long.columns) {
      self = .long(
        LongColumns(
          section: found[0], mineral: found[1], country: found[2], statistic: found[3],
          detail: found[4], unit: found[5], year: found[6], value: found[7]))
    } else if !production.isEmpty, let found = table.looselyNamed(USGSColumns.wide.columns) {
      self = .wide(
        WideColumns(
          production: production, country: found[1], type: found[2], mineral: found[0],
          unit: found[3]))
    } else if !production.isEmpty, let country = table.looselyNamed(USGSColumns.country),
      let type = table.looselyNamed(USGSColumns.typeOfFile) ?? Self.unnamedType(table)
    {
      self = .wide(WideColumns(production: production, country: country, type: type))
    } else {
      log.add(Self.advice(table), file: table.csv.file, line: table.csv.headerLine)
      return nil
    }
  }

  /// Whether the file has figures of the United States only.
  static func isSalient(_ table: DownloadedTable) -> Bool {
    let edition = ColumnDefinition("DataSource", content: "text", "The edition.")
    return table.looselyNamed(edition) != nil && table.looselyNamed(USGSColumns.country) == nil
  }

  /// A column whose name is a kind of production, as in a file of 2024, in the place of the name `Type`.
  private static func unnamedType(_ table: DownloadedTable) -> Int? {
    table.csv.columns.firstIndex { $0.lowercased().contains(" production") }
  }

  private static func advice(_ table: DownloadedTable) -> String {
    let needed = USGSColumns.commodityFile.columns.filter { table.looselyNamed($0) == nil }
    var lacks = needed.map { DownloadedTable.plain($0.name) }
    if production(table).isEmpty { lacks.append("a production column such as Prod_t_2023") }
    return
      "not a world file of the USGS mineral commodity summaries: the header lacks \(lacks.joined(separator: ", "))"
  }

  /// `Prod_t_2021`, `Prod_kt_est_2022`, `Prod_Sponge_t_Est_2022`, `PROD_2023`, `PROD_EST_ 2024`.
  private static func production(_ table: DownloadedTable) -> [ProductionColumn] {
    table.csv.columns.enumerated().compactMap { place, name in
      let parts = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
      guard ["prod", "production"].contains(parts.first),
        let year = parts.last.flatMap({ Int($0) }), year > 1900
      else {
        return nil
      }
      let units = parts.dropFirst().dropLast().filter { $0 != "est" }
      return ProductionColumn(place: place, unit: units.last ?? "", year: year)
    }
  }
}

extension DownloadedTable {
  /// Where a column is, by the first of its names that the header has. Only letters and digits count, and not their
  /// case.
  func looselyNamed(_ definition: ColumnDefinition) -> Int? {
    definition.names.lazy.compactMap { name in
      csv.columns.firstIndex { lettersAndDigits($0) == lettersAndDigits(name) }
    }.first
  }

  /// Where columns are; nil if one of them is missing.
  func looselyNamed(_ definitions: [ColumnDefinition]) -> [Int]? {
    let found = definitions.compactMap(looselyNamed)
    return found.count == definitions.count ? found : nil
  }
}
