import Interdiction

extension InterdictionProblem {
  /// The number of attacks of a size, counted without listing them; `Int.max` if there are more.
  ///
  /// Targets that exclude each other are a region and its parts. So a region of targets contributes 1 + r·x + ((1 + x)^p
  /// − 1) to the generating function, r = 1 if the whole region is a target, and p its parts.
  func attackCount(of size: Int) -> Int {
    var counts = [Double](repeating: 0, count: size + 1)
    counts[0] = 1
    for group in groups {
      var next = counts
      for (taken, ways) in group.enumerated().dropFirst() where taken <= size {
        for start in 0...(size - taken) { next[start + taken] += counts[start] * ways }
      }
      counts = next
    }
    return counts[size] < 1e15 ? Int(counts[size]) : .max
  }

  /// For each group of targets that may exclude each other, in how many ways so many of them can be taken.
  private var groups: [[Double]] {
    var groups: [[Double]] = []
    var isCounted = targets.map { _ in false }
    for (place, target) in targets.enumerated() where !isCounted[place] {
      guard !target.excluded.isEmpty else {
        groups.append([1, 1])
        continue
      }
      // The whole region excludes all its parts, and each part excludes it alone.
      let whole = target.excluded.count > 1 ? place : target.excluded.first ?? place
      let parts = targets[whole].excluded
      for member in parts.union([whole]) { isCounted[member] = true }
      var ways = binomials(parts.count)
      ways[1] += 1
      groups.append(ways)
    }
    return groups
  }

  private func binomials(_ count: Int) -> [Double] {
    (1...max(1, count)).reduce(into: [1.0]) { row, taken in
      row.append(row[taken - 1] * Double(count - taken + 1) / Double(taken))
    }
  }
}
