import Tables

/// Rows about one figure, of which the one that is read last counts. Where one file has two different figures, the summary
/// shows both, of the first pairs.
struct RepeatedRows {
  /// What a row says.
  struct Row {
    /// US dollars; nil: not known.
    var value: Double?
    /// Metric tons; nil: not known.
    var tons: Double?
    var place: FilePlace

    /// Weight and value for the summary.
    fileprivate var figures: String {
      let weight = tons.map { "\(DecimalNumber.text(significant($0))) t" } ?? "no weight"
      return weight + (value.map { " and \(DecimalNumber.text(significant($0))) USD" } ?? "")
    }
  }

  /// The most pairs of different figures of which the summary shows both.
  private static let shownPairs = 20
  private var shown = 0

  /// Counts a row that another one takes the place of.
  ///
  /// - Parameter subject: what both are about, in words.
  mutating func setAside(
    _ row: Row, for later: Row, about subject: String, _ summary: inout ImportSummary
  ) {
    let isSame = row.tons == later.tons && row.value == later.value
    summary.count(
      .setAside,
      isSame ? "the same row again" : "another figure for the same flow: the row read last counts",
      at: row.place)
    guard !isSame, row.place.file == later.place.file else { return }
    shown += 1
    summary.count(
      .note,
      shown > Self.shownPairs
        ? "further pairs of figures for one flow in one file"
        : "two figures in one file for \(subject): \(row.figures), then \(later.figures) on line \(later.place.line), which counts",
      at: row.place)
  }
}
