import Studies

/// One figure of all options under several variations of the data or sharing arrangements.
extension StudyReport {
  /// The sharing arrangement that a figure is about.
  static func sharing(_ figure: RunFigure?) -> String {
    guard case .stress(_, let sharing) = figure else { return "no stress" }
    return RunFigure.word(sharing)
  }

  /// One figure, options down and variations across.
  mutating func addVariations(
    _ heading: String, _ records: [RunRecord], _ figure: (RunRecord) -> String?
  ) {
    var seen: Set<String> = []
    let variations = records.map(\.variation).filter { seen.insert($0).inserted }
    guard variations.count > 1 else { return }
    let options = records.map(\.option).filter { seen.insert("option \($0)").inserted }
    var grid = TextGrid(["option"] + variations)
    for option in options {
      grid.add(
        [option]
          + variations.map { variation in
            let record = records.first { $0.option == option && $0.variation == variation }
            guard let record else { return "" }
            return record.status == .optimal ? figure(record) ?? "-" : record.status.rawValue
          })
    }
    add(grid, heading: heading)
  }

  /// The losses under each sharing arrangement.
  mutating func addSharing(_ records: [RunRecord]) {
    addBySharing(
      records, expected: .lostExpected, "Expected lost value of the world a year",
      worst: .lostWorst, "Lost value of the world in the worst disruption",
      ", all regions, not discounted, by sharing of stockpiles")
  }

  /// A loss of each option under each sharing arrangement; nothing if there is only one.
  ///
  /// - Parameters:
  ///   - expected: what is shown if the runs have it, with the start of its heading.
  ///   - worst: what is shown else, with the start of its heading.
  ///   - ending: the end of both headings.
  mutating func addBySharing(
    _ records: [RunRecord], expected: RunFigure.StressMeasure, _ headingOfExpected: String,
    worst: RunFigure.StressMeasure, _ headingOfWorst: String, _ ending: String
  ) {
    let known = comparison.figures(of: expected)
    let figures = known.isEmpty ? comparison.figures(of: worst) : known
    guard figures.count > 1 else { return }
    var grid = TextGrid(["option"] + figures.map(Self.sharing))
    for record in records where record.status == .optimal {
      grid.add([record.option] + figures.map { record[$0].map(NumberText.amount) ?? "-" })
    }
    add(grid, heading: (known.isEmpty ? headingOfWorst : headingOfExpected) + ending)
  }
}
