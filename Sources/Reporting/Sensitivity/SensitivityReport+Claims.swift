import Sourcing
import Statistics
import Studies

extension SensitivityReport {
  /// Which claims hold, and where each breaks.
  mutating func addClaims() {
    guard !question.claims.isEmpty else { return }
    addHeading("Claims")
    for (place, claim) in question.claims.enumerated() { addClaim(place, claim) }
  }

  private mutating func addClaim(_ place: Int, _ claim: Claim) {
    let isHeld = found.holdsNominally(claim)
    let sampled = found.sample.map { sample in
      "; it holds in \(NumberText.percent(sample.shares[place])) of the \(sample.points.count) sampled worlds"
    }
    let inNominal = isHeld ? "holds in the nominal world" : "does not hold in the nominal world"
    add("`\(claim.text)` \(inNominal)\(sampled ?? "").", isHeld ? .good : .bad)
    let breaks = found.breaks[place].enumerated().compactMap { assumption, z in
      z.map { (assumption: assumption, z: $0) }
    }
    if breaks.isEmpty {
      addPoint(
        isHeld
          ? "No assumption alone breaks it between its ends."
          : "No assumption alone makes it hold between its ends.")
    }
    for (assumption, z) in breaks {
      let verb = isHeld ? "no longer holds" : "begins to hold"
      addPoint("It \(verb) where `\(id(assumption))` is \(limit(of: assumption, at: z)).")
    }
    if let box = found.sample?.boxes.ofClaims[place] {
      addPoint(boxText.sentence(on: box, of: "It"))
    }
  }

  /// Adds a sentence on a claim below it.
  mutating func addPoint(_ text: String) {
    addItem(text, .indent)
  }

  /// `above z 0.41 (factor 1.3)`
  private func limit(of assumption: Int, at z: Double) -> String {
    let side = z > question.nominal[assumption] ? "above" : "below"
    return "\(side) z \(NumberText.place(z)) (\(context.amount(of: assumption, at: z)))"
  }

  /// Sentences on boxes of failures.
  var boxText: BoxText {
    BoxText(factors: question.factors) { context.amount(of: $0, at: $1) }
  }
}
