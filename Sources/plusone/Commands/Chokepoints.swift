import Analysis
import ArgumentParser
import Reporting
import Scenarios
import Sourcing
import Storage

/// `plusone chokepoints INSTANCE --model FILE`
struct Chokepoints: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Map the chokepoints: what the loss of each place would cost.",
    discussion: """
      Takes away, one after the other, all production of every region (and of every stage there) that makes \
      anything upstream of a commodity, for the whole window, and ranks them by what the world would lose; \
      beside it what the planning regions lose at least, how long they can go without a shortage, and how long \
      the place takes to recover. Today's network (the first period) stands beside the plan's.

      Example:

        plusone chokepoints instances/japan-rare-earths --model models/baseline.yaml
      """)

  @OptionGroup var plan: PlanToDisturb
  @OptionGroup var stress: StressInputs

  @Option(help: "Region or bloc to look at it from (default: the instance's home).")
  var of: String?

  @Option(help: "Commodity or group (default: the instance's parameter `focus`).")
  var commodity: String?

  @Option(help: "Write chokepoints.csv to this file.", completion: .file())
  var out: String?

  @Option(help: "Print a report (table), the table (csv) or the table as json.")
  var format: OutputFormat = .table

  func run() throws {
    try reportingErrors {
      try out.map(plan.checkOutside)
      try out.map { try OutputFile.check($0, inputs: plan.paths) }
      let (runner, _) = try stress.runner(plan)
      let map = ChokepointMap(
        runner: runner, of: try regions(runner.instance),
        commodity: try commodity(runner.instance))
      let sharing = try stress.arrangements(runner.instance, runner.options)
      guard sharing.count == 1, let sharing = sharing.first else {
        throw ValidationError("chokepoints takes one --sharing mode")
      }
      let points = try map.chokepoints(sharing: sharing, jobs: stress.jobCount)
      let table = ReportTable.chokepoints(points, map: map)
      if let out { try OutputFile.write(table, to: out, inputs: plan.paths) }
      switch format {
      case .table: try Console.write(ChokepointReport(points, map: map).lines)
      case .csv: try Console.write(table)
      case .json: try Console.write(table.json())
      }
    }
  }

  private func regions(_ instance: Instance) throws -> RegionSet {
    try of.map { try instance.regionSet(named: $0, option: "--of") } ?? instance.home
  }

  private func commodity(_ instance: Instance) throws -> CommodityGroup {
    guard let id = commodity ?? Focus.name(in: instance) else {
      throw ValidationError("the instance names no `focus`: give --commodity")
    }
    return try instance.commodityGroup(named: id, option: "--commodity")
  }
}
