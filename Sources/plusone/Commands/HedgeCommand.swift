import ArgumentParser
import LinearProgramming
import Reporting
import Sourcing
import SourcingFiles
import Studies
import Tables

/// `plusone hedge STUDY.yaml --option NAME --until P`
struct HedgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hedge", abstract: "Find what to order now for many worlds.")

  @Argument var study: String
  @Option var option: String
  @Option var until: String
  @Option var minimise: String = "regret"
  @Flag var explain = false
  @Option var method: String = "automatic"
  @OptionGroup var jobs: JobsOption
  @OptionGroup var limit: TimeLimitOption

  func run() throws {
    try reportingErrors {
      let solver = ChosenSolver.silent
      let study = try StudyReader.read(file: study, solver: solver, inputs: ShippedFolders.inputs)
      let place = study.options.firstIndex { $0.name == option }!
      let horizon = study.variations[0].instance.horizon
      let period = horizon.indices.first { horizon[$0].label == until }
      let clock = ContinuousClock.now
      let deadline = Deadline(.limited(to: limit.timeLimit))
      let result = try HedgeFinder(
        HedgeQuestion(
          study: study, option: place, until: period, criterion: .init(rawValue: minimise)!),
        solver: deadline.limiting(solver), jobs: jobs.count
      ).find(explaining: explain)
      print(clock.duration(to: .now))
      guard case .found(let hedge) = result else { return print(result) }
      for world in hedge.worlds {
        print(world.name, world.probability, world.ownCost, world.cost, world.regret)
      }
      for order in hedge.orders {
        print(
          hedge.instance.projects[order.project].id, horizon[order.period].label, order.capacity,
          order.isCommon, order.least, order.greatest)
      }
      print(hedge.worstRegret, hedge.expectedCost, hedge.bound, hedge.isProven)
      print(hedge.deciding as Any, hedge.allCommon as Any)
      for own in hedge.ownOrders ?? [] { print(own) }
    }
  }
}
