import ArgumentParser
import LinearProgramming
import Planning
import Reporting
import Scenarios
import Tables

/// `plusone alternatives INSTANCE --model FILE --within 5%`
struct AlternativesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alternatives",
    abstract: "Compare the plans that cost almost as little as the cheapest plan.",
    discussion: """
      Looks at all plans that meet the goals and cost at most --within more than the cheapest one. For every project \
      the report has the smallest and largest capacity ordered, and whether these plans build it always, sometimes \
      or never (in csv and json: must, option, never). For every origin it has the smallest and largest share of \
      home's supply of the focus commodity in the last period.

      Example:

        plusone alternatives japan-rare-earths \\
          --model reliance-cap --within 5%

      Exit status: 0 done; 2 no plan can meet the goals; 65 bad data; 66 an input is missing; 75 the time \
      limit was reached first.
      """)

  @OptionGroup var inputs: PlanningInputs
  @OptionGroup var base: BaselineInputs

  @Option(
    help: ArgumentHelp(
      "How much more a plan may cost than the cheapest, as a share of its cost (of all regions).",
      valueName: "share"))
  var within = "5%"

  @Option(help: "Print a report (table), one row per range (csv), or everything (json).")
  var format: OutputFormat = .table

  @Option(
    help: ArgumentHelp(
      "Stop after this many seconds, above 0 and below 1e9 (default: no limit).",
      valueName: "seconds"))
  var timeLimit: Double?

  func validate() throws {
    try requireTimeLimit(timeLimit)
    if tolerance == nil {
      throw ValidationError(
        "--within takes a share from 0 to 1e6, such as 5% or 0.05, not '\(within)'")
    }
  }

  private var tolerance: Double? {
    (try? DecimalNumber.parseShare(within)).flatMap { (0...1e6).contains($0) ? $0 : nil }
  }

  func run() throws {
    try reportingErrors {
      let options = SolveOptions.limited(to: timeLimit)
      let deadline = Deadline(options)
      let (instance, read) = try inputs.read(until: deadline)
      let model = try base.known(read, for: instance)
      let solver = deadline.limiting(ChosenSolver.solver)
      let planner = Planner(solver: solver, options: options, decomposition: .never)
      let result = try planner.plan(instance, model)
      guard result.plan != nil else {
        throw inputs.noPlan(result, until: deadline)
      }
      let finder = AlternativesFinder(solver: solver, options: options)
      let found = try finder.find(around: result, within: tolerance ?? 0)
      let report = AlternativesReport(found, of: instance, model)
      switch format {
      case .json: try Console.write(report.json())
      case .csv: try Console.write(report.table)
      case .table:
        try Console.write(report.lines(width: Console.width).joined(separator: "\n") + "\n")
      }
    }
  }
}
