import Reporting
import Statistics
import Studies

/// What decides the figures of a policy: in a sentence, and figure by figure.
struct SensitivityAnswer {
  private let words: SensitivityWords
  private var found: Sensitivity { words.found }
  private var question: SensitivityQuestion { words.question }

  init(_ words: SensitivityWords) { self.words = words }

  // MARK: The answer

  var answer: Page.Answer {
    guard found.nominal.hasPlan else {
      let others =
        found.hasPlan
        ? "In some other worlds there is one."
        : "There is none in any other world that was planned."
      return Page.Answer(
        "In the nominal world no plan meets the goals and the data. \(others)", .bad)
    }
    let claims = question.claims.indices.prefix(2).map {
      "The claim “\(words.claim(question.claims[$0]))” \(words.standing(of: $0))."
    }
    return Page.Answer(([decisive] + claims).joined(separator: " "))
  }

  private var decisive: String {
    guard let measure = question.measures.first else { return "" }
    let title = capitalised(words.measures.title(of: measure))
    guard let nominal = found.nominal.values[0] else {
      return "\(title): not known in the nominal world."
    }
    let start = "\(title): \(words.measures.value(nominal, of: measure)) in the nominal world."
    guard let strongest = words.strongest(0) else {
      return "\(start) No assumption alone moves it."
    }
    let name = words.name(strongest)
    let ends = found.ends[strongest]
    guard let low = ends.low.values[0], let high = ends.high.values[0] else {
      let end = words.endsWithoutValue(strongest, 0)
      return "\(start) What decides most is \(name): it has no value with that at \(end)."
    }
    return
      "\(start) What decides most is \(name): \(words.measures.value(low, of: measure)) at its low end, "
      + "\(words.measures.value(high, of: measure)) at its high end."
  }

  // MARK: Main figures

  var figures: [Page.KeyFigure] {
    let measures = question.measures.indices.prefix(3).map(figure)
    let claims = question.claims.indices.prefix(2).map(claim)
    return Array((measures + claims).prefix(5))
  }

  private func figure(_ place: Int) -> Page.KeyFigure {
    let measure = question.measures[place]
    let nominal = found.nominal.values[place].map { words.measures.value($0, of: measure) }
    return Page.KeyFigure(
      capitalised(words.measures.title(of: measure)),
      nominal ?? (found.nominal.hasPlan ? "not known" : "no plan"),
      compared: words.strongestText(place), range: range(place))
  }

  private func range(_ place: Int) -> String? {
    found.sample?.spreads[place].map { spread in
      let measure = question.measures[place]
      return "\(words.measures.range(spread.q05, spread.q95, of: measure)), median "
        + "\(words.measures.value(spread.median, of: measure)) \(SharedText.most(of: spread.count))"
    }
  }

  private func claim(_ place: Int) -> Page.KeyFigure {
    let claim = question.claims[place]
    let breaks = found.breaks[place].indices.filter { found.breaks[place][$0] != nil }
    let isHeld = found.holdsNominally(claim)
    let verb = isHeld ? "stops it" : "makes it hold"
    let value =
      found.sample.map { "\(NumberText.percent($0.shares[place])) of worlds" }
      ?? (isHeld ? "holds" : "does not hold")
    let names = breaks.prefix(3).map(words.name).joined(separator: ", ")
    let more = breaks.count > 3 ? " and \(breaks.count - 3) more" : ""
    return Page.KeyFigure(
      words.claim(claim), value,
      compared: breaks.isEmpty
        ? "no assumption alone \(verb)" : "each alone \(verb): \(names)\(more)",
      range: found.sample == nil
        ? nil : isHeld ? "it holds in the nominal world" : "it does not hold in the nominal world")
  }

  // MARK: What is assumed

  var assumed: [String] {
    var all = [
      "The nominal world has the numbers of the tables. In each other world the plan is made anew and knows the numbers "
        + "of that world."
    ]
    if let sample = found.sample {
      let count = sample.points.count
      all.append(
        "In the \(count == 1 ? "1 sampled world" : "\(count) sampled worlds") (seed \(question.seed)) all assumptions move at once, independently of each other."
      )
      if let note = Ranges.fewWorlds(count) { all.append(note) }
      if sample.shareWithPlan < 1 {
        all.append(
          "There is a plan in \(NumberText.percent(sample.shareWithPlan)) of these worlds; the figures are over them."
        )
      }
    } else {
      all.append(
        "No worlds were sampled: nothing here says how the figures are spread if several assumptions are wrong at once. Add "
          + "--samples 200 to see it.")
    }
    if question.measures.contains(where: \.isChange) {
      all.append("“More than \(words.measures.other)” compares with that plan in the same world.")
    }
    return all + [words.context.lackOfOther].compactMap(\.self)
  }
}
