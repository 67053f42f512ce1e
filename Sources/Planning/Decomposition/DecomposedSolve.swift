import Formulation
import LinearProgramming
import Sourcing

/// Solves a decomposed program. With integers, cuts are found for the relaxation first, which is fast to solve, and
/// the mixed-integer program starts with these cuts.
struct DecomposedSolve {
  let solver: any Solver
  let options: SolveOptions
  let program: PlanningProgram
  /// The basis of the first solve, and whether it is feasible for the master program.
  var start: Basis?
  /// Whether that basis is primal feasible in the master.
  var startsFeasible = false
  /// What the solve of a similar program left, instead of a basis.
  var carried: CarriedStart?
  /// Attacks that are known to matter in a similar program.
  var attacks = KnownAttacks()

  func solve() throws -> PlanningResult {
    var known = carried?.recourses(of: program) ?? KnownRecourses()
    known.attacks.add(attacks)
    let cuts = RecourseCuts(program, solver: solver, from: known)
    var result = try cuts.keepingAttacks { try solve(with: cuts) }
    result.recourses = cuts.knownRecourses
    return result
  }

  private func solve(with cuts: RecourseCuts) throws -> PlanningResult {
    var iterations = 0
    if program.program.isMixedInteger {
      let relaxed = try solver.withSession(program.program.relaxation) { session in
        var run = StagedSolve(
          session: session, program: program, startsFeasible: startsFeasible,
          recourseCuts: cuts)
        if let start { try session.start(from: start) }
        for cut in cuts.found { try run.add(cut) }
        if let basis = carried?.basis(for: run.program) { try session.start(from: basis) }
        try run.setObjective(program.expression(of: program.model.objective[0].quantity))
        let solution = try run.solveWithCuts(options)
        iterations += run.iterations
        return solution.termination
      }
      guard relaxed == .optimal else {
        return PlanningResult(
          termination: relaxed, program: program, solution: Solution(termination: relaxed),
          stageValues: [], iterations: iterations + cuts.iterations)
      }
    }
    var result = try solver.withSession(program.program) { session in
      var run = StagedSolve(
        session: session, program: program,
        startsFeasible: startsFeasible && cuts.found.isEmpty, recourseCuts: cuts,
        carried: carried)
      if let start { try session.start(from: start) }
      for cut in cuts.found { try run.add(cut) }
      return try run.solveStages(options)
    }
    result.iterations += iterations + cuts.iterations
    return result
  }
}
