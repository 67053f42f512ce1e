import Analysis
public import Studies
import Tables

/// One figure of the runs of a study, with a row for each option and coordination and a column for each variation.
public struct PivotTable: BlockReport {
  /// Name of the figure.
  public let figure: String
  /// The table. A cell is blank where there is no plan, no such figure of it, or no such run.
  public private(set) var table: ReportTable
  /// What the figure is counted in, in words; nil if that is not known.
  private let unit: String?
  /// For each row the columns in which a run has no plan.
  private var unplanned: [Set<Int>]

  /// The table of one figure.
  ///
  /// - Parameters:
  ///   - figure: name of a figure, or of its change against the first option.
  ///   - comparison: the runs of a study.
  ///   - rows: which of them count: places in its table. Options and variations of which none counts are left out.
  /// - Throws: that no run has such a figure.
  public init(
    _ figure: String, of comparison: Comparison, rows: [Int]
  ) throws(UnknownColumn) {
    let names = comparison.figures.map(\.name) + comparison.figures.map(\.changeName)
    guard names.contains(figure) else { throw UnknownColumn(figure, among: names) }
    self.figure = figure
    unit = comparison.figures.first { [$0.name, $0.changeName].contains(figure) }?.unit.rawValue
    let runs = comparison.table
    let place = runs.columns.firstIndex(of: figure)
    let records = rows.map { (record: comparison.records[$0], row: $0) }
    let variations = records.map(\.record.variation).uniqued()
    let keys = records.map {
      RowKey(option: $0.record.option, coordination: $0.record.coordination)
    }
    .uniqued()
    table = ReportTable(
      .pivot, columns: Self.keyColumns + variations.map(Self.column))
    unplanned = []
    for key in keys {
      var cells = [ReportTable.Cell](repeating: .blank, count: variations.count)
      var without: Set<Int> = []
      for (record, row) in records
      where record.option == key.option && record.coordination == key.coordination {
        guard let column = variations.firstIndex(of: record.variation) else { continue }
        if let place, record.status == .optimal { cells[column] = runs[row, place] }
        if record.status != .optimal { without.insert(Self.keyColumns.count + column) }
      }
      table.add(contentsOf: [.text(key.option), .text(key.coordination)] + cells)
      unplanned.append(without)
    }
  }

  private struct RowKey: Hashable {
    var option: String
    var coordination: String
  }

  private static let keyColumns = ["option", "coordination"]

  /// The column of a variation: its name, which a blank tells apart from the other columns where it has to.
  private static func column(_ variation: String) -> String {
    keyColumns.contains(variation) ? "variation \(variation)" : variation
  }

  /// Puts the rows in an order.
  public mutating func sort(by order: RowOrder) {
    let rows = order.sorted(Array(0..<table.rowCount), of: table)
    table = table.selecting(rows: rows, columns: table.columns)
    unplanned = rows.map { unplanned[$0] }
  }

  /// What it says, from top to bottom.
  public var blocks: [ReportBlock] {
    var grid = TextGrid(table.columns, keyCount: Self.keyColumns.count)
    for row in 0..<table.rowCount {
      grid.add(
        table.columns.indices.map { column in
          if unplanned[row].contains(column) { return "no plan" }
          let name = table.columns[column]
          return table.number(row, name).map(NumberText.amount) ?? table[row, column].text
        })
    }
    let title = figure + (unit.map { " (\($0))" } ?? "")
    var report = ReportDocument(paragraphs: ["\(title); one column for each variation"])
    report.addBlank()
    report.add(grid)
    return report.blocks
  }
}

extension TableDefinition {
  static let pivot = TableDefinition(
    "pivot", places: [.studyPivotCSV, .studyPivotJSON],
    rows:
      "One row for each option and coordination, in the order of the study or of `--sort`, of the runs that meet "
      + "the condition of `--where`.",
    columns: [
      .text("option", "Name of the option."),
      .text("coordination", "`joint` or `unilateral`."),
      .number(
        "VARIATION", .figureUnit,
        "The figure of `--pivot` under a variation, as in comparison.csv. The column has the name of the variation; of "
          + "a variation `option` or `coordination` it is that word after `variation` and a blank.",
        blank: "the run has no plan or no such figure, or it does not meet the condition"),
    ])
}
