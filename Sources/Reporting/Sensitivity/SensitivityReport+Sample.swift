import Sourcing
import Statistics
import Studies

extension SensitivityReport {
  /// How measures are spread over the sampled worlds, and which assumptions matter most.
  mutating func addSample() {
    guard let sample = found.sample else { return }
    addHeading("\(sample.points.count) sampled worlds (seed \(question.seed))")
    let share = sample.shareWithPlan
    if share < 1 {
      add(
        "There is a plan in \(NumberText.percent(share)) of the worlds. The figures are over these.",
        .bad)
      if let box = sample.boxes.withoutPlan {
        addPoint(boxText.sentence(onWorldsWithoutPlan: box))
      }
    }
    if let note = Ranges.fewWorlds(sample.points.count) { add(note) }
    var grid = TextGrid([
      "measure", "worlds", "mean", "sd", "5%", "median", "95%", "least", "greatest",
    ])
    for (place, measure) in question.measures.enumerated() {
      guard let spread = sample.spreads[place] else { continue }
      let texts = [spread.q05, spread.median, spread.q95, spread.least, spread.greatest]
        .map(measure.text)
      grid.add(
        [
          measure.name, "\(spread.count)", measure.text(spread.mean),
          spread.standardDeviation.map(measure.text) ?? "-",
        ] + texts)
    }
    add(grid)
    let named = question.measures.indices.map { addMostImportant($0, sample) }
    if named.contains(true) {
      add(
        "A partial rank correlation says how steadily a figure moves with an assumption, not how much: the swing and Sobol "
          + "indices say how much. Those that chance explains are left out (95% critical value).")
    }
    addSobol()
  }

  /// Names the assumptions whose coefficients are above the critical value.
  ///
  /// - Returns: whether there are any.
  private mutating func addMostImportant(_ measure: Int, _ sample: Sensitivity.Sample) -> Bool {
    let name = question.measures[measure].name
    let ranked = sample.correlations[measure].enumerated().compactMap { assumption, value in
      value.map { (assumption: assumption, value: $0) }
    }.sorted { (-abs($0.value), $0.assumption) < (-abs($1.value), $1.assumption) }
    guard !ranked.isEmpty, let least = sample.criticalValues[measure] else {
      add(
        "Which assumptions matter most for \(name) is not known: it does not move, or there are too few worlds."
      )
      return false
    }
    let clear = ranked.filter { abs($0.value) > least }
    guard !clear.isEmpty else {
      add(
        "No partial rank correlation of \(name) with an assumption differs from 0 by more than chance (95% critical value "
          + "\(NumberText.place(least))).")
      return false
    }
    let texts = clear.prefix(3).map { "\(id($0.assumption)) \(NumberText.signed($0.value))" }
    add(
      "Most important for \(name), by partial rank correlation: \(texts.joined(separator: ", ")).")
    return true
  }

  // MARK: Sobol

  private mutating func addSobol() {
    for (measure, indices) in found.sobol.enumerated() {
      let name = question.measures[measure].name
      addHeading("Sobol indices of \(name), with bootstrap intervals of 95 %")
      guard indices.missing == 0 else {
        add("They are blank: in \(indices.missing) of the worlds \(name) has no value.", .bad)
        continue
      }
      let ranked = indices.ranked
      guard !ranked.isEmpty else {
        add("They are blank: \(name) does not move.")
        continue
      }
      var grid = TextGrid(["assumption", "first-order", "interval", "total", "interval"])
      for (assumption, total) in ranked.prefix(Self.mostRows) {
        let first = indices.first[assumption]
        grid.add([
          id(assumption), first?.text ?? "-", first?.intervalText ?? "-", total.text,
          total.intervalText,
        ])
      }
      add(grid)
      addRest(ranked.count - Self.mostRows, in: "indices.csv")
    }
  }
}
