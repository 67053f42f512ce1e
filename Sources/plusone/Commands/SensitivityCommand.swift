import ArgumentParser
import LinearProgramming
import Pages
import Reporting
import Sourcing
import Storage
import Studies

/// `plusone sensitivity INSTANCE --model FILE`
struct SensitivityCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: "Find out which assumptions decide what a policy costs and gains.",
    discussion: """
      The table assumptions.csv of the instance says how far numbers may be wrong. An assumption stands at one place z: \
      -1 is its low end, 0 the number of the table, 1 its high end. In the nominal world all are at 0. For each world the \
      plan of the model is made anew.

      - Always: each assumption at its low and at its high end, the others nominal. The table is sorted by the swing, the \
      difference of the two ends.
      - --claim: a comparison of a measure with a number. The report says whether it holds in the nominal world, and for \
      each assumption the z nearest to 0 at which that changes.
      - --samples: so many random worlds. The report has the mean and the quantiles of each measure, in how many worlds \
      each claim holds, which assumptions matter most, and where a claim fails most.
      - --sobol: which share of the variance each assumption explains, alone and with others. It needs samples × \
      (assumptions + 2) plans.

      A measure is a figure of comparison.csv, which `study` writes, such as cost, home_bill, reliance or service_worst. \
      change_ and a figure is its difference from the plan without goals in the same world, or from the plan of --against.

      Examples:

        plusone sensitivity japan-rare-earths-2020 --model reliance-cap --only capex,myanmar
        plusone sensitivity japan-rare-earths-2020 --model reliance-cap --only myanmar \\
          --claim 'change_cost < 2.4' --samples 5 --out decides

      With --out each finished plan is stored at once. A command that was interrupted goes on with --resume: only worlds \
      that are missing are planned. Without --resume it does the same and says how many stored plans it uses. More samples \
      and further claims on the same measures use stored plans. If the folder holds plans of another question (another \
      instance, model or program version, other parameters, places, assumptions or measures), nothing is planned: name \
      another folder, or plan all worlds anew with --replace.

      Exit status: 0 done; 2 no world that was planned has a plan; 65 bad data, or an instance without assumptions; 66 an \
      input is missing; 73 the results cannot be written; 75 the time limit was reached first.
      """)

  enum Output: FormatHelp {
    static let format =
      "Print a report (table), the measures at the ends of each assumption (csv), or everything (json)."
  }

  @OptionGroup var inputs: PlanningInputs

  @Option(
    name: .customLong("measure"),
    help: ArgumentHelp(
      "A figure that is followed; may be repeated (default: change_cost, and reliance if the instance names focus and "
        + "rival).", valueName: "name"))
  var measures: [String] = []

  @Option(
    help: ArgumentHelp(
      "Move these assumptions only, separated by commas (default: all).", valueName: "ids"),
    completion: .assumptionID)
  var only: String?

  @Option(
    help: ArgumentHelp(
      "The number of random worlds, up to 1000000 (default: 0).", valueName: "count"))
  var samples = 0

  @Option(
    help: ArgumentHelp(
      "The seed of the random numbers, a whole number from 0 (default: \(WorldSample.usualSeed)).",
      valueName: "number"))
  var seed: UInt64?

  @Flag(help: "Work out Sobol indices too; needs --samples.")
  var sobol = false

  @Option(
    help: ArgumentHelp(
      "Compare changes with the plan of this model (default: with the plan without goals).",
      valueName: "model"), completion: .model)
  var against: String?

  @Option(
    name: .customLong("claim"),
    help: ArgumentHelp(
      "A comparison such as 'change_cost < 50' or 'reliance <= 50%'; may be repeated.",
      valueName: "comparison"))
  var claims: [String] = []

  @Option(
    help: "Write the tables into this folder, and store each finished plan there.",
    completion: .directory)
  var out: String?

  @Flag(help: "Use plans that are stored in --out. Without it a note says how many are used.")
  var resume = false

  @Flag(help: "Plan all worlds anew, also those that are stored in --out.")
  var replace = false

  @OptionGroup var output: ReportOptions<Output>
  @OptionGroup var pages: PageOptions

  @OptionGroup var jobs: JobsOption
  @OptionGroup var limit: TimeLimitOption

  func validate() throws {
    guard (0...1_000_000).contains(samples) else {
      throw ValidationError("--samples takes a whole number from 0 to 1000000")
    }
    if sobol, samples < 2 {
      throw ValidationError("--sobol needs worlds: give --samples too, 2 or more, such as 500")
    }
    if seed != nil, samples == 0 {
      throw ValidationError(
        "--seed is about random worlds; give --samples too, such as --samples 1000")
    }
    if resume, replace {
      throw ValidationError(
        "--resume uses stored plans and --replace plans all worlds anew; give one of them")
    }
    if out == nil, resume || replace {
      throw ValidationError(
        "--\(resume ? "resume" : "replace") is about plans that are stored; name their folder with --out"
      )
    }
  }

  func run() throws {
    try reportingErrors {
      try out.map { try SensitivityFolder.check($0, inputs: paths) }
      try pages.check(inputs: paths, out: out)
      let deadline = Deadline(.limited(to: limit.timeLimit))
      let subject = try SensitivitySubject(self, until: deadline)
      let work = try SensitivityWork(self, subject, until: deadline)
      let found: Sensitivity
      do { found = try work.run() } catch let error as NoOptimum where error.termination.isLimit {
        printError(
          "plusone: the time limit was reached before all worlds were planned; \(work.advice())")
        throw ExitStatus.timeLimit.code
      }
      let context = work.context
      let tables = SensitivityTables(found, context)
      if let folder = work.folder {
        try folder.finish(tables.all, work.memory.known)
        printError("wrote \(tables.all.count) tables to \(folder.path)")
      }
      try pages.write(inputs: paths) {
        Page(
          sensitivity: found, context,
          making: .now(of: context.instance, context.model, context.against))
      }
      if output.format != .table, let text = context.lackOfOther { printError("note: \(text)") }
      output.format.noteAssumptions(of: context.instance)
      try output.show(
        SensitivityReport(found, context, width: Console.width), csv: tables.tornado,
        json: SensitivitySummary(found, context).json())
      if !found.hasPlan {
        throw output.format.ending(
          with: .noPlan, for: "\(inputs.model) has no plan in any of the worlds that were planned.")
      }
    }
  }

  /// The files that are read. No output may overwrite them.
  var paths: [String] { inputs.paths + (against.map { [modelPath($0)] } ?? []) }
}
