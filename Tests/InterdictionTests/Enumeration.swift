import GLPKSolver
import Interdiction
import LinearProgramming

/// Every attack of a size with its optimum, each by a program of its own in which its columns are fixed at 0.
struct Enumeration {
  struct Attack {
    var targets: [Int]
    var optimum: Double
  }

  /// The highest optimum first; those that differ by less than a millionth in the order of the names.
  let attacks: [Attack]

  init(_ problem: InterdictionProblem, size: Int) throws {
    let solver = GLPKSolver()
    attacks = try Self.subsets(of: Array(problem.targets.indices), size).filter { subset in
      subset.allSatisfy { problem.targets[$0].excluded.isDisjoint(with: subset) }
    }.map { subset in
      var program = problem.program
      for column in subset.flatMap({ problem.targets[$0].columns }) {
        program.setBounds(column, lower: 0, upper: 0)
      }
      return Attack(targets: subset, optimum: try solver.solve(program).objective)
    }.sorted { a, b in
      let (first, second) = ((a.optimum * 1e6).rounded(), (b.optimum * 1e6).rounded())
      if first != second { return first > second }
      return Self.names(a, problem).lexicographicallyPrecedes(Self.names(b, problem))
    }
  }

  private static func names(_ attack: Attack, _ problem: InterdictionProblem) -> [String] {
    attack.targets.map { problem.targets[$0].name }
  }

  private static func subsets(of items: [Int], _ size: Int) -> [[Int]] {
    guard size > 0 else { return [[]] }
    return items.indices.flatMap { place in
      subsets(of: Array(items[(place + 1)...]), size - 1).map { [items[place]] + $0 }
    }
  }
}
