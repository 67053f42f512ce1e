import ArgumentParser
import LinearProgramming
import Pages
import Reporting
import Storage
import Studies
import Tables

struct StudyResults: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "results",
    abstract: "Show and filter the runs of a finished study.",
    discussion: """
      A condition compares columns of comparison.csv with values by =, !=, <, <=, >, >= and ~ (a pattern with * \
      and ?). `and`, `or` and brackets join conditions. --columns all shows every column; docs/formats.md explains \
      them. Column names that end in _own, _pooled and so on are figures under that rule of sharing; those that \
      begin with change_ are differences from the first option under the same variation. If the study has one \
      rule of sharing, --columns, --sort and --pivot also take names without it, such as service_worst. extra_cost, \
      extra_home_bill, extra_capex and extra_support are differences from the plan of the same option without its \
      goals, as `solve` prints them. home_bill is what home pays of the cost. --pivot shows one figure with a row \
      for each option and a column for each variation; a run without a plan has a blank cell there, and `no plan` in \
      the table for a terminal.

      Example:

        plusone study results results --where 'extra_cost < 20 and variation = as-is' --format csv
        plusone study results results --pivot extra_cost --sort=-as-is
        plusone study results results --robustness --where 'measure = cost'
      """)

  enum Output: FormatHelp {
    static let format =
      "Print a table, csv or json."
  }

  @Argument(help: "The folder of results.", completion: .directory)
  var folder: String

  @Option(
    help: ArgumentHelp(
      "Only runs that meet this condition (default: all runs).", valueName: "condition"))
  var `where`: String?

  @Option(
    help: ArgumentHelp(
      "Columns to show, separated by commas, or all (default: the most important ones).",
      valueName: "names"))
  var columns: String?

  @Option(
    help: ArgumentHelp(
      "Show this figure only, by options and variations.", valueName: "figure"))
  var pivot: String?

  @Flag(
    help:
      "Show how each option does over many worlds: the sampled ones, or else the variations. --where, --columns and --sort are then about columns of robustness.csv."
  )
  var robustness = false

  @Flag(
    help:
      "Show where claims fail: boxes of assumptions in the sampled worlds. --where, --columns and --sort are then about columns of boxes.csv."
  )
  var boxes = false

  @Flag(
    help:
      "Show which assumptions decide: Sobol indices, if the study has worlds for them. --where, --columns and --sort are then about columns of indices.csv."
  )
  var indices = false

  @Option(
    help: ArgumentHelp(
      "Sort by this column (default: the order of the study); -COLUMN puts the greatest first. Blank cells are last.",
      valueName: "column"))
  var sort: String?

  @OptionGroup var output: ReportOptions<Output>
  @OptionGroup var pages: PageOptions

  func validate() throws {
    let tables = [
      (pivot != nil, "--pivot"), (robustness, "--robustness"), (boxes, "--boxes"),
      (indices, "--indices"),
    ].filter(\.0).map(\.1)
    if tables.count > 1 {
      throw ValidationError(
        "\(tables[0]) and \(tables[1]) make different tables; give one of them")
    }
    if pivot != nil, columns != nil {
      throw ValidationError(
        "--columns chooses columns of the table of runs, and --pivot makes another table; give one of them"
      )
    }
  }

  func run() throws {
    try reportingErrors {
      try pages.check(inputs: [folder], stored: folder)
      let comparison = try Console.progress.step("reading the runs") {
        try StudyFolder(reading: folder).comparison()
      }
      let table = try table(of: comparison)
      var rows: [Int]
      do {
        let query = try `where`.map { try TableQuery($0) }
        rows = try query?.rows(of: table) ?? Array(0..<table.rowCount)
        if rows.isEmpty, let query { printError("note: \(query.note(on: table))") }
      } catch let mistake as TableQuery.Mistake {
        throw ValidationError("--where: \(mistake)")
      }
      let isWhole = rows.count == table.rowCount
      let runs = worldTable != nil || isWhole ? nil : rows
      if let pivot { return try show(pivot, of: comparison, rows, runs) }
      let order = try sort.map { text in
        try rowOrder(worldTable != nil ? text : sortText(text, comparison), table.columns)
      }
      rows = order?.sorted(rows, of: table) ?? rows
      let shown = try table.selecting(
        rows: rows, columns: shownColumns(of: table, comparison, in: output.format))
      let report = try table.selecting(
        rows: rows, columns: shownColumns(of: table, comparison, in: .table)
      ).report
      let worldRows = isWhole ? nil : worldTable.map { StudySubject.WorldRows(of: $0, rows) }
      try writePage(comparison, runs: runs, worldRows: worldRows, report: report)
      try output.show(
        report, csv: shown, json: shown.json(numbersAsText: worldTable == nil))
    }
  }

  /// The table on worlds that is asked for; nil: another table.
  private var worldTable: StudySubject.WorldRows.Table? {
    robustness ? .robustness : boxes ? .boxes : indices ? .indices : nil
  }

  /// The table whose rows are shown.
  ///
  /// - Throws: `ValidationError` if the study has no such table.
  private func table(of comparison: Comparison) throws -> ReportTable {
    switch worldTable {
    case nil: return comparison.table
    case .robustness: return Robustness(comparison).table
    case .boxes:
      guard comparison.worlds != nil else {
        throw ValidationError(
          "--boxes: the study samples no worlds; give its file `worlds`, such as worlds: {samples: 100, seed: 1}, and run "
            + "it again")
      }
      return comparison.boxes.table
    case .indices:
      guard (comparison.worlds?.sobol ?? 0) > 0 else {
        throw ValidationError(
          "--indices: the study has no worlds for Sobol indices; give its `worlds` the key `sobol`, such as worlds: "
            + "{samples: 100, seed: 1, sobol: 50}, and run it again")
      }
      return comparison.indices.table
    }
  }

  /// Writes the page on the rows that are shown, if it is asked for.
  ///
  /// - Parameters:
  ///   - runs: the runs that are shown; nil: all.
  ///   - worldRows: the rows of a table on worlds that are shown; nil: all.
  private func writePage(
    _ comparison: Comparison, runs: [Int]?, worldRows: StudySubject.WorldRows? = nil,
    report: any BlockReport
  ) throws {
    try pages.write(inputs: [folder]) {
      let manifest = StudyFolder(reading: folder).manifest
      return Page(
        study: StudySubject(
          name: manifest?.studyName ?? folder, names: manifest?.figureNames ?? .unknown,
          comparison: comparison, runs: runs, worldRows: worldRows, filter: `where`,
          report: report),
        making: .now(inputs: manifest?.inputHashes ?? [], solver: manifest?.solverName))
    }
  }

  /// Writes one figure by options and variations.
  ///
  /// - Parameter runs: the runs that are shown; nil: all.
  private func show(
    _ figure: String, of comparison: Comparison, _ rows: [Int], _ runs: [Int]?
  ) throws {
    var pivot: PivotTable
    do throws(UnknownColumn) {
      pivot = try PivotTable(comparison.column(named: figure), of: comparison, rows: rows)
    } catch {
      throw ValidationError(
        "--pivot: \(error.description.replacing("unknown column", with: "unknown figure"))")
    }
    if let sort { pivot.sort(by: try rowOrder(sort, pivot.table.columns)) }
    try writePage(comparison, runs: runs, report: pivot)
    try output.show(pivot, csv: pivot.table, json: pivot.table.json())
  }

  /// The text of --sort with the name of the column as the table has it.
  private func sortText(_ text: String, _ comparison: Comparison) -> String {
    guard text.hasPrefix("-") else { return comparison.column(named: text) }
    return "-" + comparison.column(named: String(text.dropFirst()))
  }

  private func rowOrder(_ text: String, _ columns: [String]) throws -> RowOrder {
    do throws(UnknownColumn) { return try RowOrder(text, of: columns) } catch {
      throw ValidationError("--sort: \(error)")
    }
  }

  private static let robustnessColumns = [
    "option", "coordination", "measure", "claim", "with_plan", "mean", "q05", "q95",
    "largest_regret", "share_best", "share_holds",
  ]

  /// The columns of --columns; without it all of them, or in a report the most important ones.
  private func shownColumns(
    of table: ReportTable, _ comparison: Comparison, in format: OutputFormat
  ) throws -> [String] {
    if let columns, columns != "all" {
      let names = try commaList(columns, of: "name", option: "--columns").map {
        worldTable != nil || table.columns.contains($0) ? $0 : comparison.column(named: $0)
      }
      for name in names where !table.columns.contains(name) {
        guard name != "all" else {
          throw ValidationError("--columns: `all` shows all columns; give it alone")
        }
        let hint = nearestHint(to: name, among: table.columns, listsKnown: false)
        throw ValidationError(
          "--columns: unknown column `\(shortened(name))`\(hint); --columns all shows all names")
      }
      return names
    }
    guard format == .table, columns == nil else { return table.columns }
    if robustness { return Self.robustnessColumns }
    if worldTable != nil { return table.columns }
    let stress = [RunFigure.StressMeasure.serviceWorst, .lostExpected].compactMap {
      comparison.figures(of: $0).first?.name
    }
    let first = [
      "run", "status", "pareto", RunFigure.cost.name, RunFigure.cost.changeName,
      RunFigure.extraCost.name, RunFigure.homeBill.name,
      RunFigure.reliance.name, RunFigure.capex.name,
    ]
    return (first + stress).filter { table.columns.contains($0) }
  }
}
