import CaseSupport
import GLPKSolver
import Planning
import Sourcing
import Testing

@testable import Reporting
@testable import Scenarios

@Suite("The report of a stress run")
struct StressReportTests {
  private static func text(
    _ instance: Instance, _ model: Model, _ allocation: StressOptions.Allocation
  ) throws -> String {
    let plan = try #require(try Planner(solver: GLPKSolver()).plan(instance, model).plan)
    var options = model.stress
    options.allocation = allocation
    let runner = StressRunner(
      instance: instance, model: model, plan: plan, options: options, solver: GLPKSolver())
    let run = try runner.run(instance.disruptions)
    return StressReport(
      run.disrupted, undisturbed: [run.undisturbed], runner: runner, showsMonths: false
    ).lines(width: 400).map(\.text).joined(separator: "\n")
  }

  @Test("says that home has no demand, and not that it is safe")
  func noDemand() throws {
    let solved = try SolvedCase("pro-rata")
    var instance = solved.instance
    for region in instance.home.members {
      for commodity in instance.commodities.indices {
        for period in instance.horizon.indices {
          instance.demands[region: region, commodity: commodity, period: period].quantity = 0
        }
      }
    }
    let model = Model(name: "none", for: instance)
    let text = try Self.text(instance, model, .efficient)
    #expect(text.contains("Region R0 (R0) has no final demand in 2023."))
    #expect(!text.contains("R0 service") && !text.contains("exposed"))
    #expect(text.contains("world lost value"))
    let plan = try #require(try Planner(solver: GLPKSolver()).plan(instance, model).plan)
    let runner = StressRunner(instance: instance, model: model, plan: plan, solver: GLPKSolver())
    let run = try runner.run(instance.disruptions)
    let summary = StressSummary(run.disrupted, undisturbed: [run.undisturbed], runner: runner)
    #expect(summary.disruptions.allSatisfy { $0.homeService == nil && $0.timeToSurvive == nil })
    let table = StressTables(run.disrupted, instance: instance).home
    try #require(table.rowCount > 0)
    for name in ["home_service", "home_service_least", "time_to_survive", "exposed"] {
      #expect((0..<table.rowCount).allSatisfy { table.text($0, name) == "" }, "\(name)")
    }
  }

  @Test("says what each rule of sharing means, if there is sharing")
  func rules() throws {
    let solved = try SolvedCase("sharing-pooled")
    let instance = solved.instance
    let runner = StressRunner(
      instance: instance, model: solved.model, plan: try #require(solved.result.plan),
      solver: GLPKSolver())
    let text = { (modes: [Sharing.Mode]) in
      let outcomes = try modes.flatMap {
        try runner.run(
          instance.disruptions, sharing: Sharing(mode: $0, members: instance.home)
        ).disrupted
      }
      return StressReport(
        outcomes, undisturbed: [], runner: runner, showsMonths: true
      ).lines(width: 400).map(\.text).joined(separator: "\n")
    }
    let sentences = [Sharing.Mode.own, .pooled].map { "\($0.text): \($0.sentence)" }
    let both = try text([.own, .pooled])
    let own = try text([.own])
    for sentence in sentences {
      #expect(both.contains(sentence))
      #expect(!own.contains(sentence))
    }
    #expect(own.contains("in each month; stock left: "))
    #expect(!own.contains("units a year"))
  }

  @Test("shows months safe once under pro rata, and names home")
  func proRataOnce() throws {
    let solved = try SolvedCase("pro-rata")
    let both = try Self.text(solved.instance, solved.model, .efficient)
    #expect(both.contains("months safe  months safe pro rata  exposed"))
    #expect(both.contains("What each disruption costs home: Region R0 (R0), over all its demand"))
    let once = try Self.text(solved.instance, solved.model, .proRata)
    #expect(once.contains("R0 lost value  months safe pro rata  exposed"))
    #expect(once.contains("as far as suppliers that cut all foreign customers alike can do so"))
  }

  @Test("has no parameter whose value an option replaces")
  func parameters() throws {
    var model = Model(name: "own", for: try SolvedCase("pro-rata").instance)
    model.parametersTaken = ["allocation", "horizon", "cap"]
    model.parameters = ["allocation": "efficient", "horizon": "12", "cap": "50%"]
    let text = { (options: StressOptions) in model.parameterText(in: options) ?? "" }
    #expect(text(model.stress).contains("allocation = efficient"))
    #expect(text(model.stress).contains("horizon = 12"))
    let replaced = text(StressOptions(horizonMonths: 24, allocation: .proRata))
    #expect(replaced == "Parameters with their defaults: cap = 50%.")
    #expect(
      model.parameterTextOfModel(without: ["horizon", "allocation"])
        == "Parameters of the model with their defaults: cap = 50%.")
    model.stress.allocation = .proRata
    #expect(text(StressOptions(allocation: .efficient)).contains("allocation = efficient"))
  }
}
