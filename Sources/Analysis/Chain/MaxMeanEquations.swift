/// Equations v[n] = Σ_term weight·max over choices of (Σ weight·v), with weights that add up to at most 1,
/// and some unknowns fixed at 1.
///
/// Their least solution is found component by component of the dependency graph, and inside a component
/// with loops by policy iteration: choose for each term the input that is largest now, solve the linear
/// equations of that choice exactly, and choose again until nothing rises. Each round's values are those
/// of one choice, hence at most the least solution; where no choice rises they satisfy the equations,
/// hence they are it. Rounds are few and the linear solves exact, so loops that hardly lose anything
/// converge as well as short ones.
struct MaxMeanEquations {
  struct Weighted {
    var index: Int
    var weight: Double
  }
  /// One producer: its weight and, for each input, the mixture that it gets.
  struct Term {
    var weight: Double
    var choices: [[Weighted]]
  }

  private let terms: [[Term]]
  /// Unknowns in components, inputs first.
  private let components: [[Int]]

  init(terms: [[Term]]) {
    self.terms = terms
    components = stronglyConnectedComponents(
      terms.map { $0.flatMap { $0.choices.flatMap { $0.map(\.index) } } })
  }

  func leastSolution(fixedAtOne: [Bool]) -> [Double] {
    var values = fixedAtOne.map { $0 ? 1.0 : 0.0 }
    for component in components {
      let unknowns = component.filter { !fixedAtOne[$0] }
      if let only = unknowns.first, unknowns.count == 1, !dependsOnItself(only) {
        values[only] = terms[only].reduce(0) {
          $0 + $1.weight * ($1.choices.map { mean($0, values) }.max() ?? 0)
        }
      } else if !unknowns.isEmpty {
        solveLoop(unknowns, &values)
      }
    }
    return values.map { min(1, max(0, $0)) }
  }

  private func dependsOnItself(_ unknown: Int) -> Bool {
    terms[unknown].contains { $0.choices.contains { $0.contains { $0.index == unknown } } }
  }

  private func mean(_ mixture: [Weighted], _ values: [Double]) -> Double {
    mixture.reduce(0) { $0 + $1.weight * values[$1.index] }
  }

  private func solveLoop(_ unknowns: [Int], _ values: inout [Double]) {
    var policy = unknowns.map { terms[$0].map { _ in 0 } }
    // Rounds are few; round-off must not make them go on for ever.
    for _ in 0..<1000 {
      var isRising = false
      for (place, unknown) in unknowns.enumerated() {
        for (number, term) in terms[unknown].enumerated() where term.choices.count > 1 {
          var best = mean(term.choices[policy[place][number]], values)
          for choice in term.choices.indices {
            let value = mean(term.choices[choice], values)
            guard value > best + 1e-12 else { continue }
            (best, policy[place][number], isRising) = (value, choice, true)
          }
        }
      }
      let found = solve(unknowns, policy, values)
      for (place, unknown) in unknowns.enumerated() {
        if found[place] > values[unknown] + 1e-12 { isRising = true }
        values[unknown] = found[place]
      }
      if !isRising { return }
    }
  }

  /// The least solution of the linear equations of one policy. Unknowns that no path leads from to
  /// anything above 0 are 0; the others' equations are regular.
  private func solve(_ unknowns: [Int], _ policy: [[Int]], _ values: [Double]) -> [Double] {
    let place = Dictionary(uniqueKeysWithValues: unknowns.enumerated().map { ($1, $0) })
    let count = unknowns.count
    var matrix = Array(repeating: Array(repeating: 0.0, count: count), count: count)
    var right = Array(repeating: 0.0, count: count)
    for (row, unknown) in unknowns.enumerated() {
      for (number, term) in terms[unknown].enumerated() where !term.choices.isEmpty {
        for part in term.choices[policy[row][number]] {
          let weight = term.weight * part.weight
          if let column = place[part.index] {
            matrix[row][column] += weight
          } else {
            right[row] += weight * values[part.index]
          }
        }
      }
    }
    var isPositive = right.map { $0 > 0 }
    var changed = true
    while changed {
      changed = false
      for row in 0..<count where !isPositive[row] {
        if matrix[row].indices.contains(where: { matrix[row][$0] > 0 && isPositive[$0] }) {
          isPositive[row] = true
          changed = true
        }
      }
    }
    let kept = (0..<count).filter { isPositive[$0] }
    let solution = solveLinear(
      kept.map { row in kept.map { (row == $0 ? 1 : 0) - matrix[row][$0] } },
      kept.map { right[$0] })
    var result = Array(repeating: 0.0, count: count)
    for (index, row) in kept.enumerated() { result[row] = solution[index] }
    return result
  }
}

/// x with A·x = b, by elimination with partial pivoting. O(n³).
func solveLinear(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
  var (rows, b) = (matrix, right)
  let count = b.count
  for pivot in 0..<count {
    let best = (pivot..<count).max { abs(rows[$0][pivot]) < abs(rows[$1][pivot]) } ?? pivot
    rows.swapAt(pivot, best)
    b.swapAt(pivot, best)
    guard rows[pivot][pivot] != 0 else { continue }
    for row in (pivot + 1)..<max(count, pivot + 1) where rows[row][pivot] != 0 {
      let factor = rows[row][pivot] / rows[pivot][pivot]
      for column in pivot..<count { rows[row][column] -= factor * rows[pivot][column] }
      b[row] -= factor * b[pivot]
    }
  }
  var x = Array(repeating: 0.0, count: count)
  for row in (0..<count).reversed() where rows[row][row] != 0 {
    let rest = ((row + 1)..<max(count, row + 1)).reduce(b[row]) { $0 - rows[row][$1] * x[$1] }
    x[row] = rest / rows[row][row]
  }
  return x
}
