/// Numbers h that are defined by linear equations along chains:
///
///     h[n] = exit[n] + Σ_m weight[n,m]·h[m],   all ≥ 0, exit[n] + Σ_m weight[n,m] ≤ 1
///
/// They are solved by elimination in an order in which what comes later in a chain is eliminated first. So without
/// loops nothing is filled in, and the solution is that of substitution. Of a loop from which nothing comes out, the
/// numbers are 0: the least solution.
struct DownstreamShares {
  /// The equation of one number.
  struct Equation {
    var exit = 0.0
    var weights: [Int: Double] = [:]

    /// Adds a term.
    mutating func add(_ weight: Double, _ node: Int) {
      if weight > 0 { weights[node, default: 0] += weight }
    }
  }

  /// A loop that keeps more than this of what enters it has no way out but round-off.
  private static let closed = 1 - 1e-12

  private var equations: [Equation]
  /// The place of each number in the order of elimination.
  private let turn: [Int]
  private let order: [Int]

  /// The solution, one number for each equation.
  static func solve(_ equations: [Equation]) -> [Double] {
    var shares = DownstreamShares(equations)
    for node in shares.order { shares.eliminate(node) }
    return shares.substituted()
  }

  private init(_ equations: [Equation]) {
    self.equations = equations
    order = Self.deepestFirst(equations)
    var turn = Array(repeating: 0, count: equations.count)
    for (place, node) in order.enumerated() { turn[node] = place }
    self.turn = turn
  }

  /// Replaces in an equation all numbers that were eliminated before, and solves it for its own number.
  private mutating func eliminate(_ node: Int) {
    var equation = equations[node]
    // Those eliminated first may bring in those eliminated after them.
    while let next = equation.weights.keys.filter({ turn[$0] < turn[node] })
      .min(by: { turn[$0] < turn[$1] }), let weight = equation.weights.removeValue(forKey: next)
    {
      equation.exit += weight * equations[next].exit
      for (other, part) in equations[next].weights.sorted(by: { $0.key < $1.key }) {
        equation.add(weight * part, other)
      }
    }
    let own = equation.weights.removeValue(forKey: node) ?? 0
    if own > Self.closed {
      equation = Equation()
    } else if own > 0 {
      equation.exit /= 1 - own
      equation.weights = equation.weights.mapValues { $0 / (1 - own) }
    }
    equations[node] = equation
  }

  /// The numbers, from the last eliminated to the first.
  private func substituted() -> [Double] {
    var values = Array(repeating: 0.0, count: equations.count)
    for node in order.reversed() {
      let terms = equations[node].weights.sorted { $0.key < $1.key }
      let value = terms.reduce(equations[node].exit) { $0 + $1.value * values[$1.key] }
      values[node] = min(1, max(0, value))
    }
    return values
  }

  /// All nodes, each after those that it can reach, as far as loops allow.
  private static func deepestFirst(_ equations: [Equation]) -> [Int] {
    var order: [Int] = []
    var isSeen = Array(repeating: false, count: equations.count)
    for root in equations.indices where !isSeen[root] {
      isSeen[root] = true
      var path = [(node: root, next: equations[root].weights.keys.sorted()[...])]
      while let last = path.indices.last {
        guard let next = path[last].next.popFirst() else {
          order.append(path[last].node)
          path.removeLast()
          continue
        }
        guard !isSeen[next] else { continue }
        isSeen[next] = true
        path.append((next, equations[next].weights.keys.sorted()[...]))
      }
    }
    return order
  }
}
