/// Whether a box of failures says more than what the same search finds where failures have nothing to do with the
/// factors: a permutation test (Fisher 1935), stopped as soon as its answer is certain (Besag and Clifford 1991).
///
/// The failures are dealt out to the points at random, 99 times, and each time the search is made anew. A deal is like
/// the box if the box found there has a tail probability (``Peeling/tail(of:)``) that is as small. The box is kept if
/// (deals like it + 1) / 100 ≤ 0.05. So at most 5 % of boxes are kept if failures are independent of all factors.
///
/// The deals depend on the points and the number of failures only, not on the order of the points. A box with a tail
/// probability below 1e-9 is kept without them.
struct DealtFailures {
  /// How often failures are dealt out.
  private static let deals = 99
  /// The greatest share of deals like the box, with the box itself as one more.
  private static let chance = 0.05
  /// The tail probability below which there is no doubt.
  private static let certain = 1e-9

  private let peeling: Peeling

  init(_ peeling: Peeling) { self.peeling = peeling }

  /// Whether few enough deals are like a box of the failures as they are.
  func areFew(like box: Peeling.Box) -> Bool {
    let tail = peeling.tail(of: box)
    guard tail >= Self.certain else { return true }
    let points = peeling.points
    let sorted = points.indices.sorted { points[$0].lexicographicallyPrecedes(points[$1]) }
    var stream = RandomStream(seed: 0, samples: points.count, purpose: .dealing)
    var like = 0
    for _ in 0..<Self.deals {
      let failing = stream.permutation(of: points.count).prefix(peeling.failures).map { sorted[$0] }
      let dealt = Peeling(peeling, failing: failing)
      guard let box = dealt.box(), dealt.tail(of: box) <= tail else { continue }
      like += 1
      if Double(like + 1) > Self.chance * Double(Self.deals + 1) { return false }
    }
    return true
  }
}
