public import Statistics

/// The boxes of assumptions in which one policy often has no plan, and in which claims on it often fail.
public struct ClaimBoxes: Sendable, Hashable {
  /// The box in which there is often no plan; nil if all worlds have one or none has, or if no box explains where.
  public var withoutPlan: FailureBox?
  /// For each claim the box in which it often fails; nil if it fails nowhere or everywhere, or if no box explains where.
  public var ofClaims: [FailureBox?]

  /// Looks for the boxes.
  ///
  /// - Parameters:
  ///   - points: `points[world][assumption]`, the place of each assumption.
  ///   - factors: how each assumption was drawn.
  ///   - hasPlan: whether there is a plan, for each world.
  ///   - held: for each claim whether it holds, for each world; nil for a claim that says nothing.
  public init(
    points: [[Double]], factors: [UncertainFactor], hasPlan: [Bool], held: [[Bool]?]
  ) {
    let box = { (holds: [Bool]) in
      FailureBox.search(points: points, fails: holds.map { !$0 }, factors: factors)
    }
    withoutPlan = box(hasPlan)
    ofClaims = held.map { $0.flatMap(box) }
  }

  /// The boxes that were found, each with what fails in it: the text of the claim, or `no plan`, which comes first.
  ///
  /// - Parameter claims: the claims, in the order in which they were given.
  public func named(_ claims: [Claim]) -> [(failure: String, claim: Claim?, box: FailureBox)] {
    let all =
      [(WorldValues.Ending.noPlan.rawValue, Claim?.none, withoutPlan)]
      + zip(claims, ofClaims).map { ($0.text, $0, $1) }
    return all.compactMap { failure, claim, box in box.map { (failure, claim, $0) } }
  }
}
