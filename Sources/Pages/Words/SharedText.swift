/// Sentences and parts of them that are the same on all pages.
enum SharedText {
  /// What is a bill.
  static let bill =
    "A bill is what a region pays of the cost of all regions; costs follow the goods at average cost. "
    + "Equally cheap plans may split the cost in another way."

  /// That the figures are of one world.
  ///
  /// - Parameter advice: how ranges can be had; nil where the instance has no assumption with a range.
  static func oneWorld(_ advice: String?) -> String {
    "These figures are of one world, the numbers of the tables: nothing here says how far they could move."
      + (advice.map { " \($0)" } ?? "")
  }

  /// `(90% of 200 worlds)`: between the 5 % and the 95 % quantile.
  static func most(of worlds: Int) -> String { "(90% of \(worlds) worlds)" }
}

/// A sentence or label that begins with a capital letter.
func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
