public import Games
import Scenarios
public import Sourcing

extension Sharing.Mode {
  /// The mode in a word: `own`, `pooled`, `quota=30%`, `iep`.
  package var text: String { Sharing(mode: self).label }

  /// What the rule means, and for whom, in one sentence.
  public var sentence: String {
    switch self {
    case .own:
      "each member uses only its own stock, so each needs enough for the disruption that hits it most"
    case .pooled:
      "any member may use any stock, so one stock serves whichever member is hit, and members that are not hit give"
    case .quota(let share):
      "at most \(NumberText.exactPercent(share)) of each stock may go to other members in a disruption, so every owner "
        + "keeps at least \(NumberText.exactPercent(1 - share)) of its stock for itself"
    case .iep:
      "nobody gives until the members together lack 7% of their use; then members that are served better than their right "
        + "give stock to those that are served worse"
    }
  }
}

extension Sharing {
  /// What the arrangement means, and for whom, in one sentence.
  var sentence: String {
    mode.sentence
      + (fairness == .maxMin
        ? "; the member that is served worst gets as much as possible first" : "")
  }
}

extension GameSplits.Rule {
  /// What the split means, and for whom, in one sentence.
  ///
  /// - Parameters:
  ///   - kind: whether a saving or a cost is split.
  ///   - weight: what the weight of a member is.
  public func sentence(_ kind: CooperativeGame.Kind, weight: String = "weight") -> String {
    let (common, gets) = kind == .cost ? ("cost", "pays") : ("saving", "gets")
    let counts =
      kind == .cost
      ? "what counts is the cost that it brings with it"
      : "what counts is how much the others need it"
    return switch self {
    case .shapley:
      "each member \(gets) the mean of what it adds to the \(common) when the members join one after another, over all "
        + "orders; so \(counts)"
    case .proportional:
      "each member \(gets) a part of the \(common) in proportion to its \(weight); so a large member \(gets) much, whatever "
        + "it adds"
    case .nucleolus:
      "no member does worse than by itself, and the largest gain that any group could have by leaving is as small as "
        + "possible; so it is the split that holds the members together best"
    }
  }
}
