import ArgumentParser
import LinearProgramming
import Reporting
import Scenarios

/// `plusone explain INSTANCE --model FILE`
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what each goal costs, or which goals and data conflict and what would help.",
    discussion: """
      For a model with a plan: how each goal stands, its shadow price, and what the plan would cost without \
      it. For a model without: goals and data that cannot hold together, the least joint change of the \
      goals' targets that makes a plan possible, and the least change of each target alone.

      Example:

        plusone explain instances/japan-rare-earths \\
          --model models/reliance-cap.yaml --set cap=10%

      Exit status: 0 explained; 65 bad data; 66 an input is missing; 75 the time limit came before an \
      answer. What it left open of an answer is said.
      """)

  @OptionGroup var inputs: PlanningInputs

  @Option(help: "How to print the explanation.")
  var format: OutputFormat = .table

  @Option(help: ArgumentHelp("Give up after so many seconds.", valueName: "seconds"))
  var timeLimit = 60.0

  func validate() throws { try requireTimeLimit(timeLimit) }

  func run() throws {
    try reportingErrors {
      let options = SolveOptions.limited(to: timeLimit)
      let deadline = Deadline(options)
      let (instance, model) = try inputs.read(until: deadline)
      let explainer = Explainer(
        solver: deadline.limiting(ChosenSolver.solver), options: options)
      let explanation = try explainer.explain(instance, model)
      let report = ExplanationReport(explanation, of: instance, model)
      switch format {
      case .json: try Console.write(report.json())
      case .csv: try Console.write(report.table)
      case .table: try Console.write(report.lines().joined(separator: "\n") + "\n")
      }
      if !explanation.isDiagnosis {
        throw format.ending(
          with: .timeLimit,
          for:
            "the time limit was reached before it was known whether a plan exists, or what conflicts."
        )
      }
    }
  }
}

/// Checks a time limit given in seconds.
func requireTimeLimit(_ seconds: Double?) throws {
  if let seconds, !(seconds > 0 && seconds < 1e9) {
    throw ValidationError("--time-limit takes a number of seconds above 0 and below 1e9")
  }
}

extension SolveOptions {
  /// The standard options with a time limit in seconds.
  static func limited(to seconds: Double?) -> SolveOptions {
    var options = SolveOptions()
    options.timeLimit = seconds.map { .seconds($0) }
    return options
  }
}
