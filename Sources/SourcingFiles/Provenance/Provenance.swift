public import Sourcing
import Tables

/// Where the figures of an instance come from: rows and their values by table and basis, and the use of each source.
public struct Provenance: Sendable {
  /// The rows of one table with one basis.
  public struct Share: Sendable, Hashable {
    /// The table.
    public var table: InstanceTable
    /// What the rows say of their main figures; nil for rows that do not say it.
    public var basis: FigureBasis?
    /// How many rows there are, above 0.
    public var rows: Int
    /// Σ of the values of the rows, money over the horizon, not discounted; nil where no row has one. See
    /// ``MainFigure``.
    public var value: Double?
    /// Lines of the rows with numbers that no range moves, ascending; empty unless the figures are assumed or fitted.
    public var unmovedLines: [Int]
  }

  /// The value of the figures up to a period.
  public struct ValueByThen: Sendable, Hashable {
    /// The last period that counts.
    public var period: PeriodIndex
    /// Money up to then, not discounted.
    public var value: Double
    /// The share of it whose basis is published or derived.
    public var sourcedShare: Double
  }

  /// By table, then basis: in the order of ``InstanceTable`` and of `FigureBasis`, rows that do not say it last.
  public let shares: [Share]
  /// The value of the figures up to the last period with observed flows, for which there can be published figures, and
  /// what of it is published or derived; nil without history, and where no figure has a value by then.
  public let upToHistory: ValueByThen?
  /// Whether the instance has `sources.csv`.
  public let listsSources: Bool
  /// The sources, those that most rows cite first; those that no row cites are not among them.
  public let citedSources: [Source]
  /// Ids of the sources that no row cites, in the order of the file.
  public let unusedSources: [String]

  /// Works out where the figures of an instance come from.
  ///
  /// - Parameters:
  ///   - tables: the tables of the instance.
  ///   - instance: what was made of them.
  ///   - moves: whether a range is given for a figure of a row, so that it can be varied. Without it no row has one.
  public init(
    of tables: InstanceTables, _ instance: Instance,
    moves: (TableRow) -> Bool = { _ in false }
  ) {
    let values = RowValues(tables, in: instance)
    upToHistory = Self.valueUpToHistory(tables, instance)
    shares = InstanceTable.allCases.filter(\.holdsFigures).flatMap { name in
      Self.shares(of: name, tables, values, moves: moves)
    }
    listsSources = tables.tables[.sources] != nil
    let counts = instance.listedSources.map { $0.rows.values.reduce(0, +) }
    citedSources = counts.indices.filter { counts[$0] > 0 }
      .sorted { (-counts[$0], $0) < (-counts[$1], $1) }
      .map { instance.listedSources.array[$0] }
    unusedSources = instance.listedSources.filter(\.rows.isEmpty).map(\.id)
  }

  private static func valueUpToHistory(
    _ tables: InstanceTables, _ instance: Instance
  ) -> ValueByThen? {
    guard let last = instance.history.map(\.period).max(), last < instance.horizon.last else {
      return nil
    }
    let values = RowValues(tables, in: instance, until: last)
    let byThen = InstanceTable.allCases.filter(\.holdsFigures).flatMap { name in
      shares(of: name, tables, values) { _ in true }
    }
    let value = byThen.compactMap(\.value).reduce(0, +)
    guard value > 0 else { return nil }
    let sourced = byThen.filter { $0.basis?.isSourced ?? false }.compactMap(\.value)
    return ValueByThen(
      period: last, value: value, sourcedShare: sourced.reduce(0, +) / value)
  }

  private static func shares(
    of name: InstanceTable, _ tables: InstanceTables, _ values: RowValues,
    moves: (TableRow) -> Bool
  ) -> [Share] {
    guard let table = tables.tables[name] else { return [] }
    let columns = ProvenanceColumns(table)
    let byBasis = Dictionary(grouping: 0..<table.rowCount, by: columns.basis)
    let worths = values.values(of: name)
    let numbers = TableSchema.of(name).columns.filter(\.isNumber).compactMap {
      table.column($0.name)
    }
    let order: [FigureBasis?] = FigureBasis.allCases + [nil]
    return order.compactMap { basis in
      guard let rows = byBasis[basis] else { return nil }
      let priced = rows.compactMap { worths[$0] }
      let isGuess = basis == .assumption || basis == .fitted
      let unmoved = rows.filter { row in
        isGuess && numbers.contains { !table.text(row: row, column: $0).isEmpty }
          && !moves(TableRow(table: name, line: table.line(of: row)))
      }
      return Share(
        table: name, basis: basis, rows: rows.count,
        value: priced.isEmpty ? nil : priced.reduce(0, +), unmovedLines: unmoved.map(table.line))
    }
  }

  /// Σ of the values of all rows; nil where no row has one.
  public var value: Double? {
    let all = shares.compactMap(\.value)
    return all.isEmpty ? nil : all.reduce(0, +)
  }

  /// The share of ``value`` whose basis is published or derived; nil where there is none, or it is 0.
  public var sourcedShare: Double? {
    guard let value, value > 0 else { return nil }
    let sourced = shares.filter { $0.basis?.isSourced ?? false }.compactMap(\.value)
    return sourced.reduce(0, +) / value
  }
}
