import CostFlows

/// Equations v[n] = Σ_term weight·max_choice(Σ weight·v), with weights whose sums are at most 1 and some unknowns
/// fixed at 1.
///
/// The least solution is found for one strongly connected component of the dependency graph after the other.
/// In a component with loops it is found by policy iteration (Howard, "Dynamic programming and Markov
/// processes", 1960): for each term take the choice that is largest now, solve the linear equations of these
/// choices, and repeat until no value rises. The values of each round solve the equations of one set of choices,
/// so they are at most the least solution. If no choice has a larger value, they solve the equations
/// themselves, so they are the least solution. The linear equations are solved directly, so loops that lose
/// almost nothing need no more rounds than others.
struct MaxMeanEquations {
  /// An unknown with its weight in a mean.
  struct Weighted {
    var index: Int
    var weight: Double
  }
  /// One producer: its weight and, for each input, the weights of the origins of that input.
  struct Term {
    var weight: Double
    var choices: [[Weighted]]
  }

  private let terms: [[Term]]
  /// The unknowns by component; each component after those that it depends on.
  private let components: [[Int]]

  init(terms: [[Term]]) {
    self.terms = terms
    components = stronglyConnectedComponents(
      terms.map { $0.flatMap { $0.choices.flatMap { $0.map(\.index) } } })
  }

  /// The least solution, each value from 0 to 1.
  ///
  /// - Parameter fixedAtOne: for each unknown, whether it is fixed at 1.
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
    // The limit is for rounding, which might change choices without end.
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

  /// The least solution of the linear equations of one policy. Unknowns from which no path leads to a value
  /// above 0 are 0; the equations of the others are regular.
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
