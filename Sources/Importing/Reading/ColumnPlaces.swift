import Tables

/// The places of columns by the letters and digits of their names.
struct ColumnPlaces {
  private var places: [String: Int] = [:]

  init(_ table: DownloadedTable) {
    for (place, name) in table.csv.columns.enumerated().reversed() {
      places[lettersAndDigits(name)] = place
    }
  }

  /// nil if the table does not have the column.
  func place(_ column: ColumnDefinition) -> Int? {
    column.names.lazy.compactMap { places[lettersAndDigits($0)] }.first
  }
}
