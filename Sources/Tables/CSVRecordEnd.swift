/// Where the last whole record of a part of a CSV file ends: behind its line feed. Nil if no record ends in it.
///
/// Quotes count as they do when a table is read: a line feed in a cell that starts with a quote ends no record. Time
/// O(bytes).
///
/// - Parameter bytes: a part that starts where a record starts.
package func endOfLastRecord(_ bytes: ArraySlice<UInt8>) -> Int? {
  guard bytes.contains(.quote) else {
    return bytes.lastIndex(of: .lineFeed).map { $0 + 1 }
  }
  return bytes.withUnsafeBufferPointer { all in
    var end: Int?
    var place = 0
    while place < all.count {
      while place < all.count, all[place].isBlank { place += 1 }
      if place < all.count, all[place] == .quote { place = endOfQuoted(all, place) }
      while place < all.count, all[place] != .comma, all[place] != .lineFeed { place += 1 }
      guard place < all.count else { break }
      place += 1
      if all[place - 1] == .lineFeed { end = place }
    }
    return end.map { bytes.startIndex + $0 }
  }
}

/// The place behind the quote that closes a cell; the end if none does.
private func endOfQuoted(_ all: UnsafeBufferPointer<UInt8>, _ opening: Int) -> Int {
  var place = opening + 1
  while place < all.count {
    guard all[place] == .quote else {
      place += 1
      continue
    }
    guard place + 1 < all.count, all[place + 1] == .quote else { return place + 1 }
    place += 2
  }
  return place
}
