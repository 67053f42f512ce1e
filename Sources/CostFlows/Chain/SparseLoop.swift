/// The nodes of a loop of an ``AbsorbingChain`` that are not yet eliminated, with few edges between them.
struct SparseLoop {
  typealias Edge = AbsorbingChain.Edge

  /// For each node, the shares that it sends to its targets.
  private(set) var rows: [Int: [Int: Double]] = [:]
  /// For each node, the other nodes that send something to it.
  private var sources: [Int: Set<Int>] = [:]

  /// - Parameters:
  ///   - component: the nodes of the loop.
  ///   - edges: where each node of the chain leads to.
  init(_ component: [Int], _ edges: [[Edge]]) {
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

  /// The elimination of all nodes: first those that add few edges, then the rest as a ``DenseLoop``.
  consuming func eliminated() -> [AbsorbingChain.Step] {
    var steps: [AbsorbingChain.Step] = []
    var limit = 1
    while !isDense {
      for node in rows.keys.sorted() where newEdges(node) <= limit { steps.append(remove(node)) }
      limit *= 2
    }
    return steps + DenseLoop(rows).eliminated()
  }

  /// Whether an eighth of all possible edges between the nodes is there.
  private var isDense: Bool {
    8 * sources.values.reduce(0) { $0 + $1.count } >= rows.count * rows.count
  }

  /// At most so many edges are added if a node is eliminated.
  private func newEdges(_ node: Int) -> Int {
    (sources[node]?.count ?? 0) * (rows[node]?.count ?? 0)
  }

  /// Removes a node: what others send to it goes to its targets. Edges are sorted, since the order of sums decides
  /// about their last digit.
  private mutating func remove(_ node: Int) -> AbsorbingChain.Step {
    var row = rows.removeValue(forKey: node) ?? [:]
    let own = row.removeValue(forKey: node) ?? 0
    let onward = row.sorted { $0.key < $1.key }.map { Edge(target: $0.key, weight: $0.value) }
    let before = (sources.removeValue(forKey: node) ?? []).sorted().map { source in
      Edge(target: source, weight: rows[source]?.removeValue(forKey: node) ?? 0)
    }
    let step = AbsorbingChain.Step(node, own: own, onward: onward, before: before)
    for edge in onward { sources[edge.target]?.remove(node) }
    for source in before {
      for edge in step.onward {
        rows[source.target]?[edge.target, default: 0] += source.weight * edge.weight
        if edge.target != source.target { sources[edge.target]?.insert(source.target) }
      }
    }
    return step
  }
}
