public import Reporting
import Sourcing
public import Studies

/// What the page on a study is about: its runs, and those that are shown.
public struct StudySubject {
  /// Some rows of a table on the worlds of a study.
  public struct WorldRows {
    /// Which table.
    public enum Table: String {
      /// How each option does over many worlds.
      case robustness
      /// Where claims fail.
      case boxes
      /// Which assumptions decide.
      case indices
    }

    /// The table.
    public var table: Table
    /// The rows, as places in it.
    public var rows: [Int]

    /// Rows of a table.
    public init(of table: Table, _ rows: [Int]) {
      self.table = table
      self.rows = rows
    }
  }

  /// Name of the study.
  public var name: String
  /// The names of its instance.
  public var names: FigureNames
  /// All runs.
  public var comparison: Comparison
  /// The runs that are shown, as places in ``comparison``; nil: all.
  public var runs: [Int]?
  /// The rows that are shown of a table on worlds; nil: all of all of them.
  public var worldRows: WorldRows?
  /// The test that the shown rows fulfil, as it was written; nil: none.
  public var filter: String?
  /// The report.
  public var report: any BlockReport

  /// What the page is about. The properties describe the parameters.
  public init(
    name: String, names: FigureNames, comparison: Comparison, runs: [Int]? = nil,
    worldRows: WorldRows? = nil, filter: String? = nil, report: any BlockReport
  ) {
    self.name = name
    self.names = names
    self.comparison = comparison
    self.runs = runs
    self.worldRows = worldRows
    self.filter = filter
    self.report = report
  }
}

/// The runs and figures of a study that its page shows.
struct StudyWords {
  let subject: StudySubject
  let measures: MeasureWords
  let robustness: Robustness
  /// All runs that are shown.
  let records: [RunRecord]
  /// The runs that pictures show: those of the listed variations; of sampled worlds only if there are no others.
  let listed: [RunRecord]
  /// Those under the first variation and coordination.
  let first: [RunRecord]

  init(_ subject: StudySubject) {
    self.subject = subject
    let comparison = subject.comparison
    measures = MeasureWords(
      names: subject.names,
      other: comparison.firstOption.map { "with “\($0)”" } ?? "with the first option")
    robustness = Robustness(comparison)
    records = subject.runs?.map { comparison.records[$0] } ?? comparison.records
    let listed = records.filter { !$0.isSampled }
    self.listed = listed.isEmpty ? records : listed
    let start = self.listed.first
    first = self.listed.filter {
      $0.variation == start?.variation && $0.coordination == start?.coordination
    }
  }

  var comparison: Comparison { subject.comparison }

  /// A table on worlds.
  func table(_ table: StudySubject.WorldRows.Table) -> ReportTable {
    switch table {
    case .robustness: robustness.table
    case .boxes: comparison.boxes.table
    case .indices: comparison.indices.table
    }
  }

  /// The rows of a table on worlds that are shown. The rows of a filter on runs are those of no such table.
  func rows(of table: StudySubject.WorldRows.Table) -> [ReportTable.Row] {
    guard subject.runs == nil, subject.worldRows.map({ $0.table == table }) ?? true else {
      return []
    }
    let all = self.table(table).rows
    return subject.worldRows?.rows.map { all[$0] } ?? all
  }

  /// Whether only some rows of the study are shown.
  var isFiltered: Bool { subject.runs != nil || subject.worldRows != nil }

  /// The service of all regions in the worst disruption under the first sharing arrangement; nil: there is none.
  var worstService: RunFigure? { comparison.figures(of: .serviceWorst).first }

  func has(_ figure: RunFigure) -> Bool { listed.contains { $0[figure] != nil } }

  func measure(_ figure: RunFigure, isChange: Bool = false) -> PlanMeasure {
    PlanMeasure(
      name: isChange ? figure.changeName : figure.name, figure: figure, isChange: isChange)
  }

  func value(_ figure: RunFigure, of record: RunRecord) -> String? {
    record[figure].map { measures.value($0, of: measure(figure)) }
  }

  /// `a, b, c and 4 more`
  func list(_ names: [String], most: Int = 6) -> String {
    let more = names.count > most ? " and \(names.count - most) more" : ""
    return names.prefix(most).joined(separator: ", ") + more
  }
}
