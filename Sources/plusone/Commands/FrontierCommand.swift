import ArgumentParser
import LinearProgramming
import Pages
import Reporting
import Scenarios
import Sourcing
import Tables

/// `plusone frontier INSTANCE --model FILE --vary cap=80%..20%`
struct FrontierCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frontier",
    abstract:
      "Solve a model for several values of one parameter, and find the tightest feasible value.",
    discussion: """
      The report has, for each value, the cost, the extra cost against the loosest value, the same of home's bill (what \
      home pays of the cost), and the shadow price. \
      Start the range with the loosest value: for a cap the highest, for a minimum share the lowest.

      With --worlds each value is also planned in the same worlds, in which the assumptions of the instance stand at random \
      places of their ranges. The band has the 5 % quantile, the median and the 95 % quantile of what the plans cost more than plans \
      without goals in the same world, and of home's bill.

      Example:

        plusone frontier japan-rare-earths \\
          --model reliance-cap --set by=2030 --vary cap=70%..10% --steps 7

      Exit status: 0 done; 2 no value is feasible; 65 bad data; 66 an input is missing; 75 the time limit \
      was reached first.
      """)

  enum Output: FormatHelp {
    static let format =
      "Print a report (table), one row per value (csv), or everything (json)."
  }

  @OptionGroup var inputs: PlanningInputs
  @OptionGroup var base: BaselineInputs

  @Option(
    help: ArgumentHelp(
      "The parameter and its range, the loosest value first, such as cap=80%..20% or by=last..first.",
      valueName: "name=from..to"))
  var vary: String

  @Option(
    help: ArgumentHelp(
      "The number of values, 2 to 10000, both ends included. Of a parameter that takes whole numbers or periods "
        + "only, each counts once."))
  var steps = 13

  @OptionGroup var output: ReportOptions<Output>
  @OptionGroup var pages: PageOptions

  @OptionGroup var worlds: WorldOptions
  @OptionGroup var limit: TimeLimitOption

  func validate() throws {
    guard (2...10_000).contains(steps) else {
      throw ValidationError("--steps takes a whole number from 2 to 10000")
    }
    let range = try readRange()
    if inputs.parameters.settings.byName[range.name] != nil {
      throw ValidationError("--vary and --set both give `\(range.name)`; leave out --set")
    }
  }

  private func readRange() throws -> RangeText {
    do throws(RangeText.Mistake) { return try RangeText(vary) } catch {
      throw ValidationError("--vary: \(error)")
    }
  }

  private func range(in instance: Instance) throws -> ParameterRange {
    let text = try readRange()
    do throws(RangeText.Mistake) { return try ParameterRange(text, in: instance) } catch {
      throw ValidationError("--vary: \(error)")
    }
  }

  /// Refuses a parameter that sets places of assumptions: all plans of a frontier are of one instance.
  private func requireSameWorld(_ model: Model, as first: Model) throws {
    guard model.assumptions != first.assumptions else { return }
    throw ValidationError(
      "--vary: the parameter sets where assumptions of the model stand, but a frontier has one instance for all values; "
        + "solve the model once for each value, or make a study of it")
  }

  func run() throws {
    try reportingErrors {
      try pages.check(inputs: inputs.paths, stored: base.baseline)
      let options = SolveOptions.limited(to: limit.timeLimit)
      let deadline = Deadline(options)
      let nominal = try NominalInstance(reading: inputs.instance, until: deadline)
      let range = try range(in: nominal.instance)
      let (instance, atStart) = try nominal.moved(by: inputs.assumptions, until: deadline) {
        try inputs.readModel(for: $0, with: [range.name: range.text(range.from)])
      }
      let sampled = try worlds.run(
        beside: nominal, moved: instance, atStart, inputs, until: deadline)
      let runner = FrontierRunner(
        solver: deadline.limiting(ChosenSolver.solver), options: options)
      var baseline = BaselineOfModels(base, for: instance)
      let frontier = try runner.run(instance, over: range, steps: steps) { value in
        let model = try inputs.readModel(for: instance, with: [range.name: value])
        try requireSameWorld(model, as: atStart)
        return try baseline.known(model)
      }
      let loosest = frontier.steps[frontier.loosest ?? 0].text
      let model = try inputs.readModel(for: instance, with: [range.name: loosest])
      inputs.parameters.warnOfUnused(by: model, in: instance, varied: range.name)
      let used = frontier.range
      if used.isWhole || used.isOfPeriods, frontier.steps.count < steps {
        let kind = used.isWhole ? "whole numbers" : "periods"
        printError(
          "note: `\(range.name)` takes \(kind) only, so there are \(frontier.steps.count) values, not \(steps)"
        )
      }
      let band = try sampled?.band(
        of: range.name, at: frontier.steps.map(\.text), model)
      let report = FrontierReport(frontier, of: instance, model, band: band)
      try pages.write(inputs: inputs.paths) {
        Page(
          frontier: frontier, of: instance, model, band: band,
          making: .now(of: instance, model, without: [frontier.range.name]),
          advice: instance.adviceOnRanges(hasWorlds: true))
      }
      output.format.noteAssumptions(of: instance)
      try output.show(report, csv: report.table, json: report.json())
      if frontier.loosest == nil {
        throw output.format.ending(
          with: .noPlan,
          for:
            "\(inputs.model) is infeasible at every value of \(range.name): no plan meets its goals and the data."
        )
      }
      if sampled != nil, band == nil { throw ExitStatus.timeLimit.code }
    }
  }
}
