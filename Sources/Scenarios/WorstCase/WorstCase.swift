public import Sourcing

/// Which few cuts of an adversary cost most under a plan.
public struct WorstCase: Sendable {
  /// Whose lost value is the loss of an attack.
  public enum Measure: String, Sendable, CaseIterable {
    /// All regions together.
    case world
    /// Home alone, if the world serves it first.
    case home
  }

  /// One attack and what it costs. All losses are least lost values over the window, money, of those whom the
  /// ``WorstCase/measure`` counts.
  public struct Outcome: Sendable {
    /// What is cut.
    public var attack: Attack
    /// The loss.
    public var loss: Double
    /// What each of its targets alone would cost, in their order; nil if the time limit came first.
    public var singleLosses: [Double]?
    /// The figures of home under the attack; nil if the time limit came first.
    public var home: StressOutcome.Home?

    /// What the cuts cost together beyond the sum of what each alone costs, money; negative where one makes another
    /// less harmful: (loss − L₀) − Σ(single − L₀); nil if the time limit came first.
    ///
    /// - Parameter undisturbed: L₀, the loss without any cut.
    public func synergy(beyond undisturbed: Double) -> Double? {
      singleLosses.map { singles in
        loss - undisturbed - singles.reduce(0) { $0 + $1 - undisturbed }
      }
    }
  }

  /// The worst attack for a number of cuts.
  public struct Worst: Sendable {
    /// The most targets of the attacks.
    public var cuts: Int
    /// The attack; nil if the time limit came before any was solved.
    public var outcome: Outcome?
    /// No attack with at most ``cuts`` targets costs more, money.
    public var bound: Double
    /// Whether it is proven that none costs more. If not, the time limit came first.
    public var isProven: Bool
  }

  /// Whose loss counts.
  public var measure: Measure
  /// What may be cut: the kinds of targets, and where.
  public var budget: AttackBudget
  /// All targets, in the order of their names.
  public var targets: [AttackTarget]
  /// The most targets of an attack: `AttackBudget.cuts`, or fewer where there are not as many. A region and its parts
  /// are not in one attack.
  public var largestAttack: Int
  /// The number of attacks with ``largestAttack`` targets; nil if there are 10¹⁵ or more.
  public var attackCount: Int?
  /// The number of attacks that were solved.
  public var solved: Int
  /// L₀, the loss without any cut, money.
  public var undisturbed: Double
  /// The figures of home without any cut; nil if the time limit came first.
  public var undisturbedHome: StressOutcome.Home?
  /// All demand that the measure counts, each unit at its shortage cost, money over the window: no loss is larger.
  public var demandValue: Double
  /// The worst attack for each number of cuts from 1 to ``largestAttack``.
  public var worst: [Worst]
  /// The worst attacks with exactly ``largestAttack`` targets, the largest loss first.
  public var top: [Outcome]
  /// No attack with ``largestAttack`` targets that is not in ``top`` costs more than this, money.
  public var topBound: Double

  /// Whether everything is proven.
  public var isProven: Bool { worst.allSatisfy(\.isProven) }

  /// Whether everything is proven and worked out. If not, the time limit came first.
  public var isComplete: Bool {
    isProven && undisturbedHome != nil
      && (worst.compactMap(\.outcome) + top).allSatisfy {
        $0.home != nil && $0.singleLosses != nil
      }
  }

  /// Whether a sum of money is more than round-off: more than 1e-9 of ``demandValue``.
  public func isSeen(_ money: Double) -> Bool { money > 1e-9 * demandValue }

  /// The synergy of an attack (``Outcome/synergy(beyond:)``), money; 0 if it is round-off.
  public func synergy(of outcome: Outcome) -> Double? {
    outcome.synergy(beyond: undisturbed).map { isSeen(abs($0)) ? $0 : 0 }
  }
}
