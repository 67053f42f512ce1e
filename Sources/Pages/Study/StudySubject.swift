public import Reporting
import Sourcing
public import Studies

/// What the page on a study is about: its runs, and those that are shown.
public struct StudySubject {
  /// Name of the study.
  public var name: String
  /// The names of its instance.
  public var names: FigureNames
  /// All runs.
  public var comparison: Comparison
  /// The runs that are shown, as places in ``comparison``; nil: all.
  public var runs: [Int]?
  /// The rows of `robustness.csv` that are shown; nil: all.
  public var robustnessRows: [Int]?
  /// The test that the shown rows fulfil, as it was written; nil: none.
  public var filter: String?
  /// The report.
  public var report: any BlockReport

  /// What the page is about. The properties describe the parameters.
  public init(
    name: String, names: FigureNames, comparison: Comparison, runs: [Int]? = nil,
    robustnessRows: [Int]? = nil, filter: String? = nil, report: any BlockReport
  ) {
    self.name = name
    self.names = names
    self.comparison = comparison
    self.runs = runs
    self.robustnessRows = robustnessRows
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

  /// Whether only some rows of the study are shown.
  var isFiltered: Bool { subject.runs != nil || subject.robustnessRows != nil }

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
