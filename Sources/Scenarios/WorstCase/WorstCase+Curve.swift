public import Sourcing

extension WorstCase {
  /// The worst attack that was found with at most ``Point/cuts`` cuts. Where none was found it is no cut at all.
  public struct Point: Sendable {
    /// The most targets of the attacks.
    public var cuts: Int
    /// The attack.
    public var attack: Attack
    /// Its loss, money.
    public var loss: Double
    /// No attack with at most ``cuts`` targets costs more, money.
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
    /// 1 is the one that costs most of them. The others are ranked among the attacks with ``largestAttack`` targets.
    public var rank: Int
    /// The attack and what it costs.
    public var outcome: Outcome
    /// Whether the place is proven.
    public var isProven: Bool
  }

  /// For each number of cuts below ``largestAttack`` the worst attack, then ``rankedAtMost``.
  public var ranked: [Ranked] {
    worst.dropLast().compactMap { worst in
      worst.outcome.map {
        Ranked(cuts: worst.cuts, rank: 1, outcome: $0, isProven: worst.isProven)
      }
    } + rankedAtMost
  }

  /// The worst attacks for ``largestAttack``: ``worseOnFewer``, if there is one, then ``top``.
  public var rankedAtMost: [Ranked] {
    ([worseOnFewer].compactMap(\.self) + top).enumerated().map {
      Ranked(cuts: largestAttack, rank: $0 + 1, outcome: $1, isProven: isProven)
    }
  }

  /// The worst attack of all, if it has fewer than ``largestAttack`` targets and costs more than each of ``top``; nil if
  /// it does not. A region can cost more than some of its parts, and it is not cut beside them.
  public var worseOnFewer: Outcome? {
    guard let found = worst.last?.outcome, found.attack.targets.count < largestAttack else {
      return nil
    }
    guard let first = top.first else { return found }
    return isSeen(found.loss - first.loss) ? found : nil
  }
}
