/// Amounts that go from node to node, each in fixed shares, until they end in a final state: a Markov chain with
/// absorbing states.
///
/// It answers two questions: which share of what is at a node ends in each final state (``shares(endingIn:)``,
/// ``shares(weighing:)``), and how much passes each node (``throughput(of:)``). Nodes are eliminated one after the
/// other. A node is eliminated before those that it leads to; inside a loop, nodes whose elimination adds few new
/// edges come first. What a node passes on is divided by the sum of these shares and not by 1 − (its own share): so
/// nothing is subtracted, and loops that lose almost nothing lose no digits. Source: Grassmann, Taksar and Heyman,
/// "Regenerative analysis and steady state distributions for Markov chains", Operations Research 33, 1985.
package struct AbsorbingChain: Sendable {
  /// The share of what is at a node that goes to a target.
  package struct Edge: Sendable {
    /// A node; or the number of nodes + the number of a final state.
    package var target: Int
    /// Above 0.
    package var weight: Double

    /// An edge.
    ///
    /// - Parameters:
    ///   - target: a node; or the number of nodes + the number of a final state.
    ///   - weight: above 0.
    package init(target: Int, weight: Double) {
      self.target = target
      self.weight = weight
    }
  }

  /// The elimination of one node.
  struct Step: Sendable {
    var node: Int
    /// Where what leaves the node goes among the targets that are left; the weights add up to 1.
    var onward: [Edge]
    /// The shares that nodes which are left send to the node.
    var before: [Edge]
    /// How often what arrives at the node passes it, at least 1.
    var visits: Double

    /// The step for a node that sends a share to itself.
    ///
    /// - Parameters:
    ///   - own: the share that it sends to itself.
    ///   - onward: its other edges, with weights that add up to 1 − `own`.
    ///   - before: the edges to it.
    init(_ node: Int, own: Double = 0, onward: [Edge], before: [Edge] = []) {
      let total = onward.reduce(0) { $0 + $1.weight }
      self.node = node
      self.onward = onward.map { Edge(target: $0.target, weight: $0.weight / total) }
      self.before = before
      visits = own > 0 ? (own + total) / total : 1
    }
  }

  /// The number of nodes.
  package let nodeCount: Int
  private var steps: [Step] = []

  /// Eliminates the nodes of a chain.
  ///
  /// - Parameter edges: for each node, where it leads to. The weights of a node need not add up to 1. From every node
  ///   some final state can be reached.
  package init(_ edges: [[Edge]]) {
    nodeCount = edges.count
    steps.reserveCapacity(nodeCount)
    let inner = edges.map { $0.map(\.target).filter { $0 < edges.count } }
    for component in stronglyConnectedComponents(inner).reversed() {
      if let node = component.first, component.count == 1, !inner[node].contains(node) {
        steps.append(Step(node, onward: edges[node]))
      } else {
        steps += SparseLoop(component, edges).eliminated()
      }
    }
  }

  /// The share of what is at each node that ends in some final states.
  ///
  /// - Parameter states: numbers of final states, from 0.
  /// - Returns: for each node, then each of `states`, the share.
  /// - Complexity: O(edges · states).
  package func shares(endingIn states: Range<Int>) -> [Double] {
    let width = states.count
    var shares = Array(repeating: 0.0, count: nodeCount * width)
    for step in steps.reversed() {
      for edge in step.onward {
        guard edge.target < nodeCount else {
          let state = edge.target - nodeCount
          if states.contains(state) {
            shares[step.node * width + state - states.lowerBound] += edge.weight
          }
          continue
        }
        for column in 0..<width {
          shares[step.node * width + column] += edge.weight * shares[edge.target * width + column]
        }
      }
    }
    return shares
  }

  /// The share of what is at each node that ends in a final state, added up over the states with a weight for each.
  ///
  /// - Parameter weights: one for each final state, from 0 to 1.
  /// - Returns: for each node, the sum, from 0 to 1.
  /// - Complexity: O(edges).
  package func shares(weighing weights: [Double]) -> [Double] {
    var shares = Array(repeating: 0.0, count: nodeCount)
    for step in steps.reversed() {
      shares[step.node] = step.onward.reduce(0) { sum, edge in
        let value =
          edge.target < nodeCount ? shares[edge.target] : weights[edge.target - nodeCount]
        return sum + edge.weight * value
      }
    }
    return shares.map { min(1, $0) }
  }

  /// How much passes each node, all rounds of loops together.
  ///
  /// - Parameter entering: for each node, what enters there.
  package func throughput(of entering: [Double]) -> [Double] {
    var amounts = entering
    for step in steps {
      for edge in step.onward where edge.target < nodeCount {
        amounts[edge.target] += amounts[step.node] * edge.weight
      }
    }
    for step in steps.reversed() where !step.before.isEmpty || step.visits != 1 {
      let arriving = step.before.reduce(amounts[step.node]) {
        $0 + amounts[$1.target] * $1.weight
      }
      amounts[step.node] = arriving * step.visits
    }
    return amounts
  }
}
