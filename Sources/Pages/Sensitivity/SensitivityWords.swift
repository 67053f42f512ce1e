import Reporting
import Sourcing
import Studies

/// The words of a page on a sensitivity analysis.
struct SensitivityWords {
  let found: Sensitivity
  let context: SensitivityContext
  let measures: MeasureWords

  init(_ found: Sensitivity, _ context: SensitivityContext) {
    self.found = found
    self.context = context
    measures = MeasureWords(
      names: FigureNames(context.instance),
      other: context.against.map { Names(context.instance).inWords($0.shownTitle) }
        .map { "with “\($0)”" } ?? "without goals")
  }

  var question: SensitivityQuestion { found.question }

  /// Title and id of an assumption; the id alone without a title.
  func name(_ assumption: Int) -> String {
    let it = context.assumptions[assumption]
    return it.title.isEmpty ? it.id : "\(it.title) (\(it.id))"
  }

  /// The assumption whose ends are farthest apart; nil if none moves the measure.
  func strongest(_ measure: Int) -> Int? {
    found.order(by: measure).first { found.moves($0, measure) }
  }

  /// What the strongest assumption alone does: `moved most by Capital cost (capex): 5.2 to 12.1 USD million (2019)`.
  func strongestText(_ measure: Int) -> String {
    guard let strongest = strongest(measure) else { return "no assumption alone moves it" }
    let ends = found.ends[strongest]
    guard let low = ends.low.values[measure], let high = ends.high.values[measure] else {
      return "moved most by \(name(strongest)): no value at \(endsWithoutValue(strongest, measure))"
    }
    let range = measures.range(min(low, high), max(low, high), of: question.measures[measure])
    return "moved most by \(name(strongest)): \(range)"
  }

  /// `its low end`, `its high end`, `both ends`.
  func endsWithoutValue(_ assumption: Int, _ measure: Int) -> String {
    let ends = found.ends[assumption]
    switch (ends.low.values[measure], ends.high.values[measure]) {
    case (nil, nil): return "both ends"
    case (nil, _): return "its low end"
    default: return "its high end"
    }
  }

  /// A claim in words: `Extra cost below 2.4 USD`. The number is as it was written.
  func claim(_ claim: Claim) -> String {
    let relation =
      switch claim.relation {
      case .atMost: "at most"
      case .atLeast: "at least"
      case .below: "below"
      case .above: "above"
      }
    let number = claim.text.split(separator: claim.relation.rawValue).last ?? ""
    // The unit as after values of the measure, unless it is written.
    let unit =
      number.hasSuffix("%")
      ? "" : measures.value(claim.bound, of: claim.measure).drop { $0 != " " }.dropFirst()
    let title =
      claim.measure.isChange && claim.measure.figure == .cost
      ? "Extra cost" : capitalised(measures.title(of: claim.measure))
    return [
      title.contains(",") ? "\(title):" : title, relation,
      String(number.drop(while: \.isWhitespace)), String(unit),
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// `holds in the nominal world and in 83.0% of the 200 sampled worlds`
  func standing(of claim: Int) -> String {
    let isHeld = found.holdsNominally(question.claims[claim])
    let nominal = isHeld ? "holds in the nominal world" : "does not hold in the nominal world"
    guard let sample = found.sample else { return nominal }
    let share = "\(NumberText.percent(sample.shares[claim])) of the \(sample.points.count) sampled"
    return isHeld ? "\(nominal) and in \(share) worlds" : "\(nominal); it holds in \(share) worlds"
  }
}
