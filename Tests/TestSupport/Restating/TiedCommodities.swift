import SourcingFiles
import Yams

/// Which commodities must have the same factor because something adds them up: a group, a quota of several, a soft
/// goal with one penalty for several.
public struct TiedCommodities {
  /// Every commodity is in one of the sets.
  public private(set) var sets: [Set<String>]

  public init(_ files: InstanceFiles) {
    sets = files.commodities.map { [$0] }
    for group in Set(files.rows(.groups, "group").map { $0[0] }) { tie(files.members(of: group)) }
    for row in files.rows(.quotas, "commodity") { tie(files.members(of: row[0])) }
    for name in files.models {
      guard let model = try? ModelText(name, files) else { continue }
      for goal in model.goals where goal["penalty"] != nil {
        tie(model.commodities(of: goal).flatMap(files.members))
      }
    }
  }

  private mutating func tie(_ members: [String]) {
    let touched = sets.filter { !$0.isDisjoint(with: members) }
    guard let first = touched.first else { return }
    let union = touched.reduce(into: Set<String>()) { $0.formUnion($1) }
    sets = sets.compactMap { set in
      set == first ? union : set.isDisjoint(with: members) ? set : nil
    }
  }
}
