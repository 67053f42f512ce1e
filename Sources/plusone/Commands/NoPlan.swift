import ArgumentParser
import Formulation
import LinearProgramming
import Planning
import Reporting
import Scenarios
import Sourcing

extension PlanningInputs {
  /// Says on standard error why there is no plan, and what conflicts; the exit status for it.
  func noPlan(_ result: PlanningResult, timeLimit: Double?) throws -> ExitCode {
    switch result.termination {
    case .infeasible:
      printError("plusone: no plan meets the goals and limits of \(model) together.")
      if result.solution.isUnproven {
        printError("That is what branch and cut says; to prove it takes too many branches.")
      }
      let seconds = min(timeLimit ?? 30, 30)
      let explainer = Explainer(solver: ChosenSolver.solver, options: .limited(to: seconds))
      let conflict = try explainer.conflict(result.program.instance, result.program.model)
      if let conflict {
        printError(
          conflict.members.count == 1
            ? "This cannot hold at all:" : "These cannot hold together:")
        for member in conflict.members { printError("  - \(member.text)") }
      } else {
        let limit = Int(seconds.rounded(.up))
        printError("Which of them conflict was not found in \(limit) seconds.")
      }
      printError("To see what change of targets would help, run:")
      printError("  \(explainCommand)")
      return ExitStatus.noPlan.code
    case let limit where limit.isLimit && result.solution.isOptimal:
      printError(
        "plusone: a best plan was found; the time limit came before it was judged by every goal.")
      return ExitStatus.timeLimit.code
    case .timeLimit, .iterationLimit, .cancelled:
      printError("plusone: the time limit was reached before a plan was proven best.")
      let solution = result.solution
      if solution.primalStatus == .feasible, solution.bound.isFinite,
        result.program.model.objective.count == 1
      {
        let (found, bound) = (solution.objective, solution.bound)
        printError(
          "The best one found has an objective of \(NumberText.amount(found)); no plan has one below "
            + "\(NumberText.amount(bound)).")
      }
      return ExitStatus.timeLimit.code
    case .unbounded, .optimal:
      printError(
        "plusone: internal error: the solver stopped with \(result.termination.rawValue).")
      return ExitStatus.internalError.code
    }
  }

  private var explainCommand: String {
    let words = ["plusone explain", instance, "--model", model]
    return (words + settings.map { "--set '\($0.argument)'" }).joined(separator: " ")
  }
}
