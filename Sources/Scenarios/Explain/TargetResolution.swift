import Sourcing

extension Goal.Unit {
  /// Changes are relative to the target; to this where the target is 0.
  var reference: Double { self == .days ? 365 : 1 }

  /// The finest difference between targets that matters.
  func resolution(at target: Double) -> Double {
    switch self {
    case .share, .index: 1e-6
    case .days: 1e-4
    case .money: 1e-6 * (target == 0 ? 1 : abs(target))
    }
  }
}
