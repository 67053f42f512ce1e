/// The strongly connected components of a directed graph, each after all components that it has edges to.
///
/// Tarjan's algorithm without recursion. Source: Tarjan, "Depth-first search and linear graph algorithms", SIAM
/// Journal on Computing 1, 1972.
///
/// - Parameter edges: for each node, the nodes that it has edges to.
/// - Complexity: O(nodes + edges).
package func stronglyConnectedComponents(_ edges: [[Int]]) -> [[Int]] {
  var search = ComponentSearch(edges: edges)
  for node in edges.indices where search.number[node] < 0 { search.visit(from: node) }
  return search.components
}

private struct ComponentSearch {
  let edges: [[Int]]
  var number: [Int]
  var components: [[Int]] = []
  private var low: [Int]
  private var isOpen: [Bool]
  private var open: [Int] = []
  private var next = 0

  init(edges: [[Int]]) {
    self.edges = edges
    number = Array(repeating: -1, count: edges.count)
    low = number
    isOpen = Array(repeating: false, count: edges.count)
  }

  mutating func visit(from root: Int) {
    var path: [(node: Int, edge: Int)] = []
    enter(root, &path)
    while let (node, edge) = path.last {
      if edge < edges[node].count {
        path[path.count - 1].edge += 1
        let target = edges[node][edge]
        if number[target] < 0 {
          enter(target, &path)
        } else if isOpen[target] {
          low[node] = min(low[node], number[target])
        }
        continue
      }
      path.removeLast()
      if let parent = path.last?.node { low[parent] = min(low[parent], low[node]) }
      if low[node] == number[node] { close(node) }
    }
  }

  private mutating func enter(_ node: Int, _ path: inout [(node: Int, edge: Int)]) {
    number[node] = next
    low[node] = next
    next += 1
    open.append(node)
    isOpen[node] = true
    path.append((node, 0))
  }

  private mutating func close(_ node: Int) {
    var component: [Int] = []
    while let member = open.popLast() {
      isOpen[member] = false
      component.append(member)
      if member == node { break }
    }
    components.append(component.sorted())
  }
}
