package import LinearProgramming

/// One of several worlds that share some decisions: a linear or mixed-integer program whose optimum is what the world
/// costs.
package struct HedgeWorld: Sendable {
  /// Its name, which no other world has.
  package var name: String
  /// The program. It is minimised, and has an optimum when it is solved alone.
  package var program: LinearProgram
  /// The columns of the common decisions, in an order that is the same in all worlds.
  package var common: [Column]
  /// The optimum of the world when it is solved alone, with decisions of its own.
  package var ownCost: Double
  /// p, how likely it is, from 0 to 1. Over all worlds the sum is 1.
  package var probability: Double
  /// A basis of the program from which its solves can start, such as that of the world alone; nil: none.
  package var basis: Basis?
  /// Rows `expression ≤ 0` that a point breaks and that the program lacks, such as cuts of a cone; empty: the point
  /// keeps them all.
  package var brokenRows: @Sendable (_ point: [Double]) -> [LinearExpression]

  /// A world. The properties describe the parameters.
  package init(
    name: String, program: LinearProgram, common: [Column], ownCost: Double, probability: Double,
    basis: Basis? = nil,
    brokenRows: @escaping @Sendable ([Double]) -> [LinearExpression] = { _ in [] }
  ) {
    self.name = name
    self.program = program
    self.common = common
    self.ownCost = ownCost
    self.probability = probability
    self.basis = basis
    self.brokenRows = brokenRows
  }

  /// Its integer columns that are not common.
  var ownIntegers: [Column] {
    let common = Set(common)
    return program.integerColumns.map { Column(Int($0)) }.filter { !common.contains($0) }
  }
}

/// What common decisions are good for.
package enum HedgeCriterion: Sendable, Hashable {
  /// The largest regret over all worlds is least:
  ///
  ///     min R   subject to   cost_w − own_w ≤ R in every world w
  ///
  /// Of all decisions with that regret, those with the least expected cost.
  case regret
  /// The expected cost Σ_w p_w·cost_w is least.
  case expected
}

/// Which common decisions are best for many worlds, each of which decides everything else by itself when it is known. A
/// two-stage program: Birge and Louveaux, *Introduction to Stochastic Programming* (2011), chapter 1; for regret Kouvelis
/// and Yu, *Robust Discrete Optimization and Its Applications* (1997).
package struct HedgeProblem: Sendable {
  /// The worlds, at least one.
  package var worlds: [HedgeWorld]
  /// Common decisions with which the search begins, such as the own ones of a world. They save time only.
  package var starts: [[Double]]

  /// A problem over some worlds.
  package init(_ worlds: [HedgeWorld], startingAt starts: [[Double]] = []) {
    (self.worlds, self.starts) = (worlds, starts)
  }

  /// The number of common decisions.
  package var commonCount: Int { worlds.first?.common.count ?? 0 }

  /// What a common decision may be in all worlds: the greatest lower bound and the least upper bound.
  func bounds(of decision: Int) -> (lower: Double, upper: Double) {
    worlds.reduce((-.infinity, .infinity)) { bounds, world in
      let column = world.common[decision].index
      return (
        max(bounds.0, world.program.columnLower[column]),
        min(bounds.1, world.program.columnUpper[column])
      )
    }
  }

  /// Whether a common decision is a whole number in some world.
  func isInteger(_ decision: Int) -> Bool {
    worlds.contains { world in
      world.program.integerColumns.contains(Int32(world.common[decision].index))
    }
  }

  /// Common decisions moved into their bounds.
  func withinBounds(_ decisions: [Double]) -> [Double] {
    decisions.enumerated().map { decision, value in
      let (lower, upper) = bounds(of: decision)
      return min(max(value, lower), upper)
    }
  }

  /// Whether all integer columns are common ones, so that with common decisions that are given all worlds are linear
  /// programs.
  var isLinearAfterwards: Bool { worlds.allSatisfy { $0.ownIntegers.isEmpty } }

  /// The usual size of a common decision.
  func size(of decision: Int) -> Double {
    worlds.first.map { $0.program.size(of: $0.common[decision]) } ?? 1
  }

  /// The size of costs, with which differences of them are compared: the largest |own cost|; if all are 0, what one
  /// column can add to a cost.
  package var costSize: Double {
    let largest = worlds.reduce(0) { max($0, abs($1.ownCost)) }
    guard largest == 0 else { return largest }
    return worlds.reduce(0) { size, world in
      world.program.cost.indices.reduce(size) {
        max($0, abs(world.program.cost[$1]) * world.program.size(of: Column($1)))
      }
    }
  }

  /// Costs that differ by no more than this are equal: 1e-9 of their size.
  package var resolution: Double { 1e-9 * costSize }

  /// The problem with some of its worlds only. Their probabilities are rescaled to a sum of 1, or equal if they are all 0.
  package func restricted(to places: [Int]) -> HedgeProblem {
    var part = HedgeProblem(places.map { worlds[$0] }, startingAt: starts)
    let sum = part.worlds.reduce(0) { $0 + $1.probability }
    for index in part.worlds.indices {
      part.worlds[index].probability =
        sum > 0 ? part.worlds[index].probability / sum : 1 / Double(part.worlds.count)
    }
    return part
  }

  /// A cost of a world: its own cost, if no more than round-off is between them.
  package func withoutRoundOff(_ cost: Double, of world: HedgeWorld) -> Double {
    abs(cost - world.ownCost) <= 2 * resolution ? world.ownCost : cost
  }

  /// The largest regret of some costs, one a world; at least 0.
  package func worstRegret(of costs: [Double]) -> Double {
    zip(worlds, costs).reduce(0) { max($0, $1.1 - $1.0.ownCost) }
  }

  /// Σ_w p_w·cost_w.
  package func expectedCost(of costs: [Double]) -> Double {
    zip(worlds, costs).reduce(0) { $0 + $1.0.probability * $1.1 }
  }
}
