import Analysis
import Statistics
import Studies

/// Where claims fail in sampled worlds, and which assumptions decide figures.
extension StudyReport {
  /// The most sentences on boxes, and the most rows of indices.
  private static let mostBoxes = 16
  private static let mostIndices = 24
  /// The most assumptions of a figure of an option.
  private static let mostAssumptions = 3

  /// The worlds that a study samples: which option stays good, where claims fail, and which assumptions decide.
  ///
  /// - Parameter all: all runs of the study.
  mutating func addSampledWorlds(_ all: Comparison, of study: Study) {
    addRobustness(all, of: study)
    guard let worlds = study.worlds else { return }
    addBoxes(all.boxes, worlds)
    addIndices(StudyIndices(all, of: Self.measures(of: all)), of: all)
  }

  // MARK: Where claims fail

  private mutating func addBoxes(_ boxes: StudyBoxes, _ worlds: StudyWorlds) {
    guard !boxes.found.isEmpty || !boxes.unexplained.isEmpty else { return }
    addHeading("Where claims fail in the sampled worlds")
    let amounts = AssumptionAmounts(worlds.sample.space.assumptions, worlds.movedCells)
    let text = BoxText(factors: worlds.drawn.factors) { amounts.text(of: $0, at: $1) }
    let all = boxes.found.map(\.policy) + boxes.unexplained.map(\.policy)
    let isOneWay = Set(all.map(\.coordination)).count == 1
    let name = { (policy: Robustness.Policy) in
      isOneWay ? policy.option : "\(policy.option) (\(policy.coordination))"
    }
    for it in boxes.found.prefix(Self.mostBoxes) {
      let sentence =
        it.claim.map { text.sentence(on: it.box, of: "`\($0.text)` of \(name(it.policy))") }
        ?? text.sentence(
          onWorldsWithoutPlan: it.box, start: "\(name(it.policy)) has most often no plan")
      addItem(sentence, .dash)
    }
    addRest(boxes.found.count - Self.mostBoxes, in: "boxes.csv")
    for failure in boxes.unexplained.map(\.failure).uniqued() {
      let policies = boxes.unexplained.filter { $0.failure == failure }.map { name($0.policy) }
      let more = policies.count > 5 ? " and \(policies.count - 5) more" : ""
      let what = failure == WorldValues.Ending.noPlan.rawValue ? failure : "`\(failure)`"
      addItem(
        "\(what), \(policies.prefix(5).joined(separator: ", "))\(more): no box explains where; chance would find one as good.",
        .dash)
    }
    addLegend([
      (
        "z",
        "the place of an assumption: -1 is its low end, 0 the number of the table, 1 its high end"
      )
    ])
  }

  // MARK: Which assumptions decide

  /// The measures of the indices in the report: what goals cost, the reliance, and the measures of claims.
  static func measures(of all: Comparison) -> [PlanMeasure] {
    let known = all.measures
    let cost = known.first { $0.figure == .extraCost } ?? known.first { $0.figure == .cost }
    let reliance = known.first { $0.figure == .reliance && !$0.isChange }
    let ofClaims = all.claims.map(\.measure).filter { known.contains($0) }
    return ([cost, reliance].compactMap(\.self) + ofClaims).uniqued()
  }

  private mutating func addIndices(_ indices: StudyIndices, of all: Comparison) {
    guard let worlds = indices.worlds, !indices.found.isEmpty else { return }
    let count = worlds.sobolNames.count
    addHeading("Which assumptions decide: Sobol indices over \(count) further worlds")
    let isOneWay = Set(indices.found.map(\.policy.coordination)).count == 1
    var rows: [[String]] = []
    var blank: [String] = []
    for it in indices.found {
      let option =
        isOneWay ? it.policy.option : "\(it.policy.option) (\(it.policy.coordination))"
      if it.indices.missing > 0 {
        blank.append("\(it.measure.name) of \(option) (\(it.indices.missing) worlds)")
      }
      // Those that are shown as 0.00 decide nothing.
      let all = it.indices.ranked
      let deciding = all.filter { $0.total.value >= 0.005 }
      let ranked = (deciding.isEmpty ? Array(all.prefix(1)) : deciding)
        .prefix(Self.mostAssumptions)
      for (place, (assumption, total)) in ranked.enumerated() {
        let first = it.indices.first[assumption]
        let name = place == 0 ? [option, it.measure.name] : ["", ""]
        rows.append(
          name + [
            worlds.factors[assumption].name, first?.text ?? "-", first?.intervalText ?? "-",
            total.text, total.intervalText,
          ])
      }
    }
    if !rows.isEmpty {
      var grid = TextGrid([
        "option", "figure", "assumption", "first-order", "interval", "total", "interval",
      ])
      for row in rows.prefix(Self.mostIndices) { grid.add(row) }
      add(grid)
      addRest(rows.count - Self.mostIndices, in: "indices.csv")
    }
    if !blank.isEmpty {
      let more = blank.count > 6 ? " and \(blank.count - 6) more" : ""
      add(
        "No indices, since some of the worlds have no value: \(blank.prefix(6).joined(separator: ", "))\(more).",
        .bad)
    }
    guard !rows.isEmpty else {
      if blank.isEmpty { add("None of these figures moves.") }
      return
    }
    addLegend([
      (
        "first-order, total",
        "the share of the figure's variance that goes if this assumption alone becomes known, and the share that stays if "
          + "all others become known; of each figure the \(Self.mostAssumptions) largest above 0, with bootstrap intervals of 95 %"
      )
    ])
    add("indices.csv has all figures and assumptions.")
  }
}
