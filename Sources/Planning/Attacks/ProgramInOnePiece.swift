public import Formulation
public import LinearProgramming
public import Sourcing

extension Planner {
  /// A program with all stress windows in its rows. Of goals against any attack, the windows of those attacks are in
  /// the rows that were found to matter while the model was solved: no other attack breaks the goals in an optimum.
  ///
  /// - Returns: the program; the attacks; and how the solve ended, which is `.optimal` too where nothing is against any
  ///   attack and so nothing is solved. Only then are these all attacks that matter. If no plan exists, these attacks
  ///   show it.
  /// - Throws: `NoOptimum` at a limit; `SolverError`.
  public func programInOnePiece(for instance: Instance, _ model: Model) throws -> (
    program: PlanningProgram, attacks: KnownAttacks, termination: Termination
  ) {
    let program = try PlanningProgram(instance: instance, model: model, until: solver.deadline)
    guard !program.attackGoals.isEmpty else { return (program, KnownAttacks(), .optimal) }
    let found = try timed().solvedStages(of: program, from: CarriedStart?.none)
    let whole = try PlanningProgram(
      instance: instance, model: model, attacks: found.attacks, until: solver.deadline)
    return (whole, found.attacks, found.termination)
  }
}
