import Statistics

/// Sentences on boxes of failures.
struct BoxText {
  /// The assumptions as factors; the name of each is its id.
  let factors: [UncertainFactor]
  /// What an assumption makes of its numbers at a place.
  let amount: (_ assumption: Int, _ z: Double) -> String

  /// `fails most where …: 76.0% of its failures are there, …`
  ///
  /// - Parameters:
  ///   - box: in which the claim fails.
  ///   - claim: the claim in the sentence.
  func sentence(on box: FailureBox, of claim: String) -> String {
    "\(claim) fails most where \(limits(of: box)): "
      + "\(NumberText.percent(box.coverage)) of its failures are there, and it fails in "
      + "\(NumberText.percent(box.density)) of the worlds there (\(NumberText.percent(box.mass)) of all worlds)."
  }

  /// `There is most often no plan where …`
  ///
  /// - Parameters:
  ///   - box: in which there is no plan.
  ///   - start: the beginning of the sentence.
  func sentence(onWorldsWithoutPlan box: FailureBox, start: String = "There is most often no plan")
    -> String
  {
    "\(start) where \(limits(of: box)): "
      + "\(NumberText.percent(box.coverage)) of the worlds without a plan are there, and "
      + "\(NumberText.percent(box.density)) of the worlds there have none (\(NumberText.percent(box.mass)) of all worlds)."
  }

  /// ``a` is above z 0.41 (factor 1.3) and `b` is below …`
  func limits(of box: FailureBox) -> String {
    let limits = box.limits.map { limit in
      let range = factors[limit.factor].range
      let place = { (z: Double) in "z \(NumberText.place(z)) (\(amount(limit.factor, z)))" }
      let text =
        limit.from <= range.lowerBound
        ? "below \(place(limit.to))"
        : limit.to >= range.upperBound
          ? "above \(place(limit.from))" : "between \(place(limit.from)) and \(place(limit.to))"
      return "`\(factors[limit.factor].name)` is \(text)"
    }
    return limits.joined(separator: " and ")
  }
}
