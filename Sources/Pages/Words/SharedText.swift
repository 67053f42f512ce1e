/// Sentences and parts of them that are the same on all pages.
enum SharedText {
  /// What is a bill.
  static let bill =
    "A bill is what a region pays of the cost of all regions; costs follow the goods at average cost. "
    + "Equally cheap plans may split the cost in another way."

  /// That the figures hold for the numbers of the tables, and how far they move is not known.
  ///
  /// - Parameter advice: how ranges can be had; nil where the instance has no assumption with a range.
  static func oneWorld(_ advice: String?) -> String {
    "These figures hold for one set of assumptions."
      + (advice.map { " \($0)" } ?? "")
  }

  /// `in 90% of 200 worlds 5.3 to 43.7 (median 14.9)`: between the 5 % and the 95 % quantile.
  static func range(_ low: String, _ high: String, median: String, of worlds: Int) -> String {
    "in 90% of \(worlds) worlds \(low) to \(high) (median \(median))"
  }

  /// `(90% of 200 worlds)`: between the 5 % and the 95 % quantile.
  static func most(of worlds: Int) -> String { "(90% of \(worlds) worlds)" }
}

/// A sentence or label that begins with a capital letter.
func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
