import ArgumentParser
import Games
import LinearProgramming
import Pages
import Reporting
import Scenarios
import Sourcing
import Storage
import Tables

/// `plusone stockpile INSTANCE --model FILE --members BLOC`
struct Stockpile: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find the least-cost stockpiles of several members, and split the saving of sharing.",
    discussion: """
      Solves the model (or reads a stored plan) and finds the cheapest stockpiles of the members with which, in \
      every disruption, every member is served at least the share --service of its demand. The demand that counts \
      is that for the commodities that members stock, and for goods made from them. With --commodity only stocks of \
      these commodities are sized, and only the demand for them and for goods made from them counts; all other stocks \
      stay as they are.

      The report says what each member has, needs and must buy, what that costs, which disruption decides, what members \
      give each other in each disruption, and what each arrangement costs and saves each member. Stocks of different \
      commodities are added up in money only.

      Rules of sharing:
        own         no sharing: each member uses its own stockpiles
        pooled      any member may use any stock
        quota=30%   at most this share of each stockpile may go to other members
        iep         the rule of the International Energy Agency (Agreement on an International Energy Program): if \
      the members together lack 7% or more of their use, stocks go from members that are served more than their \
      supply right to members that are served less. The supply right of a member is what it may use under the \
      rule, minus what its stocks must contribute; stocks do not count in what it is served

      Sharing never increases the losses of regions that are no members. With --split, the saving of each rule is \
      split among the members in three ways: Shapley value, in proportion to demand × shortage cost, and nucleolus \
      (the largest gain that any coalition could have by leaving is as small as possible). The report \
      lists the coalitions that would gain by leaving. If a member cannot reach the service level, the report gives \
      the highest level that it can reach and what limits it; its stocks are sized for that level, and those of the \
      other members for the level asked for.

      Example:

        plusone stockpile japan-rare-earths-2020 \\
          --model stockpile-sharing --service 95% --members quad \\
          --disruption heavy-export-ban \\
          --sharing own,pooled,quota=30%,iep --split

      Exit status: 0 done; 2 there is no plan, or no rule of sharing reaches the service level; 65 bad data; \
      66 an input is missing; 73 the output cannot be written; 75 the time limit was reached first.
      """)

  enum Output: FormatHelp {
    static let format =
      "Print a report (table), the buy list (csv), or everything (json)."
  }

  @OptionGroup var plan: PlanToDisturb
  @OptionGroup var stress: StressInputs

  @Option(
    help: ArgumentHelp(
      "The service level: the share of demand to be served in every disruption, such as 95%.",
      valueName: "share"), transform: ShareArgument.parse)
  var service: ShareArgument

  @Option(
    name: .customLong("disruption"),
    help: ArgumentHelp(
      "Prepare for this disruption only; may be repeated (default: all).", valueName: "id"),
    completion: .disruption)
  var disruptions: [String] = []

  @Option(
    name: .customLong("commodity"),
    help: ArgumentHelp(
      "Size and report only the stocks of this commodity or group; may be repeated (default: all that members stock).",
      valueName: "id"), completion: .commodity)
  var commodities: [String] = []

  @Flag(help: "Split the saving of every rule of sharing among the members; up to 12 members.")
  var split = false

  @Option(help: "Write the tables into this folder.", completion: .directory)
  var out: String?

  @OptionGroup var output: ReportOptions<Output>

  @OptionGroup var pages: PageOptions

  private static let kind = OutputFolder.Kind("stockpiles")

  func run() throws {
    try reportingErrors {
      try out.map(plan.checkOutside)
      try out.map { try OutputFolder.check($0, Self.kind, inputs: plan.paths) }
      try pages.check(inputs: plan.paths, stored: plan.plan, out: out)
      let (sizing, modes) = try question()
      do {
        let comparison = try compare(sizing, modes)
        if let out { try write(comparison, to: out) }
        output.format.noteAssumptions(of: sizing.stress.instance)
        try pages.write(inputs: plan.paths) {
          Page(
            stockpiles: comparison, report: comparison,
            making: .now(
              of: sizing.stress.instance, sizing.stress.model,
              without: sizing.stress.model.parametersReplaced(in: sizing.stress.options)))
        }
        try output.show(
          comparison, csv: comparison.buyListTable, json: StockpileSummary(comparison).json())
        if !comparison.isReached {
          throw output.format.ending(
            with: .noPlan,
            for: "not every member can reach the service level under any of these rules of sharing."
          )
        }
      } catch let error as SizingError {
        printError("plusone: \(error)")
        throw status(of: error).code
      }
    }
  }

  private func status(of error: SizingError) -> ExitStatus {
    switch error {
    case .noStockpiles, .notStocked: .badData
    case .memberCount: .wrongUsage
    case .unreachable: .noPlan
    }
  }

  /// The plan, the members and the disruptions, and the rules of sharing to compare.
  private func question() throws -> (StockpileSizing, [Sharing.Mode]) {
    let (runner, _) = try stress.runner(plan, pages: pages)
    let arrangements = try stress.arrangements(runner.instance, runner.options)
    guard let members = arrangements.compactMap(\.members).first else {
      throw ValidationError("--members must name the bloc whose stockpiles are sized")
    }
    let commodities = try runner.instance.stockedCommodities(named: commodities, by: members)
    let disruptions = try runner.instance.disruptions(named: disruptions)
    if disruptions.isEmpty {
      throw InputProblems([
        Problem(
          "the instance has no disruptions.csv, so there is nothing to prepare for",
          file: plan.instance)
      ])
    }
    var modes: [Sharing.Mode] = []
    for mode in arrangements.map(\.mode) where !modes.contains(mode) { modes.append(mode) }
    if stress.sharing == nil, !modes.contains(.own) { modes.insert(.own, at: 0) }
    if stress.sharing?.contains("max_min") ?? false {
      printError("note: +max_min does not change the sizes; they are those of efficient sharing")
    }
    if split, members.members.count > StockpileSizing.memberLimit {
      printError("plusone: \(SizingError.memberCount(members.members.count))")
      throw ExitStatus.wrongUsage.code
    }
    let sizing = StockpileSizing(
      stress: runner, members: members, disruptions: disruptions, service: service.value,
      commodities: commodities)
    return (sizing, modes)
  }

  /// The sizes under each rule, and without sharing, from which savings are measured.
  private func compare(_ sizing: StockpileSizing, _ asked: [Sharing.Mode]) throws
    -> StockpileComparison
  {
    let modes = asked.contains(.own) ? asked : [.own] + asked
    let sizes = try sizing.sizes(
      under: modes, jobs: stress.jobs.count, findsUses: true)
    guard let own = sizes.first(where: { $0.mode == .own }) else {
      throw ExitStatus.internalError.code
    }
    let divisions = try (split ? asked.filter { $0 != .own } : []).map { mode in
      let coalitions = try sizing.coalitionCosts(under: mode, jobs: stress.jobs.count)
      let worth = sizing.demandWorth
      let splits = try Console.progress.step("splitting the saving") {
        try coalitions.game().splits(
          weights: worth.contains { $0 > 0 } ? worth : nil, using: sizing.stress.solver)
      }
      let held = sizes.first { $0.mode == mode }?
        .costs(of: sizing.members.members, sizing.stress.instance)
      return StockpileComparison.Division(
        mode: mode, coalitions: coalitions, heldCosts: held ?? [], splits: splits)
    }
    return StockpileComparison(
      sizing, own: own, shown: sizes.filter { asked.contains($0.mode) }, divisions: divisions)
  }

  // MARK: The answer

  private func write(_ comparison: StockpileComparison, to path: String) throws {
    try OutputFolder.write(to: path, Self.kind, inputs: plan.paths) { folder in
      for table in comparison.tables { try folder.write(table) }
    }
    printError("wrote \(comparison.tables.count) tables to \(path)")
  }
}
