/// Amounts that go from node to node, each in fixed shares, until they end in a final state: a Markov chain with
/// absorbing states.
///
/// It answers two questions: which share of what is at a node ends in each final state (``shares(endingIn:)``), and
/// how much passes each node (``throughput(of:)``). Nodes are eliminated one after the other. A node is eliminated
/// before those that it leads to; inside a loop, the node whose elimination adds the fewest new edges is next. What a
/// node passes on is divided by the sum of these shares and not by 1 − (its own share): so nothing is subtracted, and
/// loops that lose almost nothing lose no digits. Source: Grassmann, Taksar and Heyman, "Regenerative analysis and
/// steady state distributions for Markov chains", Operations Research 33, 1985.
struct AbsorbingChain: Sendable {
  /// The share of what is at a node that goes to a target.
  struct Edge: Sendable {
    /// A node; or the number of nodes + the number of a final state.
    var target: Int
    /// Above 0.
    var weight: Double
  }

  /// The elimination of one node.
  private struct Step: Sendable {
    var node: Int
    /// Where what leaves the node goes among the targets that are left; the weights add up to 1.
    var onward: [Edge]
    /// The shares that nodes which are left send to the node.
    var before: [Edge]
    /// How often what arrives at the node passes it, at least 1.
    var visits: Double
  }

  /// The number of nodes.
  let nodeCount: Int
  private var steps: [Step] = []

  /// - Parameter edges: for each node, where it leads to. The weights of a node need not add up to 1. From every node
  ///   some final state can be reached.
  init(_ edges: [[Edge]]) {
    nodeCount = edges.count
    steps.reserveCapacity(nodeCount)
    let inner = edges.map { $0.map(\.target).filter { $0 < edges.count } }
    for component in stronglyConnectedComponents(inner).reversed() {
      if let node = component.first, component.count == 1, !inner[node].contains(node) {
        steps.append(
          Step(node: node, onward: Self.normalised(edges[node]), before: [], visits: 1))
      } else {
        eliminate(component, edges)
      }
    }
  }

  private static func normalised(_ edges: [Edge]) -> [Edge] {
    let total = edges.reduce(0) { $0 + $1.weight }
    return edges.map { Edge(target: $0.target, weight: $0.weight / total) }
  }

  /// Eliminates the nodes of a loop.
  private mutating func eliminate(_ component: [Int], _ edges: [[Edge]]) {
    var loop = Loop(component, edges.map { $0 })
    while let node = loop.next() {
      let (own, onward, before) = loop.remove(node)
      let total = onward.reduce(0) { $0 + $1.weight }
      steps.append(
        Step(
          node: node, onward: Self.normalised(onward), before: before,
          visits: (own + total) / total))
    }
  }

  /// The share of what is at each node that ends in some final states.
  ///
  /// - Parameter states: numbers of final states, from 0.
  /// - Returns: for each node, then each of `states`, the share.
  /// - Complexity: O(edges · states).
  func shares(endingIn states: Range<Int>) -> [Double] {
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

  /// How much passes each node, all rounds of loops together.
  ///
  /// - Parameter entering: for each node, what enters there.
  func throughput(of entering: [Double]) -> [Double] {
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

/// The nodes of a loop that are not yet eliminated.
private struct Loop {
  private var rows: [Int: [Int: Double]] = [:]
  private var sources: [Int: Set<Int>] = [:]

  init(_ component: [Int], _ edges: [[AbsorbingChain.Edge]]) {
    for node in component { sources[node] = [] }
    for node in component {
      let total = edges[node].reduce(0) { $0 + $1.weight }
      var row: [Int: Double] = [:]
      for edge in edges[node] {
        row[edge.target, default: 0] += edge.weight / total
        if edge.target != node { sources[edge.target]?.insert(node) }
      }
      rows[node] = row
    }
  }

  /// The node whose elimination adds the fewest edges; nil if none is left.
  func next() -> Int? {
    var best: (node: Int, edges: Int)?
    for (node, before) in sources {
      let edges = before.count * (rows[node]?.count ?? 0)
      if let best, (best.edges, best.node) < (edges, node) { continue }
      best = (node, edges)
    }
    return best?.node
  }

  /// Removes a node: what others send to it goes to its targets.
  ///
  /// - Returns: the share that it sends to itself, its other edges, and the edges to it; sorted, since the order of
  ///   sums decides about their last digit.
  mutating func remove(_ node: Int) -> (Double, [AbsorbingChain.Edge], [AbsorbingChain.Edge]) {
    var row = rows.removeValue(forKey: node) ?? [:]
    let own = row.removeValue(forKey: node) ?? 0
    let onward = row.sorted { $0.key < $1.key }.map {
      AbsorbingChain.Edge(target: $0.key, weight: $0.value)
    }
    let total = onward.reduce(0) { $0 + $1.weight }
    let before = (sources.removeValue(forKey: node) ?? []).sorted().map { source in
      AbsorbingChain.Edge(target: source, weight: rows[source]?.removeValue(forKey: node) ?? 0)
    }
    for edge in onward { sources[edge.target]?.remove(node) }
    for source in before {
      for edge in onward {
        rows[source.target]?[edge.target, default: 0] += source.weight * edge.weight / total
        if edge.target != source.target { sources[edge.target]?.insert(source.target) }
      }
    }
    return (own, onward, before)
  }
}
