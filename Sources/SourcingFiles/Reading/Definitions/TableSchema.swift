/// The tables of an instance, in the order in which they are read.
public enum InstanceTable: String, Sendable, CaseIterable {
  /// Places, and sets of them.
  case regions, blocs
  /// Goods, and sets of them.
  case commodities, groups
  /// Ways to make goods, and the producers that exist.
  case processes, recipes, facilities, capacities
  /// Prices of goods in single periods.
  case prices
  /// Where flows are possible, and limits on them.
  case lanes, quotas
  /// What regions need and store.
  case demands, stockpiles
  /// What could be built, and who pays a part of it.
  case programmes, projects
  /// Flows that are agreed, and flows that were observed.
  case contracts, history
  /// Flows that were observed, and that no plan is told of.
  case observed
  /// What can go wrong.
  case disruptions
  /// Where the figures come from.
  case sources
  /// Published figures, to compare with.
  case checks
  /// How far numbers may be wrong.
  case assumptions

  /// Name of its file in the folder of an instance.
  public var fileName: String { rawValue + ".csv" }
}

/// A table of an instance: its columns and rules, as readers, checks and documentation see them.
public struct TableSchema: Sendable {
  /// Which table it is.
  public var table: InstanceTable
  /// Whether the instance must have the file.
  public var isRequired: Bool
  /// What the table holds, in one sentence.
  public var meaning: String
  /// Its own columns, without ``freeColumns``.
  public var columns: [ColumnSchema]
  /// What holds beyond single cells, each rule in one or two sentences.
  public var rules: [String]

  /// Columns of free text that every table may have. Where the instance has `sources.csv`, `source` is no free text.
  public static let freeColumns = ["name", "source", "note"]

  /// The column that every table may have beside ``freeColumns``.
  public static let basisColumn = ColumnSchema.basis

  /// The column with a name; nil if the table has none, and for free columns.
  public subscript(name: String) -> ColumnSchema? { columns.first { $0.name == name } }

  /// The columns by which rows are told apart: rows that agree in all of them are about the same thing. An identifier
  /// is one by itself; else all names and words are, and of tables whose rows may agree in these, all columns.
  public var keyColumns: [ColumnSchema] {
    if let identifier = columns.first(where: { $0.kind == .identifier }) { return [identifier] }
    let mayAgree: Set<InstanceTable> = [.disruptions, .assumptions]
    return mayAgree.contains(table) ? columns : columns.filter { !$0.isNumber }
  }

  /// All names that the header may have.
  public var columnNames: [String] {
    let own = columns.map(\.name)
    return own + (Self.freeColumns + [Self.basisColumn.name]).filter { !own.contains($0) }
  }
}

extension TableSchema {
  init(
    _ table: InstanceTable, required: Bool = false, _ meaning: String, _ columns: [ColumnSchema],
    rules: [String] = []
  ) {
    self.init(
      table: table, isRequired: required, meaning: meaning, columns: columns, rules: rules)
  }

  /// Every table of an instance.
  public static let all: [InstanceTable: TableSchema] = {
    let schemas =
      places + goods + production + trade + use + investment + disruptions + checks + assumptions
      + sources
    return Dictionary(uniqueKeysWithValues: schemas.map { ($0.table, $0) })
  }()

  /// The definition of a table.
  public static func of(_ table: InstanceTable) -> TableSchema {
    all[table] ?? TableSchema(table, "", [])
  }
}
