import Tables

/// How an edition of the mineral commodity summaries' data release lays out world production. Columns are
/// found by pattern, since their names change each year.
enum USGSLayout {
  /// One file a commodity, the unit in the names of columns: `Prod_t_2021`, `Prod_t_est_2022` (2022–2024).
  case commodityFile([ProductionColumn], country: Int, type: Int)
  /// One file for all, a row a country: `UNIT_MEAS`, `PROD_2023`, `PROD_EST_ 2024` (2025).
  case wide([ProductionColumn], mineral: Int, country: Int, type: Int, unit: Int)
  /// One file for all, a row a figure (2026).
  case long(LongColumns)

  struct ProductionColumn {
    var place: Int
    /// Empty where the column's name has none.
    var unit: String
    var year: Int
  }

  struct LongColumns {
    var section, mineral, country, statistic, detail, unit, year, value: Int
  }

  /// nil, which is noted, where the file is none of these.
  init?(_ table: DownloadedTable, log: ProblemLog) {
    let (country, mineral) = (table.column("country"), table.column("commodity"))
    let (type, production) = (table.column("type"), Self.production(table))
    if let section = table.column("section"), let mineral, let country,
      let statistic = table.column("statistics"), let detail = table.column("statistics_detail"),
      let unit = table.column("unit"), let year = table.column("year"),
      let value = table.column("value")
    {
      self = .long(
        LongColumns(
          section: section, mineral: mineral, country: country, statistic: statistic,
          detail: detail, unit: unit, year: year, value: value))
    } else if let country, let type, let mineral, let unit = table.column("unit_meas", "unit"),
      !production.isEmpty
    {
      self = .wide(production, mineral: mineral, country: country, type: type, unit: unit)
    } else if let country, let type, !production.isEmpty {
      self = .commodityFile(production, country: country, type: type)
    } else {
      log.add(Self.advice(table), file: table.csv.file, line: table.csv.headerLine)
      return nil
    }
  }

  private static func advice(_ table: DownloadedTable) -> String {
    if table.column("datasource") != nil, table.column("country") == nil {
      return
        "a file of salient statistics of the United States; world production is in the file that ends in _world.csv"
    }
    var lacks = ["country", "type"].filter { table.column($0) == nil }
    if production(table).isEmpty { lacks.append("a production column such as Prod_t_2023") }
    return
      "not a world file of the USGS mineral commodity summaries: the header lacks \(lacks.joined(separator: ", "))"
  }

  /// `Prod_t_2021`, `Prod_kt_est_2022`, `PROD_2023`, `PROD_EST_ 2024`.
  private static func production(_ table: DownloadedTable) -> [ProductionColumn] {
    table.csv.columns.enumerated().compactMap { place, name in
      let parts = DownloadedTable.plain(name).split(separator: "_").map(String.init)
      guard parts.first == "prod", let year = parts.last.flatMap({ Int($0) }), year > 1900 else {
        return nil
      }
      let units = parts.dropFirst().dropLast().filter { $0 != "est" }
      guard units.count <= 1 else { return nil }
      return ProductionColumn(place: place, unit: units.first ?? "", year: year)
    }
  }
}
