import SourcingFiles

/// The order of rows in tables that only imports have written: that of their keys. So it does not matter in which order
/// files are imported.
enum TableOrder {
  private static func columns(_ table: InstanceTable) -> [String] {
    switch table {
    case .regions: ["region"]
    case .commodities: ["commodity"]
    case .processes: ["process"]
    case .facilities: ["process", "region", "facility"]
    case .capacities: ["facility", "period"]
    case .lanes: ["commodity", "origin", "destination", "period"]
    case .demands: ["commodity", "region", "period"]
    case .history, .observed: ["commodity", "period", "origin", "destination"]
    default: []
    }
  }

  /// Sorts a table, unless the folder's rows were in another order or the user has written some of them: in a table
  /// with `*` the order counts.
  ///
  /// - Parameter old: the table of the folder; nil: there was none.
  static func restore(_ table: inout TextTable, _ kind: InstanceTable, as old: TextTable?) {
    let names = columns(kind)
    let isOwn = table.rows.allSatisfy { row in
      let source = table.cell(row, "source")
      return [
        "UN Comtrade", "BACI", "USGS", "World Mining Data", "assumption:", "ISO 3166-1",
        "definition in",
      ].contains {
        source.hasPrefix($0)
      }
    }
    if isOwn, !names.isEmpty, old?.isSorted(by: names) ?? true { table.sort(by: names) }
  }
}
