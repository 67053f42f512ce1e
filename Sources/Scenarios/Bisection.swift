/// The value nearest to `bad` that is still good, to within a resolution, where all from `good` up to some
/// point are good. It ends too where numbers have nothing between the two.
///
/// - Parameter isGood: whether a value is good; nil where there is no such value, which ends the search.
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
