/// How closely values rise or fall with one factor when the influence of the others is taken out: partial rank
/// correlation coefficients (Iman and Helton 1988).
///
/// All factors and the values are replaced by their ranks; equal values have their mean rank. For each factor, its ranks
/// and those of the values are each regressed upon the ranks of all other factors, and the coefficient is the correlation
/// of the two residuals: 1 if the values always rise with it, -1 if they always fall, 0 if they have nothing to do with it.
public enum PartialRankCorrelation {
  /// The coefficient of each factor, over `points[sample][factor]` with one finite value each.
  ///
  /// All are nil if the values are constant, or if there are fewer points than factors + 3: then nothing is left to
  /// compare. One is nil if its factor is constant, or if its ranks follow from those of the others. It is 0 where the
  /// others explain the ranks of the values completely.
  public static func coefficients(points: [[Double]], values: [Double]) -> [Double?] {
    precondition(points.count == values.count, "each point has one value")
    let count = points.first?.count ?? 0
    let none = [Double?](repeating: nil, count: count)
    guard points.count >= count + 3, !Spread.isConstant(values) else { return none }
    let columns = (0..<count).map { factor in points.map { $0[factor] } }
    let moving = columns.indices.filter { !Spread.isConstant(columns[$0]) }
    let ranks = moving.map { Ranks.centred(columns[$0]) }
    let valueRanks = Ranks.centred(values)
    var coefficients = none
    for (place, factor) in moving.enumerated() {
      var others = ranks
      let own = others.remove(at: place)
      coefficients[factor] = coefficient(own, valueRanks, without: others)
    }
    return coefficients
  }

  /// The size that a coefficient of ranks which have nothing to do with each other exceeds with a probability of 5 %:
  /// t / √(d + t²), where d = points - factors - 1 and t is the 97.5 % quantile of Student's t distribution with d degrees of
  /// freedom.
  ///
  /// - Parameters:
  ///   - points: the number of points.
  ///   - factors: the number of factors.
  /// - Returns: nil where there are too few points for coefficients.
  public static func criticalValue(points: Int, factors: Int) -> Double? {
    guard points >= factors + 3 else { return nil }
    let freedom = Double(points - factors - 1)
    let t = GSL.studentQuantile(0.975, freedom: freedom)
    return t / (freedom + t * t).squareRoot()
  }

  /// The correlation of two centred columns when the others are taken out.
  private static func coefficient(
    _ own: [Double], _ values: [Double], without others: [[Double]]
  ) -> Double? {
    guard !others.isEmpty else { return correlation(own, values) }
    guard let rests = LeastSquares.residuals(of: [own, values], upon: others) else { return nil }
    let (ownRest, valueRest) = (rests[0], rests[1])
    // What is left of ranks that the others explain is round-off.
    if squares(ownRest) <= 1e-18 * squares(own) { return nil }
    if squares(valueRest) <= 1e-18 * squares(values) { return 0 }
    return correlation(ownRest, valueRest)
  }

  private static func squares(_ values: [Double]) -> Double { values.reduce(0) { $0 + $1 * $1 } }

  /// Σ ab / √(Σ a² · Σ b²) of centred columns.
  private static func correlation(_ a: [Double], _ b: [Double]) -> Double {
    let products = zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
    return min(max(products / (squares(a) * squares(b)).squareRoot(), -1), 1)
  }
}
