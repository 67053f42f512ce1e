/// A proof by branching that a mixed-integer program is infeasible, or a point that refutes the claim.
///
/// Branch and cut works with tolerances and keeps no record, so its result "infeasible" is only a claim. Here each
/// leaf of the tree must be a relaxation with a checked Farkas certificate. Claims about few integer columns take few
/// nodes; after ``mostNodes`` nodes the claim stays unproven.
struct BranchingProof {
  enum Outcome {
    /// Every leaf is a relaxation that is proven infeasible.
    case proven
    /// A feasible point at which all integer columns are whole numbers: the claim was wrong.
    case refuted(by: [Double])
    /// Too many nodes, the time limit, or a relaxation that could not be solved.
    case open
  }

  /// A bound on a column that leads to a node.
  private struct Decision {
    var column: Column
    var lower: Double
    var upper: Double
  }

  private static let mostNodes = 400
  private static let integrality = 1e-6

  private let program: LinearProgram
  private let backend: any SolverBackend
  private let watch: SolveWatch
  private let part: LoadedProgram

  init(_ program: LinearProgram, backend: any SolverBackend, watch: SolveWatch)
    throws(BackendFailure)
  {
    self.program = program
    self.backend = backend
    self.watch = watch
    part = try LoadedProgram(program.roundedRelaxation, in: backend)
  }

  func run() throws(BackendFailure) -> Outcome {
    var waiting: [[Decision]] = [[]]
    for _ in 0..<Self.mostNodes {
      guard let node = waiting.popLast() else { return .proven }
      guard !watch.isCancelled, !watch.isOutOfTime else { return .open }
      switch try relaxation(of: node) {
      case .proven(let solution) where solution.termination == .infeasible: continue
      case .proven(let solution) where solution.isOptimal:
        guard let column = fractional(solution.values) else {
          return .refuted(by: solution.values)
        }
        waiting += branches(of: node, on: column, at: solution.values[column.index])
      default: return .open
      }
    }
    return .open
  }

  private func relaxation(of node: [Decision]) throws(BackendFailure) -> CheckedAnswer {
    part.releaseIntegers(of: program)
    for decision in node {
      let column = decision.column.index
      part.setBounds(
        decision.column, lower: max(decision.lower, part.program.columnLower[column]),
        upper: min(decision.upper, part.program.columnUpper[column]))
    }
    if let crossed = part.program.crossedBounds {
      return .proven(
        Solution(termination: .infeasible, primalStatus: .infeasible, certificate: crossed))
    }
    try part.synchronise()
    return try ProvenSolve(
      loaded: part, capabilities: backend.capabilities, watch: watch,
      attempts: AttemptSequence(backend, .dual)
    ).run(checking: part.program)
  }

  /// The integer column whose value is farthest from a whole number; nil if all are whole numbers.
  private func fractional(_ values: [Double]) -> Column? {
    let distances = program.integerColumns.map { index in
      (Column(Int(index)), abs(values[Int(index)] - values[Int(index)].rounded()))
    }
    guard let worst = distances.max(by: { $0.1 < $1.1 }), worst.1 > Self.integrality else {
      return nil
    }
    return worst.0
  }

  private func branches(of node: [Decision], on column: Column, at value: Double) -> [[Decision]] {
    let down = Decision(column: column, lower: -.infinity, upper: value.rounded(.down))
    let up = Decision(column: column, lower: value.rounded(.up), upper: .infinity)
    return [node + [down], node + [up]]
  }
}
