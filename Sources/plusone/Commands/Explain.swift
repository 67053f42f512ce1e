import Analysis
import ArgumentParser
import Formulation
import LinearProgramming
import Pages
import Planning
import Reporting
import Scenarios
import Sourcing

/// `plusone explain INSTANCE --model FILE`
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain what each goal costs, or why no plan can meet the goals.",
    discussion: """
      If the model has a plan: what is achieved of each goal, its shadow price, and what would be saved without it. \
      If it has none: the goals and data that conflict, the smallest change of the goals' targets that makes a plan \
      possible, and, with several targets, the smallest change of each target alone. Such a plan may cost much and \
      have shortages.

      Example:

        plusone explain japan-rare-earths \\
          --model reliance-cap --set cap=10%

      Exit status: 0 explained; 65 bad data; 66 an input is missing; 75 the time limit was reached before it was \
      known whether a plan exists, or what conflicts. If it stops only a part of the answer, the report says which.
      """)

  enum Output: FormatHelp {
    static let format =
      "Print a report (table), one row per goal or condition (csv), or everything (json)."
  }

  @OptionGroup var inputs: PlanningInputs
  @OptionGroup var base: BaselineInputs

  @OptionGroup var output: ReportOptions<Output>
  @OptionGroup var pages: PageOptions

  @Option(
    help: ArgumentHelp(
      "Stop after this many seconds, above 0 and below 1e9.", valueName: "seconds")
  )
  var timeLimit = 60.0

  func validate() throws { try requireTimeLimit(timeLimit) }

  func run() throws {
    try reportingErrors {
      try pages.check(inputs: inputs.paths, stored: base.baseline)
      let options = SolveOptions.limited(to: timeLimit)
      let deadline = Deadline(options)
      let (instance, read) = try inputs.read(until: deadline)
      let model = try base.read(for: instance, read)?.known(read, in: instance) ?? read
      let explainer = Explainer(
        solver: deadline.limiting(ChosenSolver.solver), options: options)
      let explanation = try explainer.explain(instance, model)
      let report = ExplanationReport(explanation, of: instance, model)
      try pages.write(inputs: inputs.paths) {
        Page(
          explanation: explanation, of: instance, model,
          cost: try cost(explanation, deadline, options),
          making: .now(of: instance, model),
          advice: instance.adviceOnRanges(hasWorlds: false))
      }
      output.format.noteAssumptions(of: instance)
      try output.show(report, csv: report.table, json: report.json())
      if !explanation.isDiagnosis {
        throw output.format.ending(
          with: .timeLimit,
          for:
            "the time limit was reached before it was known whether a plan exists, or what conflicts."
        )
      }
    }
  }

  /// What all goals cost home, for the page; nil if the model has no plan, no goals or too little time.
  private func cost(
    _ explanation: Explanation, _ deadline: Deadline, _ options: SolveOptions
  ) throws -> HomeCost? {
    guard case .feasible(let result, let accounts) = explanation.finding, !accounts.isEmpty else {
      return nil
    }
    let planner = Planner(
      solver: deadline.limiting(ChosenSolver.solver), options: options, decomposition: .never)
    let program = result.program
    let without = try planner.plan(program.instance, program.model.withoutGoals)
    guard let bill = try homeBill(result), let other = try homeBill(without) else { return nil }
    return HomeCost(bill: bill, without: other)
  }

  /// Home's bill, discounted; nil without a plan.
  private func homeBill(_ result: PlanningResult) throws -> Double? {
    guard let plan = result.plan else { return nil }
    let instance = result.program.instance
    let view = PlanView(instance: instance, model: result.program.model, plan: plan)
    return try Bills(checked: view).bill(of: instance.home.members)
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
