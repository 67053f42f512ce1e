import Foundation
public import Sourcing

extension Sharing {
  /// The arrangement as tables and the command line write it: `own`, `pooled`, `quota=30%` or `iep`, followed by
  /// `+max_min` if that is its fairness.
  public var label: String {
    let mode =
      switch mode {
      case .own, .pooled, .iep: mode.name.rawValue
      case .quota(let share): "quota=\(String(format: "%g", 100 * share))%"
      }
    return fairness == .maxMin ? "\(mode)+max_min" : mode
  }
}
