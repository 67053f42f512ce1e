public import Statistics

/// The boxes of assumptions in which one policy often has no plan, and in which claims on it often fail.
public struct ClaimBoxes: Sendable, Hashable {
  /// The box in which there is often no plan; nil if all worlds have one or none has, or if no box explains where.
  public var withoutPlan: FailureBox? { ofPlans.box }
  /// For each claim the box in which it often fails; nil if it fails nowhere or everywhere, or if no box explains where.
  public var ofClaims: [FailureBox?] { claimSearches.map(\.box) }

  private let ofPlans: Search
  private let claimSearches: [Search]

  /// What was found about one thing that can fail.
  private struct Search: Sendable, Hashable {
    var box: FailureBox?
    /// Whether it fails in some worlds and not in others.
    var isMixed = false
  }

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
    let search = { (holds: [Bool]) in
      Search(
        box: FailureBox.search(points: points, fails: holds.map { !$0 }, factors: factors),
        isMixed: Set(holds).count == 2)
    }
    ofPlans = search(hasPlan)
    claimSearches = held.map { $0.map(search) ?? Search() }
  }

  /// The boxes that were found, each with what fails in it: the text of the claim, or `no plan`, which comes first.
  ///
  /// - Parameter claims: the claims, in the order in which they were given.
  public func named(_ claims: [Claim]) -> [(failure: String, claim: Claim?, box: FailureBox)] {
    searches(claims).compactMap { failure, claim, search in
      search.box.map { (failure, claim, $0) }
    }
  }

  /// What fails in some worlds and not in others though no box says where: `no plan`, which comes first, and the texts
  /// of claims.
  ///
  /// - Parameter claims: the claims, in the order in which they were given.
  public func unexplained(_ claims: [Claim]) -> [String] {
    searches(claims).filter { $0.search.isMixed && $0.search.box == nil }.map(\.failure)
  }

  private func searches(
    _ claims: [Claim]
  ) -> [(failure: String, claim: Claim?, search: Search)] {
    [(WorldValues.Ending.noPlan.rawValue, nil, ofPlans)]
      + zip(claims, claimSearches).map { ($0.text, $0, $1) }
  }
}
