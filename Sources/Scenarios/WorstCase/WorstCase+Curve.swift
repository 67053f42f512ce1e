public import Sourcing

extension WorstCase {
  /// The worst attack that was found with at most so many cuts. Where none was found it is no cut at all.
  public struct Point: Sendable {
    /// The most targets of the attacks.
    public var cuts: Int
    /// The attack.
    public var attack: Attack
    /// Its loss, money.
    public var loss: Double
    /// No attack with at most so many targets costs more, money.
    public var bound: Double
    /// The figures of home under it; nil if the time limit came first.
    public var home: StressOutcome.Home?
    /// Whether it is proven that none costs more.
    public var isProven: Bool
  }

  /// The loss over the number of cuts, from 0 to ``largestAttack``.
  public var curve: [Point] {
    let start = Point(
      cuts: 0, attack: Attack(), loss: undisturbed, bound: undisturbed, home: undisturbedHome,
      isProven: true)
    return [start]
      + worst.map { worst in
        Point(
          cuts: worst.cuts, attack: worst.outcome?.attack ?? Attack(),
          loss: worst.outcome?.loss ?? undisturbed, bound: worst.bound,
          home: worst.outcome.map(\.home) ?? undisturbedHome, isProven: worst.isProven)
      }
  }

  /// An attack with its place in the list of results.
  public struct Ranked: Sendable {
    /// The most targets of the attacks that it is compared with.
    public var cuts: Int
    /// Its place among them: 1 is the one that costs most.
    public var rank: Int
    /// The attack and what it costs.
    public var outcome: Outcome
    /// Whether the place is proven.
    public var isProven: Bool
  }

  /// For each number of cuts below ``largestAttack`` the worst attack, then ``top``.
  public var ranked: [Ranked] {
    worst.dropLast().compactMap { worst in
      worst.outcome.map {
        Ranked(cuts: worst.cuts, rank: 1, outcome: $0, isProven: worst.isProven)
      }
    }
      + top.enumerated().map {
        Ranked(cuts: largestAttack, rank: $0 + 1, outcome: $1, isProven: isProven)
      }
  }
}
