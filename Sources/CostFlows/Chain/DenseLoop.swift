/// The nodes of a loop of an ``AbsorbingChain`` with many edges between them, as a matrix.
struct DenseLoop {
  typealias Edge = AbsorbingChain.Edge

  private let nodes: [Int]
  /// The nodes, then all other targets.
  private let targets: [Int]
  /// The share that each node sends to each target, row by row.
  private var shares: [Double]

  /// - Parameter rows: for each node, the shares that it sends to its targets.
  init(_ rows: [Int: [Int: Double]]) {
    nodes = rows.keys.sorted()
    let others = Set(rows.values.flatMap(\.keys)).subtracting(nodes).sorted()
    targets = nodes + others
    let column = Dictionary(uniqueKeysWithValues: targets.enumerated().map { ($1, $0) })
    shares = Array(repeating: 0, count: nodes.count * targets.count)
    for (row, node) in nodes.enumerated() {
      for (target, share) in rows[node] ?? [:] {
        if let place = column[target] { shares[row * targets.count + place] = share }
      }
    }
  }

  /// The elimination of all nodes, in their order.
  ///
  /// - Complexity: O(nodes² · targets).
  consuming func eliminated() -> [AbsorbingChain.Step] {
    let width = targets.count
    return nodes.indices.map { place in
      let start = place * width
      let onward = (place + 1..<width).filter { shares[start + $0] != 0 }
      let before = (place + 1..<max(nodes.count, place + 1)).filter {
        shares[$0 * width + place] != 0
      }
      let step = AbsorbingChain.Step(
        nodes[place], own: shares[start + place],
        onward: onward.map { Edge(target: targets[$0], weight: shares[start + $0]) },
        before: before.map { Edge(target: nodes[$0], weight: shares[$0 * width + place]) })
      for source in before {
        let share = shares[source * width + place]
        for (column, edge) in zip(onward, step.onward) {
          shares[source * width + column] += share * edge.weight
        }
      }
      return step
    }
  }
}
