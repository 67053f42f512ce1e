import Analysis
import ArgumentParser
import Pages
import Reporting
import Scenarios
import Sourcing
import Storage

/// `plusone chokepoints INSTANCE --model FILE`
struct Chokepoints: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Rank the regions and stages whose loss would cost most.",
    discussion: """
      For every region outside home that makes anything upstream of the commodity, and for every stage there, all \
      production stops for the whole window (--months). Places are ranked by the lost value of all regions and all \
      commodities. The report also has what home loses over all its demand, in the best and in the worst case; the least \
      lost value of the commodity itself, as if home were served first; the months without a shortage, measured in the \
      same way; and the months until the place works again; all for the plan's last period and for the first period.

      Example:

        plusone chokepoints japan-rare-earths-2020 --model baseline
      """)

  enum Output: FormatHelp {
    static let format =
      "Print a report (table), or one row per place (csv, json)."
  }

  @OptionGroup var plan: PlanToDisturb
  @OptionGroup var stress: StressInputs

  @Option(help: "The region or bloc whose supply is looked at (default: the instance's home).")
  var of: String?

  @Option(
    help: "The commodity or group that is looked at (default: the instance's parameter `focus`).",
    completion: .commodity)
  var commodity: String?

  @Option(help: "Write the table to this file, as CSV.", completion: .file())
  var out: String?

  @OptionGroup var output: ReportOptions<Output>

  @OptionGroup var pages: PageOptions

  func run() throws {
    try reportingErrors {
      try out.map(plan.checkOutside)
      try out.map { try OutputFile.check($0, inputs: plan.paths) }
      try pages.check(inputs: plan.paths, stored: plan.plan, out: out)
      let (runner, _) = try stress.runner(plan, pages: pages)
      let map = try ChokepointMap(
        runner: runner, of: try regions(runner.instance),
        commodity: try commodity(runner.instance))
      let sharing = try stress.arrangements(runner.instance, runner.options)
      guard sharing.count == 1, let sharing = sharing.first else {
        throw ValidationError("chokepoints takes one rule of --sharing")
      }
      let points = try map.chokepoints(sharing: sharing, jobs: stress.jobs.count)
      let table = ReportTable.chokepoints(points, map: map)
      if let out { try OutputFile.write(table, to: out, inputs: plan.paths) }
      if output.format != .table { noteAssumptions(of: runner.instance) }
      let report = ChokepointReport(points, map: map)
      try pages.write(inputs: plan.paths) {
        Page(
          chokepoints: points, map: map, report: report,
          making: .now(
            of: runner.instance, runner.model,
            without: runner.model.parametersReplaced(in: runner.options)))
      }
      try output.show(report, csv: table, json: table.json())
    }
  }

  private func regions(_ instance: Instance) throws -> RegionSet {
    try of.map { try instance.regionSet(named: $0, option: "--of") } ?? instance.home
  }

  private func commodity(_ instance: Instance) throws -> CommodityGroup {
    guard let id = commodity ?? Focus.name(in: instance) else {
      throw ValidationError("the instance has no parameter `focus`: give --commodity")
    }
    return try instance.commodityGroup(named: id, option: "--commodity")
  }
}
