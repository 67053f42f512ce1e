import ArgumentParser
import Games
import LinearProgramming
import Reporting
import Scenarios
import Sourcing
import Storage
import Tables

/// `plusone stockpile INSTANCE --model FILE --members BLOC`
struct Stockpile: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Size the members' stockpiles at least cost, by how they share, and split the cost.",
    discussion: """
      Makes the model's plan (or takes a stored one) and asks how large the members' stockpiles must be so \
      that in every disruption every member is served the share --service of what it demands of the \
      commodities that members stock, or of what is made from them. Modes of sharing are compared: own \
      (nobody shares), pooled, quota=30% (at most that share of a stockpile leaves for others), iep (the \
      rule of the International Energy Agency). Regions outside the members never lose more than without \
      sharing. With --split the saving of every mode is split among the members, by Shapley value, in \
      proportion to demand, and by nucleolus, and checked against every coalition. Where a member cannot reach \
      the service, the most that it can and what limits it is told, and the others are sized for all of it.

      Example:

        plusone stockpile instances/japan-rare-earths \\
          --model models/stockpile-sharing.yaml --service 95% --members quad \\
          --sharing own,pooled,quota=30%,iep --split

      Exit status: 0 done; 2 there is no plan, or no arrangement reaches the service level; 65 bad data; \
      66 an input is missing; 73 the output cannot be written; 75 the time limit came first.
      """)

  @OptionGroup var plan: PlanToDisturb
  @OptionGroup var stress: StressInputs

  @Option(help: "The share of demand to be served in every disruption, such as 95%.")
  var service: ShareArgument

  @Option(
    name: .customLong("disruption"),
    help: ArgumentHelp("Only this disruption; may be given again and again.", valueName: "id"))
  var disruptions: [String] = []

  @Flag(help: "Split the saving of every mode that shares; up to 12 members.")
  var split = false

  @Option(help: "Write the tables into this folder.", completion: .directory)
  var out: String?

  @Option(help: "Print a report (table), a row a member and commodity (csv) or everything (json).")
  var format: OutputFormat = .table

  private static let kind = OutputFolder.Kind("stockpiles")

  func run() throws {
    try reportingErrors {
      try out.map(plan.checkOutside)
      try out.map { try OutputFolder.check($0, Self.kind, inputs: plan.paths) }
      let (sizing, modes) = try question()
      do {
        let comparison = try compare(sizing, modes)
        if let out { try write(comparison, to: out) }
        try show(comparison)
        if !comparison.isReached {
          throw format.ending(
            with: .noPlan,
            for: "the service level cannot be reached by every member in any mode asked for.")
        }
      } catch let error as SizingError {
        printError("plusone: \(error)")
        throw status(of: error).code
      }
    }
  }

  private func status(of error: SizingError) -> ExitStatus {
    switch error {
    case .noStockpiles: .badData
    case .memberCount: .wrongUsage
    case .unreachable: .noPlan
    }
  }

  /// The plan, the members and the disruptions, and the modes to compare.
  private func question() throws -> (StockpileSizing, [Sharing.Mode]) {
    let (runner, _) = try stress.runner(plan)
    let arrangements = try stress.arrangements(runner.instance, runner.options)
    guard let members = arrangements.compactMap(\.members).first else {
      throw ValidationError("--members must name the bloc whose stockpiles are sized")
    }
    let disruptions = try runner.instance.disruptions(named: disruptions)
    if disruptions.isEmpty {
      throw InputProblems([
        Problem("the instance has no disruptions.csv to prepare for", file: plan.instance)
      ])
    }
    var modes: [Sharing.Mode] = []
    for mode in arrangements.map(\.mode) where !modes.contains(mode) { modes.append(mode) }
    if stress.sharing == nil, !modes.contains(.own) { modes.insert(.own, at: 0) }
    if stress.sharing?.contains("max_min") ?? false {
      printError("sizes are those of efficient sharing: max_min does not apply to them")
    }
    if split, members.members.count > StockpileSizing.memberLimit {
      printError("plusone: \(SizingError.memberCount(members.members.count))")
      throw ExitStatus.wrongUsage.code
    }
    let sizing = StockpileSizing(
      stress: runner, members: members, disruptions: disruptions, service: service.value)
    return (sizing, modes)
  }

  /// Sizes under every mode asked for and without sharing, which savings are measured against.
  private func compare(_ sizing: StockpileSizing, _ asked: [Sharing.Mode]) throws
    -> StockpileComparison
  {
    let modes = asked.contains(.own) ? asked : [.own] + asked
    let sizes = try sizing.sizes(under: modes, jobs: stress.jobCount)
    guard let own = sizes.first(where: { $0.mode == .own }) else {
      throw ExitStatus.internalError.code
    }
    let divisions = try (split ? asked.filter { $0 != .own } : []).map { mode in
      let coalitions = try sizing.coalitionCosts(under: mode, jobs: stress.jobCount)
      let worth = sizing.demandWorth
      let splits = try coalitions.game().splits(
        weights: worth.contains { $0 > 0 } ? worth : nil, using: sizing.stress.solver)
      return StockpileComparison.Division(mode: mode, coalitions: coalitions, splits: splits)
    }
    return StockpileComparison(
      sizing, own: own, shown: sizes.filter { asked.contains($0.mode) }, divisions: divisions)
  }

  // MARK: The answer

  private func show(_ comparison: StockpileComparison) throws {
    switch format {
    case .table: try Console.write(comparison.report().joined(separator: "\n") + "\n")
    case .csv: try Console.write(comparison.membersTable)
    case .json: try Console.write(StockpileSummary(comparison).json())
    }
  }

  private func write(_ comparison: StockpileComparison, to path: String) throws {
    try OutputFolder.write(to: path, Self.kind, inputs: plan.paths) { folder in
      for table in comparison.tables { try folder.write(table) }
    }
    printError("wrote \(comparison.tables.count) tables to \(path)")
  }
}
