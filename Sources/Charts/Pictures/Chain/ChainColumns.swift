/// In which column of the picture each node of the chain is: from what is mined, 0, to final use, the last one.
///
/// What is made of a commodity is in the column of its depth: one more than the deepest input of any process that makes
/// it. What is used of it is in the first column to the right that has a use of it, so a flow goes from one column to a
/// later one. Uses further on get it from there. Where goods come back, such as magnets that become oxide again, the
/// chain is cut where it meets what comes before.
struct ChainColumns {
  /// The column of what is made of each commodity.
  private(set) var made: [String: Int] = [:]
  /// The column of what is used of each commodity.
  private(set) var used: [String: Int] = [:]
  /// The column of each process.
  private(set) var processes: [String: Int] = [:]
  /// The column of final use, the last one.
  private(set) var final = 1

  private var inputs: [String: Set<String>] = [:]
  private var outputs: [String: Set<String>] = [:]

  /// Reads the order of the chain from its links.
  init(_ rows: [ChainRow]) {
    var commodities: Set<String> = []
    for row in rows where !row.commodity.isEmpty {
      commodities.insert(row.commodity)
      if row.link == "input" { inputs[row.process, default: []].insert(row.commodity) }
      if row.link == "output" { outputs[row.process, default: []].insert(row.commodity) }
    }
    made = Self.depths(of: commodities, madeOf: madeOf)
    final = (made.values.max() ?? 0) + 1
    for (process, goods) in outputs {
      processes[process] = goods.compactMap { made[$0] }.min() ?? 0
    }
    findUses(rows)
  }

  /// The inputs of all processes that make each commodity.
  private var madeOf: [String: Set<String>] {
    var madeOf: [String: Set<String>] = [:]
    for (process, goods) in outputs {
      for commodity in goods {
        madeOf[commodity, default: []].formUnion(inputs[process] ?? [])
      }
    }
    return madeOf
  }

  private mutating func findUses(_ rows: [ChainRow]) {
    for row in rows {
      let column: Int? =
        switch row.link {
        case "input": processes[row.process]
        case "use", "stored": final
        default: nil
        }
      guard let column, let from = made[row.commodity], column > from else { continue }
      used[row.commodity] = min(used[row.commodity] ?? final, column)
    }
    for (commodity, column) in made where used[commodity] == nil { used[commodity] = column + 1 }
  }

  /// The longest way to each commodity from what is made of nothing.
  private static func depths(
    of commodities: Set<String>, madeOf: [String: Set<String>]
  ) -> [String: Int] {
    let forward = forwardInputs(commodities, madeOf)
    var depths: [String: Int] = [:]
    func depth(_ commodity: String) -> Int {
      if let known = depths[commodity] { return known }
      let depth = (forward[commodity] ?? []).map(depth).max().map { $0 + 1 } ?? 0
      depths[commodity] = depth
      return depth
    }
    for commodity in commodities { _ = depth(commodity) }
    return depths
  }

  /// The inputs of each commodity without those that are made of it in turn: a search from what is made of nothing leaves
  /// out the steps that lead back to where it is.
  private static func forwardInputs(
    _ commodities: Set<String>, _ madeOf: [String: Set<String>]
  ) -> [String: Set<String>] {
    var makes: [String: [String]] = [:]
    for (commodity, inputs) in madeOf {
      for input in inputs { makes[input, default: []].append(commodity) }
    }
    var forward: [String: Set<String>] = [:]
    var open: Set<String> = []
    var done: Set<String> = []
    func visit(_ commodity: String) {
      open.insert(commodity)
      for next in (makes[commodity] ?? []).sorted() where !open.contains(next) {
        forward[next, default: []].insert(commodity)
        if !done.contains(next) { visit(next) }
      }
      open.remove(commodity)
      done.insert(commodity)
    }
    let order = commodities.sorted { a, b in
      (madeOf[a]?.count ?? 0, a) < (madeOf[b]?.count ?? 0, b)
    }
    for commodity in order where !done.contains(commodity) { visit(commodity) }
    return forward
  }

  /// From which column to which a link goes; nil if it is not drawn: it stays inside one column, or is no link of goods.
  /// What is used in the last column is there, since it says how large the last nodes are.
  func span(of row: ChainRow) -> (from: Int, to: Int)? {
    let ends: (Int?, Int?) =
      switch row.link {
      case "flow": (made[row.commodity], used[row.commodity])
      case "input": (used[row.commodity], processes[row.process])
      case "output": (processes[row.process], made[row.commodity])
      case "use", "stored": (used[row.commodity], final)
      default: (nil, nil)
      }
    guard let from = ends.0, let to = ends.1 else { return nil }
    return from != to || ["use", "stored"].contains(row.link) ? (from, to) : nil
  }
}
