public import EarlyWarning
import Importing

/// The report on watched trade: how many alerts there are and what they would cost, how dependent the importer is, what a
/// reader must know, and what was read.
public struct WatchReport: CollectedReport {
  /// What it says, from top to bottom.
  public internal(set) var blocks: [ReportBlock] = []
  let watch: Watch
  let words: WatchWords
  /// The indicators by good: without a map there are thousands of goods.
  let figures: [String: [Indicator]]

  /// The most rows of a table.
  static let mostRows = 30

  /// The report on what was seen.
  public init(_ watch: Watch) {
    self.watch = watch
    words = WatchWords(watch)
    figures = Dictionary(grouping: watch.indicators, by: \.good)
    let answer = WatchAnswer(watch)
    add(answer.text, watch.isUrgent ? .bad : watch.alerts.isEmpty ? .good : .plain)
    add(answer.advice)
    addSubject()
    addAlerts()
    addDependence()
    addChanges()
    addRemarks()
    addReading()
    addNames(words.names)
  }

  private mutating func addSubject() {
    addBlank()
    let members =
      watch.importer.members == [watch.importer.id]
      ? "" : ": \(watch.importer.members.sorted().joined(separator: ", "))"
    add(
      "Imports of \(words.importer)\(members), from \(watch.source.rawValue), up to \(watch.asOf.text)."
    )
    guard let pricing = watch.pricing else { return }
    add(
      "Alerts are priced by the plan of the model \(pricing.model) for \(pricing.instance), in \(periods(pricing)): the fall goes on "
        + "for \(WatchWords.months(pricing.months)), and what is lost is that of \(words.home).")
  }

  /// The periods in which alerts are priced, in the order of their labels.
  private func periods(_ pricing: Watch.Pricing) -> String {
    let labels = Set(watch.alerts.compactMap(\.price?.period)).sorted()
    return labels.isEmpty ? pricing.period : WordList.text(labels)
  }

  private mutating func addRemarks() {
    guard !watch.remarks.isEmpty else { return }
    addHeading("What to know about these figures")
    for remark in watch.remarks { addItem(remark, .dash) }
  }

  /// The files, and what became of their rows.
  private mutating func addReading() {
    let summary = watch.summary
    addHeading("What was read")
    let count = summary.files.count
    let names =
      count <= 3
      ? WordList.text(summary.files)
      : "\(summary.files[0]) to \(summary.files[count - 1])"
    add(
      "\(NumberText.whole(summary.readCount)) figures from \(WatchWords.count(count, "file")) (\(names)), "
        + "\(NumberText.whole(summary.keptCount)) of them used.")
    let entries = summary.entries.filter { $0.fate != .kept }
    for entry in entries.prefix(Self.mostRows) {
      addItem(
        "\(entry.fate.rawValue), \(NumberText.whole(entry.count)): \(entry.reason) (first: \(entry.example))",
        .dash)
    }
    if entries.count > Self.mostRows {
      addNote("and \(entries.count - Self.mostRows) more reasons in watch.json (with --out)")
    }
  }
}
