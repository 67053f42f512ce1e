/// Attacks in words.
package enum AttackText {
  /// How many targets an attack may have: `1 target`, `at most 2 targets`.
  package static func targets(atMost count: Int) -> String {
    count == 1 ? "1 target" : "at most \(count) targets"
  }

  /// How many targets an attack has: `1 target`, `2 targets`.
  package static func targets(_ count: Int) -> String {
    count == 1 ? "1 target" : "\(count) targets"
  }
}

extension Names {
  /// What an attack cuts, from its name: `separation in China and all production in Malaysia` for
  /// `stage:CHN/separation;region:MYS`; `nothing` without a target.
  package func attack(_ name: String) -> String {
    let targets = name.split(separator: ";").map(target)
    guard let last = targets.last, name != "none" else { return "nothing" }
    return targets.count == 1
      ? last : "\(targets.dropLast().joined(separator: ", ")) and \(last)"
  }

  private func target(_ name: Substring) -> String {
    guard let colon = name.firstIndex(of: ":") else { return String(name) }
    let place = name[name.index(after: colon)...]
    let region = within(String(place.prefix { $0 != "/" }))
    let part = String(place.drop { $0 != "/" }.dropFirst())
    switch name[..<colon] {
    case "region": return "all production in \(region)"
    case "stage": return "\(Self.spaced(part)) in \(region)"
    case "exports": return "exports of \(within(part)) from \(region)"
    default: return String(name)
    }
  }
}
