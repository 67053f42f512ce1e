import Foundation
public import Sourcing

extension Sharing {
  /// The arrangement in a word, as tables and the command line name it: `own`, `pooled`, `quota=30%`,
  /// `iep`; `+max_min` where the worst-served come first.
  public var label: String {
    let mode =
      switch mode {
      case .own, .pooled, .iep: mode.name.rawValue
      case .quota(let share): "quota=\(String(format: "%g", 100 * share))%"
      }
    return fairness == .maxMin ? "\(mode)+max_min" : mode
  }
}
