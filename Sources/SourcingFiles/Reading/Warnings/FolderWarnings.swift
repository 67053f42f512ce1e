import Sourcing
import Tables

extension WarningFinder {
  /// Files of the folder that users may take for tables, but that are not read.
  func strayFiles() -> [Problem] {
    tables.strayFiles.map {
      Problem(StrayFile.message($0), file: tables.folder + "/" + $0, severity: .warning)
    }
  }

  /// No `lanes.csv`, or one without rows: then goods cannot leave the region where they were made.
  func missingLanes() -> [Problem] {
    let table = tables.tables[.lanes]
    guard instance.regions.count > 1, table?.rowCount ?? 0 == 0 else { return [] }
    let found = table == nil ? "the file does not exist" : "the table has no rows"
    return [
      warning(
        "\(found): there are no lanes, so no goods can go from one region to another. "
          + "The row `*,*,*,0` of commodity, origin, destination and unit_cost opens all lanes",
        .lanes)
    ]
  }
}
