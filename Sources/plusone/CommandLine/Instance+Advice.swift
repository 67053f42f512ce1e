import Sourcing

extension Instance {
  /// How ranges can be had: a sentence for a page without them. It is nil if no assumption has a range.
  var adviceOnRanges: String? {
    guard !assumptions.isEmpty else { return nil }
    let these = assumptions.count == 1 ? "1 assumption" : "\(assumptions.count) assumptions"
    return
      "The instance has ranges for \(these): `plusone solve` and `plusone frontier` show with --worlds 200 how far the "
      + "figures move with them."
  }
}
