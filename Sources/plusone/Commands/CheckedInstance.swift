import Analysis
import Formulation
import LinearProgramming
import Planning
import Reporting
import Sourcing
import Tables

/// What `validate --checks` shows of an instance: its checks beside the plan without goals.
struct CheckedInstance {
  private let instance: Instance
  private let figures: [CheckedFigure]
  /// How planning ended; nil if the instance has no checks, so that no plan is needed.
  private let ending: Termination?

  /// Finds the plan without goals and compares the checks with it. Where there is none, only the instance's own figures
  /// are judged.
  ///
  /// - Parameters:
  ///   - instance: the instance.
  ///   - model: the model whose goals are left out; nil: one that sets nothing.
  ///   - run: solves within the time limit.
  init(_ instance: Instance, _ model: Model?, _ run: PlanningRun) throws {
    self.instance = instance
    guard !instance.checks.isEmpty else {
      (figures, ending) = ([], nil)
      return
    }
    (figures, ending) = try Console.progress.step("comparing with published figures") {
      let result = try run.solveWithoutGoals(instance, model ?? Model(for: instance))
      do {
        return (try run.checkedFigures(of: instance, in: result), result.termination)
      } catch let error as NoOptimum where error.termination.isLimit {
        return (try run.checkedFigures(of: instance, in: nil), error.termination)
      }
    }
  }

  /// Figures beyond their tolerance.
  var warnings: [Problem] { CheckText.warnings(figures, in: instance) }

  private var report: CheckReport {
    CheckReport(
      figures, in: instance, plan: ending == .optimal ? "the plan without goals" : nil)
  }

  /// Writes the report, or the checks alone as a table or JSON.
  func write(as format: OutputFormat, isMarkdown: Bool) throws {
    switch format {
    case .table:
      try Console.write("\n")
      try Console.write(report, asMarkdown: isMarkdown)
    case .csv: try Console.write(report.table)
    case .json: try Console.write(report.table.json())
    }
  }

  /// Says on standard error that there was no plan to compare with, and throws the exit status for it.
  ///
  /// - Parameter command: the command that finds out why there is no plan.
  func throwIfWithoutPlan(explaining command: String) throws {
    switch ending {
    case nil, .optimal: return
    case .infeasible:
      printError(
        "plusone: there is no plan without goals: the data alone cannot be met. To find what conflicts, run:"
      )
      printError("  \(command)")
      throw ExitStatus.noPlan.code
    case .some(let limit) where limit.isLimit:
      printError(
        "plusone: the time limit was reached before the checks were compared with a plan; set a longer one with "
          + "--time-limit.")
      throw ExitStatus.timeLimit.code
    case .some(let other):
      printError("plusone: internal error: the solver stopped with \(other.rawValue).")
      throw ExitStatus.internalError.code
    }
  }
}
