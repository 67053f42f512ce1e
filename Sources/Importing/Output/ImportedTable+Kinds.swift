import SourcingFiles

/// Tables that more than one source has rows for: their keys and columns.
extension ImportedTable {
  static func demands(_ rule: Rule) -> ImportedTable {
    ImportedTable(
      .demands, key: ["region", "commodity", "period"],
      columns: ["region", "commodity", "period", "quantity", "shortage_cost", "source"], rule)
  }

  static func lanes(_ rule: Rule) -> ImportedTable {
    ImportedTable(
      .lanes, key: ["commodity", "origin", "destination", "period"],
      columns: ["commodity", "origin", "destination", "period", "unit_cost", "capacity", "source"],
      rule)
  }

  static func processes() -> ImportedTable {
    ImportedTable(
      .processes, key: ["process"], columns: ["process", "stage", "output", "source"],
      .mustAgreeAlways(["output"]))
  }

  /// - Parameter more: columns after those that all sources have.
  static func facilities(_ rule: Rule, more: [String] = []) -> ImportedTable {
    ImportedTable(
      .facilities, key: ["facility"],
      columns: ["facility", "process", "region", "capacity", "unit_cost", "source"] + more, rule)
  }
}
