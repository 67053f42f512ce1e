package import LinearProgramming

/// Which few targets, closed at once, raise the optimum of a linear program most. To close a target sets all its
/// columns to 0:
///
///     max over attacks A, |A| = n   L(A),   L(A) = min { c·y : y feasible, y[i] = 0 for each column i of a target in A }
///
/// Wood, "Deterministic network interdiction", Mathematical and Computer Modelling 17 (1993).
package struct InterdictionProblem: Sendable {
  /// Columns that are closed together.
  package struct Target: Sendable {
    /// A name that no other target has; ties are ordered by it.
    package var name: String
    /// The columns that are closed. Their lower bounds are 0.
    package var columns: [Column]
    /// The places of the targets that no attack may have beside it.
    package var excluded: Set<Int>

    /// A target.
    package init(name: String, columns: [Column], excluded: Set<Int> = []) {
      (self.name, self.columns, self.excluded) = (name, columns, excluded)
    }
  }

  /// The program without an attack. It is minimised and has an optimum whatever is closed.
  package var program: LinearProgram
  /// The targets, in the order of their names.
  package var targets: [Target]
  /// For each column w[i] ≥ 0, the most that the optimum rises for each unit less of it: if y is feasible without a set
  /// of columns, then the optimum without further columns S is at most c·y + Σ_{i∈S} w[i]·y[i]. Infinite: nothing is
  /// known.
  package var weights: [Double]
  /// No attack has a higher optimum than this; infinite: not known.
  package var ceiling: Double
  /// Optima that differ by no more than this are equal, in the unit of the objective.
  package var resolution: Double

  /// A problem. The properties describe the parameters.
  package init(
    _ program: LinearProgram, targets: [Target], weights: [Double],
    ceiling: Double = .infinity, resolution: Double
  ) {
    self.program = program
    self.targets = targets
    self.weights = weights
    self.ceiling = ceiling
    self.resolution = resolution
  }

  /// An optimum in whole steps of the resolution: optima in one step are equal.
  func step(_ optimum: Double) -> Double {
    resolution > 0 ? (optimum / resolution).rounded() : optimum
  }

  /// Attacks by their optimum, the highest first; ties in the order of the names.
  package func inOrder(_ attacks: [InterdictionRanking.Attack]) -> [InterdictionRanking.Attack] {
    attacks.sorted { a, b in
      let (first, second) = (step(a.optimum), step(b.optimum))
      if first != second { return first > second }
      return names(of: a.targets).lexicographicallyPrecedes(names(of: b.targets))
    }
  }

  /// The names of an attack's targets, in their order.
  func names(of attack: [Int]) -> [String] { attack.map { targets[$0].name } }
}

/// The attacks of one size with the highest optima.
package struct InterdictionRanking: Sendable {
  /// One attack.
  package struct Attack: Sendable {
    /// The places of its targets, ascending.
    package var targets: [Int]
    /// L, the optimum with these targets closed.
    package var optimum: Double

    /// An attack. The properties describe the parameters.
    package init(targets: [Int], optimum: Double) {
      (self.targets, self.optimum) = (targets, optimum)
    }
  }

  /// The attacks, the highest optimum first; ties in the order of the names.
  package var attacks: [Attack]
  /// No attack of this size that is not in ``attacks`` has a higher optimum.
  package var bound: Double
  /// Whether these are proven to be the first ones. If not, the time ended first.
  package var isProven: Bool

  /// A ranking. The properties describe the parameters.
  package init(attacks: [Attack], bound: Double, isProven: Bool) {
    self.attacks = attacks
    self.bound = bound
    self.isProven = isProven
  }
}
