/// Names in a sentence.
package enum WordList {
  /// `a, b and c`; of many the first few, and how many others there are.
  package static func text(_ names: [String], atMost most: Int = 6) -> String {
    if names.count > most + 1 {
      return "\(names.prefix(most).joined(separator: ", ")) and \(names.count - most) others"
    }
    let start = names.dropLast().joined(separator: ", ")
    return [start, names.last ?? ""].filter { !$0.isEmpty }.joined(separator: " and ")
  }
}
