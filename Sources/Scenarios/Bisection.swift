/// The value nearest to `bad` that is still good, to within a resolution. All values from `good` to one point
/// must be good, and all from there to `bad` not. The search also ends if no number lies between the two.
///
/// - Parameter isGood: whether a value is good; nil if the value is not allowed, which ends the search.
func bisected(
  from good: Double, to bad: Double, within resolution: Double,
  _ isGood: (Double) throws -> Bool?
) rethrows -> Double {
  var (good, bad) = (good, bad)
  while abs(good - bad) > resolution {
    let middle = good + (bad - good) / 2
    guard middle != good, middle != bad, let isFine = try isGood(middle) else { break }
    if isFine { good = middle } else { bad = middle }
  }
  return good
}
