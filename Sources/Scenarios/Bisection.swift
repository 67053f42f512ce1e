/// The value nearest to `bad` that is still good, to within a resolution. All values from `good` to one point
/// must be good, and all from there to `bad` not. The search also ends if no number lies between the two.
///
/// - Parameters:
///   - good: a good value.
///   - bad: a value that is not good.
///   - resolution: the largest distance between the answer and a value that is not good.
///   - isWhole: whether only whole numbers are tried; then both ends are whole numbers.
///   - isGood: whether a value is good; nil if the value is not allowed, which ends the search.
func bisected(
  from good: Double, to bad: Double, within resolution: Double, isWhole: Bool = false,
  _ isGood: (Double) throws -> Bool?
) rethrows -> Double {
  var (good, bad) = (good, bad)
  while abs(good - bad) > resolution {
    let half = good + (bad - good) / 2
    let middle = isWhole ? half.rounded(.down) : half
    guard middle != good, middle != bad, let isFine = try isGood(middle) else { break }
    if isFine { good = middle } else { bad = middle }
  }
  return good
}
