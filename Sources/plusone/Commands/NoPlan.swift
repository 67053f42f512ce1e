import ArgumentParser
import Formulation
import LinearProgramming
import Planning
import Reporting
import Scenarios
import Sourcing

extension PlanningInputs {
  /// Says on standard error why there is no plan, and what conflicts; the exit status for it.
  ///
  /// - Parameter deadline: when the command is to end. The conflict is sought until then, for a second at
  ///   least and half a minute at most.
  func noPlan(_ result: PlanningResult, until deadline: Deadline) -> ExitCode {
    switch result.termination {
    case .infeasible:
      printError("plusone: no plan meets the goals and limits of \(model) together.")
      if result.solution.isUnproven {
        printError(UnprovenText.sentence)
      }
      let left = deadline.butNotWithin(.seconds(1)).timeLeft.map { $0 / .seconds(1) }
      printConflict(result, seconds: min(left ?? 30, 30))
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

  /// Says what conflicts, or why that is not known: that there is no plan is known either way.
  private func printConflict(_ result: PlanningResult, seconds: Double) {
    let explainer = Explainer(solver: ChosenSolver.solver, options: .limited(to: seconds))
    do {
      let (instance, model) = (result.program.instance, result.program.model)
      guard let conflict = try explainer.conflict(instance, model) else {
        let limit = Int(seconds.rounded(.up))
        printError(
          "Which of them conflict was not found in \(limit) second\(limit == 1 ? "" : "s").")
        return
      }
      printError(
        conflict.members.count == 1 ? "This cannot hold at all:" : "These cannot hold together:")
      for text in conflict.texts(in: instance, model) { printError("  - \(text)") }
    } catch {
      printError("Which of them conflict was not found: \("\(error)".firstLine)")
    }
  }

  private var explainCommand: String {
    let words = ["plusone explain", instance, "--model", model]
    return (words + parameters.settings.map { "--set '\($0.argument)'" }).joined(separator: " ")
  }
}
