import Sourcing

extension Instance {
  /// Names of the instance and of a model with the hashes of what was read, for a page.
  func inputHashes(with model: Model) -> [(name: String, hash: String)] {
    [("instance \(name)", contentHash), ("model \(model.name)", model.contentHash)]
  }

  /// Which command shows ranges, for a page of one that has none; nil if the instance has no assumption with a range.
  var adviceOnRangesOfPlans: String? {
    let count = assumptions.count
    guard count > 0 else { return nil }
    return "The instance has ranges for \(count) \(count == 1 ? "assumption" : "assumptions"): "
      + "`plusone solve` with --worlds 200 shows how far the plan's costs move with them."
  }
}
