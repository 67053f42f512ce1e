import Analysis
import Charts
import Reporting
import Studies

/// The pictures of a study.
struct StudyPictures {
  private let words: StudyWords
  /// `comparison.csv`, its rows by the name of the run.
  private let rows: [String: ReportTable.Row]

  /// The most marks of a scatter.
  private static let mostMarks = 400
  /// The most rows of small multiples.
  private static let mostRows = 60
  /// The most options of a picture over all worlds.
  private static let mostOptions = 20

  init(_ words: StudyWords) {
    self.words = words
    let table = words.comparison.table
    rows = Dictionary(table.rows.map { ($0.text("run"), $0) }) { first, _ in first }
  }

  /// The most important first.
  var all: [Picture] {
    // The rows of a filter on the table on worlds are those of no run.
    let ofRuns = words.subject.worldRows == nil ? [scatter, homeBills, services] : []
    return (ofRuns + [ranges, regret]).compactMap(\.self) + StudyWorldPictures(words).all
  }

  private func hasSeveralOptions(_ records: [RunRecord]) -> Bool {
    Set(records.map(\.option)).count > 1
  }

  // MARK: All runs

  private var scatter: Picture? {
    let planned = words.listed.filter { $0.status == .optimal }
    let x = words.measure(.cost, isChange: hasSeveralOptions(planned))
    guard let y = words.worstService ?? (words.has(.reliance) ? .reliance : nil) else {
      return nil
    }
    let colour = y == .reliance || !words.has(.reliance) ? nil : words.measure(.reliance)
    let vertical = words.measure(y)
    let marks = planned.prefix(Self.mostMarks).compactMap { record -> OptionScatter.Row? in
      guard let row = rows[record.run], let across = row.number(x.name),
        let up = row.number(vertical.name)
      else { return nil }
      return OptionScatter.Row(
        run: record.run, option: record.option, variation: record.variation,
        pareto: row.text("pareto"), x: across, y: up,
        colour: colour.flatMap { row.number($0.name) },
        isNamed: record.variation == words.first.first?.variation
          && record.coordination == words.first.first?.coordination)
    }
    let names = words.first.first.map { "Large marks are those under “\($0.variation)”." } ?? ""
    let rim = " A rim: no other option beats it under the same variation."
    return OptionScatter.picture(
      of: marks, x: .init(x.name, words.measures.figure(x)),
      y: .init(vertical.name, words.measures.figure(vertical)),
      colour: colour.map { .init($0.name, words.measures.figure($0)) },
      sentence:
        "\(y == .reliance ? "Better options are lower left" : "Better options are at the upper left"). "
        + names + rim + rest(marks.count, of: planned.count, "runs", in: "comparison"))
  }

  private func rest(_ shown: Int, of all: Int, _ what: String, in table: String) -> String {
    RowLimit.some.rest(shown, of: all, what, in: "\(table).csv")
  }

  // MARK: Options under variations

  private var homeBills: Picture? {
    let figure: RunFigure = words.has(.extraHomeBill) ? .extraHomeBill : .homeBill
    return variations(
      id: "home-bills", figure, isDifference: figure == .extraHomeBill,
      figure == .extraHomeBill
        ? "What the goals of each option cost \(words.subject.names.home), against the plan without them in the same variation."
        : "What \(words.subject.names.home) pays of the cost under each variation.")
  }

  private var services: Picture? {
    words.worstService.flatMap { figure in
      variations(
        id: "services", figure, isDifference: false,
        "Which share of the demand is served in the worst disruption: more is better.")
    }
  }

  private func variations(
    id: String, _ figure: RunFigure, isDifference: Bool, _ sentence: String
  ) -> Picture? {
    guard words.has(figure) else { return nil }
    let runs = words.listed.filter { $0.coordination == words.first.first?.coordination }
    let options = runs.map(\.option).uniqued()
    var shown: [RunRecord] = []
    var count = 0
    for option in options {
      let more = runs.filter { $0.option == option }
      guard count == 0 || shown.count + more.count <= Self.mostRows else { break }
      shown += more.prefix(Self.mostRows)
      count += 1
    }
    let measure = words.measure(figure)
    return OptionVariations.picture(
      id: id,
      of: shown.map { record in
        OptionVariations.Row(
          run: record.run, option: record.option, variation: record.variation,
          status: rows[record.run]?.text("status") ?? "",
          value: rows[record.run]?.number(measure.name))
      }, column: measure.name, figure: words.measures.figure(measure), isDifference: isDifference,
      sentence: sentence + rest(shown.count, of: runs.count, "runs", in: "comparison"))
  }

  // MARK: Options over all worlds

  /// The rows of `robustness.csv` of a measure that are shown, and a sentence on those that are not.
  private func worlds(_ measure: PlanMeasure) -> (rows: [OptionSpread.Row], rest: String) {
    let found = words.rows(of: .robustness).filter { $0.text("measure") == measure.name }
    let hasBoth = Set(found.map { $0.text("coordination") }).count > 1
    let rows = found.prefix(Self.mostOptions).map { row in
      let option = row.text("option")
      var result = OptionSpread.Row(
        name: hasBoth ? "\(option), \(row.text("coordination"))" : option, option: option,
        coordination: row.text("coordination"), worlds: row.number("worlds") ?? 0,
        withPlan: row.number("with_plan") ?? 0)
      (result.q05, result.median, result.q95) = (
        row.number("q05"), row.number("median"), row.number("q95")
      )
      result.largestRegret = row.number("largest_regret")
      result.meanRegret = row.number("mean_regret")
      result.withoutPlan = row.number("no_plan_regret")
      result.shareBest = row.number("share_best")
      return result
    }
    return (rows, rest(rows.count, of: found.count, "options", in: "robustness"))
  }

  private var worldsText: String {
    words.robustness.isSampled ? "sampled worlds" : "variations of the study"
  }

  private var ranges: Picture? {
    let measure = words.measure(words.has(.extraHomeBill) ? .extraHomeBill : .homeBill)
    let (found, rest) = worlds(measure)
    guard (found.first?.worlds ?? 0) > 1 else { return nil }
    return OptionSpread.ranges(
      of: measure.name, rows: found, figure: words.measures.figure(measure),
      sentence:
        "Bars go from the 5% to the 95% quantile over the \(worldsText) with a plan; the stroke is the median.\(rest)"
    )
  }

  private var regret: Picture? {
    let measure = words.measure(.cost)
    let (found, rest) = worlds(measure)
    guard (found.first?.worlds ?? 0) > 1 else { return nil }
    return OptionSpread.regret(
      of: measure.name, rows: found, figure: words.measures.figure(measure),
      sentence:
        "Regret is how much more an option costs than the cheapest in the same of the \(worldsText): the bar is the largest, the stroke the mean.\(rest)"
    )
  }
}
