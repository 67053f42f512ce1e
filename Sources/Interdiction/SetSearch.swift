/// All attacks with some targets and so many others that come after them.
struct AttackSet {
  var targets: [Int]
  /// The number of further targets.
  var more: Int
  /// Further targets come from this place on.
  var start: Int
  /// No attack of the set has a higher optimum.
  var bound: Double
  /// The number of evaluated attacks that the bound takes into account.
  var seen: Int
}

/// The state of a search for the attacks of one size: the sets that are open, the highest bound first.
struct SetSearch {
  let size: Int
  let top: Int
  let floor: Double
  /// The attacks that have a rank, the highest optimum first.
  var found: [InterdictionRanking.Attack] = []
  private let problem: InterdictionProblem
  /// A heap: each set is before its two children, those at 2·i + 1 and 2·i + 2.
  private var queue: [AttackSet]

  init(size: Int, top: Int, floor: Double, problem: InterdictionProblem) {
    self.size = size
    self.top = top
    self.floor = floor
    self.problem = problem
    queue = [AttackSet(targets: [], more: size, start: 0, bound: .infinity, seen: 0)]
  }

  /// No open attack has a higher optimum; nil if none is open.
  var highestBound: Double? { queue.first?.bound }

  /// Whether nothing with this bound can change the result: it does not matter, or enough attacks are found. Ties are
  /// found in the order of the names, so that no other attack is before these.
  func isOver(at bound: Double) -> Bool { bound <= floor || found.count >= top }

  // MARK: Sets

  /// Takes the set with the highest bound, which takes all evaluated attacks into account.
  mutating func popFirst(_ bounds: AttackBounds) -> AttackSet? {
    while var set = removeFirst() {
      guard set.seen < bounds.count else { return set }
      let bound = bounds.upper(set.targets, more: set.more, from: set.start, after: set.seen)
      set.bound = set.more == 0 && bounds[set.targets] != nil ? bound : min(set.bound, bound)
      set.seen = bounds.count
      guard let next = queue.first, isBefore(next, set) else { return set }
      insert(set)
    }
    return nil
  }

  /// The sets that a set splits into by its next target.
  func children(of set: AttackSet, _ bounds: AttackBounds) -> [AttackSet] {
    (set.start..<problem.targets.count).compactMap { target in
      guard problem.targets[target].excluded.isDisjoint(with: set.targets),
        problem.targets.count - target >= set.more
      else { return nil }
      let targets = set.targets + [target]
      let bound = bounds.upper(targets, more: set.more - 1, from: target + 1)
      return AttackSet(
        targets: targets, more: set.more - 1, start: target + 1, bound: min(set.bound, bound),
        seen: bounds.count)
    }
  }

  /// The higher bound first. Of equal ones the first in the order of the names: a set is before its attacks, and these
  /// are before all that come after them. So when an attack is first, each of its ties that is before it by name has
  /// been found: it would be in a set that is first.
  private func isBefore(_ a: AttackSet, _ b: AttackSet) -> Bool {
    let (first, second) = (problem.step(a.bound), problem.step(b.bound))
    if first != second { return first > second }
    return a.targets.lexicographicallyPrecedes(b.targets)
  }

  mutating func insert(_ set: AttackSet) {
    queue.append(set)
    var place = queue.count - 1
    while place > 0, isBefore(queue[place], queue[(place - 1) / 2]) {
      queue.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private mutating func removeFirst() -> AttackSet? {
    guard !queue.isEmpty else { return nil }
    queue.swapAt(0, queue.count - 1)
    let first = queue.removeLast()
    var place = 0
    while 2 * place + 1 < queue.count {
      var child = 2 * place + 1
      if child + 1 < queue.count, isBefore(queue[child + 1], queue[child]) { child += 1 }
      guard isBefore(queue[child], queue[place]) else { break }
      queue.swapAt(place, child)
      place = child
    }
    return first
  }

  // MARK: Results

  /// The result of a search that is over.
  var ranking: InterdictionRanking {
    InterdictionRanking(
      attacks: problem.inOrder(found), bound: highestBound ?? -.infinity, isProven: true)
  }

  /// The best attacks that were found before the time ended, and the bound of the others.
  func unproven(_ bounds: AttackBounds) -> InterdictionRanking {
    let solved = bounds.evaluated.filter { $0.targets.count == size && $0.optimum > floor }
      .map { InterdictionRanking.Attack(targets: $0.targets, optimum: $0.optimum) }
    let others = found.filter { bounds[$0.targets] == nil }
    let known = problem.inOrder(solved + others)
    let open = queue.filter { $0.more > 0 || bounds[$0.targets] == nil }.map { set in
      min(set.bound, bounds.upper(set.targets, more: set.more, from: set.start, after: set.seen))
    }
    return InterdictionRanking(
      attacks: Array(known.prefix(top)),
      bound: max(open.max() ?? -.infinity, known.dropFirst(top).first?.optimum ?? -.infinity),
      isProven: false)
  }
}
