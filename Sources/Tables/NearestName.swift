/// The name among `names` that is nearest to `name`; nil if `names` is empty.
///
/// Names that have `name` as a part count first, if it has at least three letters. Among these, and among the others,
/// the distance is the number of edits (insert, delete, replace, swap neighbours), without regard to case; an equal
/// name in other case comes second to an equal one. Among names at the same distance the one with the longest common
/// start counts, then the first in alphabetical order. Only the first 10,000 names and the first 64 bytes of each are
/// compared. Time O(Σ length · edits).
///
/// - Parameters:
///   - name: the name that is not known.
///   - names: the known names.
///   - most: the most edits; nil: any number.
public func nearestName(
  to name: String, among names: some Sequence<String>, within most: Int? = nil
) -> String? {
  let wanted = Array(name.utf8.prefix(64))
  let lowered = wanted.map(lowercase)
  var best: (name: String, isPart: Bool, distance: Int, start: Int)?
  for candidate in names.prefix(mostCompared) {
    let bytes = Array(candidate.utf8.prefix(64))
    let letters = bytes.map(lowercase)
    let isPart = lowered.count >= 3 && letters.contains(lowered)
    if let best, best.isPart, !isPart { continue }
    let rival = best?.isPart == isPart ? best : nil
    let limit = min((rival?.distance ?? .max - 1) / 2, most ?? .max)
    guard let edits = editDistance(lowered, letters, atMost: limit) else { continue }
    let distance = 2 * edits + (bytes == wanted ? 0 : 1)
    let start = zip(lowered, letters).prefix { $0 == $1 }.count
    let isBetter =
      rival.map { (distance, -start, candidate) < ($0.distance, -$0.start, $0.name) } ?? true
    if isBetter { best = (candidate, isPart, distance, start) }
  }
  return best?.name
}

/// Whether a name is spelt much like another one, without regard to case: it is a part of it and has at least three
/// letters, or at most half of the letters of the longer one differ.
private func isSpeltLike(_ name: String, _ other: String) -> Bool {
  let (wanted, found) = (
    name.utf8.prefix(64).map(lowercase), other.utf8.prefix(64).map(lowercase)
  )
  if wanted.count >= 3, found.contains(wanted) { return true }
  return editDistance(wanted, found, atMost: max(wanted.count, found.count) / 2) != nil
}

/// The end of a message about an unknown name: the known name with the most similar spelling, and all known names
/// where they are few; nothing where there are none. A name that differs in more than half of its letters is no
/// suggestion.
public func nearestHint(
  to name: String, among names: some Sequence<String>, listsKnown: Bool = true
) -> String {
  guard let nearest = nearestName(to: name, among: names) else { return "" }
  let known = Array(names.prefix(mostListed + 1))
  let list = known.map { shortened($0) }.joined(separator: ", ")
  guard isSpeltLike(name, nearest) else {
    return listsKnown && known.count <= mostListed ? "; known: \(list)" : ""
  }
  let isListed = listsKnown && (2...mostListed).contains(known.count)
  return "; the most similar name is `\(nearest)`" + (isListed ? " (known: \(list))" : "")
}

/// The most names that one name is compared with.
let mostCompared = 10_000

/// The most names that a message lists.
private let mostListed = 25

private func lowercase(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}

/// Optimal string alignment distance; nil if it is more than a limit.
private func editDistance(_ a: [UInt8], _ b: [UInt8], atMost limit: Int) -> Int? {
  guard abs(a.count - b.count) <= limit else { return nil }
  guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  for i in 1...a.count {
    var row = [i] + [Int](repeating: 0, count: b.count)
    for j in 1...b.count {
      let replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
      row[j] = min(replaced, last[j] + 1, row[j - 1] + 1)
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
        row[j] = min(row[j], beforeLast[j - 2] + 1)
      }
    }
    // What follows is made of the last two rows, and never less than they are.
    if let least = row.min(), let before = last.min(), min(least, before) > limit { return nil }
    (beforeLast, last) = (last, row)
  }
  return last[b.count] <= limit ? last[b.count] : nil
}
