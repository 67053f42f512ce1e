import Sourcing

/// A key of a goal that gives a target.
struct TargetKey {
  static let atMost = TargetKey(name: "at_most", direction: .atMost)
  static let atLeast = TargetKey(name: "at_least", direction: .atLeast)
  static let eachAtLeast = TargetKey(name: "each_at_least", direction: .atLeast)
  static let eachMonth = TargetKey(
    name: "each_month_at_least", direction: .atLeast, isEachMonth: true)

  let name: String
  let direction: Goal.Direction
  /// Of a resilience goal, whether the target holds in every month rather than over the window.
  var isEachMonth = false

  func meaning(of kind: Goal.KindName) -> String {
    switch kind {
    case .reliance: direction == .atMost ? "The largest share." : "The least share."
    case .largestSource: "The largest share of a region."
    case .hhi: "The largest HHI."
    case .plusOne: "The least share of each source."
    case .cover: "The least number of days."
    case .service: "The least service level."
    case .capex, .subsidy, .cost: "The largest sum of money."
    case .resilience:
      isEachMonth
        ? "The least service level of every month of the window."
        : "The least service level over the whole window."
    }
  }
}

extension Goal.KindName {
  /// The keys that give its targets: at least one must be there.
  var targets: [TargetKey] {
    switch self {
    case .plusOne: [.eachAtLeast]
    case .resilience: [.atLeast, .eachMonth]
    case .reliance, .largestSource, .hhi, .cover, .service, .capex, .subsidy, .cost:
      directions.map { $0 == .atMost ? .atMost : .atLeast }
    }
  }
}
