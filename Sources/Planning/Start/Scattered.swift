extension Array {
  /// An array of `count` elements with these elements at `places`, in order, and `other` at all other places.
  func scattered(to places: [Int], count: Int, elsewhere other: Element) -> [Element] {
    var result = Array(repeating: other, count: count)
    for (element, place) in zip(self, places) { result[place] = element }
    return result
  }
}
