package import Formulation
package import Interdiction
import Sourcing

extension AttackedWindow {
  /// The targets with the columns that they close.
  package var interdicted: [InterdictionProblem.Target] {
    targets.indices.map { place in
      InterdictionProblem.Target(
        name: names[place], columns: columns[place],
        excluded: Set(
          targets.indices.filter {
            targets[$0].isInside(targets[place]) || targets[place].isInside(targets[$0])
          }))
    }
  }

  /// The most targets that one attack can have, and at most so many: a region does not go with its own parts.
  package func largestAttack(of cuts: Int) -> Int {
    let most = Dictionary(grouping: targets, by: \.region).values.reduce(0) { sum, targets in
      sum + max(1, targets.count { $0.kind != .regions })
    }
    return min(cuts, most)
  }

  /// Whether some target is inside another.
  private var isNested: Bool {
    targets.contains { inner in targets.contains { inner.isInside($0) } }
  }

  /// The sizes at which the worst attack of at most so many targets can be, the largest first. Where no target is inside
  /// another, more targets are never better for the plan.
  package func sizesToAsk(upTo cuts: Int) -> [Int] {
    let largest = largestAttack(of: cuts)
    return isNested ? Array((0...largest).reversed()) : [largest]
  }
}

extension InterdictionSearch {
  /// The worst attack with at most so many targets; of equally bad ones one with most targets.
  ///
  /// - Throws: `NoOptimum` if not even the program without an attack was solved in time; `SolverError`.
  package func worst(upTo cuts: Int, of window: AttackedWindow) throws -> (
    targets: [Int], optimum: Double, isProven: Bool
  ) {
    var worst = (targets: [Int](), optimum: try optimum(of: []), isProven: true)
    for size in window.sizesToAsk(upTo: cuts) where size > 0 {
      let ranking = try ranking(
        of: size, above: worst.targets.isEmpty ? -.infinity : worst.optimum)
      worst.isProven = worst.isProven && ranking.isProven
      guard let first = ranking.attacks.first else { continue }
      if worst.targets.isEmpty || first.optimum > worst.optimum {
        (worst.targets, worst.optimum) = (first.targets, first.optimum)
      }
    }
    return worst
  }
}
