import ArgumentParser
import Formulation
import LinearProgramming
import Pages
import Planning
import Reporting
import Scenarios
import Sourcing

extension PlanningInputs {
  /// Writes the page that says why there is no plan, if one is asked for, prints it on standard error, and returns the
  /// exit status.
  ///
  /// - Parameters:
  ///   - result: how the search for a plan ended.
  ///   - deadline: the time at which the command ends. The search for the conflict takes from 1 to 30 seconds.
  ///   - write: writes the page.
  /// - Throws: what `write` throws.
  func noPlan(
    _ result: PlanningResult, until deadline: Deadline, page write: (MissingPlan) throws -> Void
  ) throws -> ExitCode {
    let left = deadline.butNotWithin(.seconds(1)).timeLeft.map { $0 / .seconds(1) }
    let isInfeasible = result.termination == .infeasible
    let conflict =
      isInfeasible && !result.program.model.needsOthersTrade
      ? conflict(result, seconds: min(left ?? 30, 30)) : Conflicting()
    let reason: MissingPlan.Reason =
      isInfeasible
      ? .infeasible(conflict: conflict.texts)
      : result.termination.isLimit ? .timeLimit : .stopped(result.termination.rawValue)
    try write(MissingPlan(reason, command: explainCommand))
    return noPlan(result, conflict)
  }

  private func noPlan(_ result: PlanningResult, _ conflict: Conflicting) -> ExitCode {
    noteAssumptions(of: result.program.instance)
    switch result.termination {
    case .infeasible where result.program.model.needsOthersTrade:
      printError(
        "plusone: \(model) has no plan: there is no plan without goals, and `others_keep` needs one. The data "
          + "alone cannot be met. To find what conflicts, run:"
      )
      printError("  \(explainCommand)")
      return ExitStatus.noPlan.code
    case .infeasible:
      printError("plusone: \(model) is infeasible: no plan meets all of its goals and the data.")
      if result.solution.isUnproven {
        printError(UnprovenText.sentence)
      }
      if let heading = conflict.heading { printError(heading) }
      for text in conflict.texts { printError("  - \(text)") }
      printError("To find targets that a plan can meet, run:")
      printError("  \(explainCommand)")
      return ExitStatus.noPlan.code
    case let limit where limit.isLimit && result.solution.isOptimal:
      printError(
        "plusone: the best plan was found, but the time limit was reached before all goals were evaluated."
      )
      return ExitStatus.timeLimit.code
    case .timeLimit, .iterationLimit, .cancelled:
      printError("plusone: the time limit was reached before a plan was proven to be the best.")
      if let sentence = result.bestKnown { printError(sentence) }
      return ExitStatus.timeLimit.code
    case .unbounded, .optimal:
      printError(
        "plusone: internal error: the solver stopped with \(result.termination.rawValue).")
      return ExitStatus.internalError.code
    }
  }

  /// The conditions that conflict, or why they are not known.
  private func conflict(_ result: PlanningResult, seconds: Double) -> Conflicting {
    let explainer = Explainer(solver: ChosenSolver.solver, options: .limited(to: seconds))
    do {
      let (instance, model) = (result.program.instance, result.program.model)
      guard let conflict = try explainer.conflict(instance, model) else {
        let limit = Int(seconds.rounded(.up))
        return Conflicting(
          heading:
            "The conditions that conflict were not found within \(limit) second\(limit == 1 ? "" : "s")."
        )
      }
      return Conflicting(
        heading: conflict.members.count == 1
          ? "This condition cannot be met:" : "These conditions conflict:",
        texts: conflict.texts(in: instance, model))
    } catch {
      return Conflicting(
        heading: "The conditions that conflict were not found: \("\(error)".firstLine)")
    }
  }

  private var explainCommand: String {
    let words = ["plusone explain", instance, "--model", model]
    return (words + parameters.settings.map { "--set '\($0.argument)'" }).joined(separator: " ")
      + assumptions.arguments
  }
}

extension PlanningResult {
  /// What is known of the optimum after a limit, as a sentence; nil if no plan was found.
  fileprivate var bestKnown: String? {
    guard solution.primalStatus == .feasible else { return nil }
    let stages = program.model.objective
    let place = min(stageValues.count, stages.count - 1)
    let what =
      stages.count == 1
      ? "an objective"
      : "in stage \(place + 1) of the objective, `\(stages[place].quantity.name.rawValue)`, a value"
    let found = "The best plan found has \(what) of \(NumberText.amount(solution.objective))"
    guard solution.bound.isFinite else { return found + "." }
    let others = place == 0 ? "no plan has one" : "no plan that keeps the stages before has one"
    return "\(found); \(others) below \(NumberText.amount(solution.bound))."
  }
}

/// The conditions that conflict in a model without a plan.
private struct Conflicting {
  /// What stands before them, or why they are not known.
  var heading: String?
  /// The conditions, with ids.
  var texts: [String] = []
}
