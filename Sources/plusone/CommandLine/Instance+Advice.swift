import Sourcing

extension Instance {
  /// How ranges can be had: a sentence for a page without them. It is nil if no assumption has a range.
  ///
  /// - Parameter hasWorlds: whether the command has the option --worlds.
  func adviceOnRanges(hasWorlds: Bool) -> String? {
    guard !assumptions.isEmpty else { return nil }
    let these =
      assumptions.count == 1
      ? "1 of them is known only as a range"
      : "\(assumptions.count) of them are known only as ranges"
    return hasWorlds
      ? "\(these): run again with --worlds 200 to see how far the result moves."
      : "\(these): `plusone solve` with --worlds 200 shows how far the plan moves."
  }
}
