import Analysis
import Charts
import Reporting
import Statistics
import Studies

/// The pictures of where claims of a study fail, and of what decides the figures of its options.
struct StudyWorldPictures {
  private let words: StudyWords
  private var worlds: DrawnWorlds? { words.comparison.worlds }

  /// The most limits of boxes.
  private static let mostLimits = 40
  /// The most options with indices.
  private static let mostOptions = 4
  /// The most assumptions of an option.
  private static let mostAssumptions = 10

  init(_ words: StudyWords) { self.words = words }

  /// The most important first.
  var all: [Picture] { [boxes].compactMap(\.self) + indices }

  /// Title and id of an assumption; the id alone without a title.
  private func name(_ id: String) -> String {
    let place = worlds?.factors.firstIndex { $0.name == id }
    let title = place.flatMap { worlds?.titles[$0] } ?? ""
    return title.isEmpty ? id : "\(title) (\(id))"
  }

  /// The name of an option, with how it is coordinated if the rows have both ways.
  private func policy(_ row: ReportTable.Row, among rows: [ReportTable.Row]) -> String {
    let hasBoth = Set(rows.map { $0.text("coordination") }).count > 1
    return hasBoth ? "\(row.text("option")), \(row.text("coordination"))" : row.text("option")
  }

  // MARK: Where claims fail

  private var boxes: Picture? {
    let all = words.rows(of: .boxes)
    let shown = all.prefix(Self.mostLimits).compactMap { row in
      FailureBoxes.Row(
        row, hasOptions: true,
        name:
          "\(policy(row, among: all)): \(row.text("claim")): \(name(row.text("assumption")))")
    }
    return FailureBoxes.picture(
      of: shown,
      sentence:
        FailureBoxes.sentence
        + RowLimit.first.rest(shown.count, of: all.count, "limits", in: "boxes.csv"))
  }

  // MARK: Which assumptions decide

  /// A picture for each option, of what its goals cost.
  private var indices: [Picture] {
    guard (worlds?.sobol ?? 0) > 0 else { return [] }
    let figure: RunFigure = words.has(.extraCost) ? .extraCost : .cost
    let rows = words.rows(of: .indices).filter {
      $0.text("measure") == figure.name && $0.number("value") != nil
    }
    let policies = rows.map { [$0.text("option"), $0.text("coordination")] }.uniqued()
    let pictures = policies.prefix(Self.mostOptions).compactMap { policy in
      picture(
        figure, rows.filter { [$0.text("option"), $0.text("coordination")] == policy },
        among: rows)
    }
    return pictures
  }

  private func picture(
    _ figure: RunFigure, _ rows: [ReportTable.Row], among all: [ReportTable.Row]
  ) -> Picture? {
    guard let first = rows.first else { return nil }
    let (option, coordination) = (first.text("option"), first.text("coordination"))
    let order = rows.filter { $0.text("index") == "total" }
      .sorted { ($0.number("value") ?? 0) > ($1.number("value") ?? 0) }.map {
        $0.text("assumption")
      }
    let shown = order.prefix(Self.mostAssumptions)
    let measure = words.measure(figure)
    var figureWords = words.measures.figure(measure)
    figureWords.title += ", \(policy(first, among: all))"
    return AssumptionIndices.shares(
      id: "sobol-\(slug(option))-\(coordination)", measure: measure.name,
      of: (option, coordination),
      rows: shown.flatMap { id in
        rows.filter { $0.text("assumption") == id }
          .compactMap { AssumptionIndices.Row($0, name: name(id)) }
      }, figure: figureWords,
      sentence:
        "Sobol indices with bootstrap intervals of 95%: alone, and with all that it does together with others."
        + RowLimit.first.rest(shown.count, of: order.count, "assumptions", in: "indices.csv"))
  }
}
