import Tables

/// Where the columns of world production are in a file of the USGS. Each case is an edition of ``USGSColumns``.
enum USGSLayout {
  /// The unit is in the names of columns, such as `Prod_t_2021` and `Prod_t_est_2022`.
  case commodityFile([ProductionColumn], country: Int, type: Int)
  /// Each row has a unit. Columns are named as `PROD_2023` and `PROD_EST_ 2024`.
  case wide([ProductionColumn], mineral: Int, country: Int, type: Int, unit: Int)
  /// Each row has one figure with its year and unit.
  case long(LongColumns)

  struct ProductionColumn {
    var place: Int
    /// Unit in the name of the column; empty if there is none.
    var unit: String
    var year: Int
  }

  struct LongColumns {
    var section, mineral, country, statistic, detail, unit, year, value: Int
  }

  /// nil if the file has no known layout, which is noted.
  init?(_ table: DownloadedTable, log: ProblemLog) {
    let production = Self.production(table)
    if let found = table.places(USGSColumns.long.columns) {
      self = .long(
        LongColumns(
          section: found[0], mineral: found[1], country: found[2], statistic: found[3],
          detail: found[4], unit: found[5], year: found[6], value: found[7]))
    } else if !production.isEmpty, let found = table.places(USGSColumns.wide.columns) {
      self = .wide(
        production, mineral: found[0], country: found[1], type: found[2], unit: found[3])
    } else if !production.isEmpty, let found = table.places(USGSColumns.commodityFile.columns) {
      self = .commodityFile(production, country: found[0], type: found[1])
    } else {
      log.add(Self.advice(table), file: table.csv.file, line: table.csv.headerLine)
      return nil
    }
  }

  private static func advice(_ table: DownloadedTable) -> String {
    let needed = USGSColumns.commodityFile.columns.filter { table.column($0) == nil }
    let salient = ColumnDefinition("DataSource", content: "text", "The edition.")
    if table.column(salient) != nil, table.column(USGSColumns.country) == nil {
      return
        "a file of salient statistics of the United States; world production is in the file that ends in _world.csv"
    }
    var lacks = needed.map { DownloadedTable.plain($0.name) }
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
