import CaseSupport
import Charts
import GLPKSolver
import LinearProgramming
import Pages
import Planning
import Reporting
import Scenarios
import Sourcing
import Testing

/// What the page of a stress run says and draws.
@Suite("Pages of stress runs")
struct StressPageTests {
  static let making = Page.Making(program: "PlusOne", command: "plusone stress")

  static func runner(_ name: String) throws -> StressRunner {
    let solved = try SolvedCase(name)
    return StressRunner(
      instance: solved.instance, model: solved.model, plan: try #require(solved.result.plan),
      solver: GLPKSolver())
  }

  private static func page(
    _ runner: StressRunner, _ outcomes: [StressOutcome], _ undisturbed: [StressOutcome]
  ) -> Page {
    Page(
      stress: outcomes, undisturbed: undisturbed, runner: runner,
      report: StressReport(
        outcomes, undisturbed: undisturbed, runner: runner, showsMonths: false),
      making: making)
  }

  @Test(
    "the answer names the disruption that costs home most, with its loss and service",
    arguments: ["stress", "sharing-pooled", "pro-rata"])
  func answer(name: String) throws {
    let runner = try Self.runner(name)
    let run = try runner.run(runner.instance.disruptions)
    let page = Self.page(runner, run.disrupted, [run.undisturbed])
    let worst = try #require(run.disrupted.max { $0.home.lostMost < $1.home.lostMost })
    try #require(worst.home.lostMost > 0)
    let disruption = try #require(worst.disruption)
    #expect(page.answer.text.contains(disruption))
    #expect(page.answer.text.contains(NumberText.amount(worst.home.lostMost)))
    #expect(page.answer.mood == .bad)
    #expect(page.figures[0].value.hasPrefix(NumberText.amount(worst.home.lostMost)))
    #expect((3...5).contains(page.figures.count))
    #expect(page.assumed.contains { $0.contains("how sure") })
    #expect(!page.report.isEmpty)
  }

  @Test(
    "each picture draws rows of the run's tables",
    arguments: ["stress", "sharing-pooled", "pro-rata"])
  func rows(name: String) throws {
    let runner = try Self.runner(name)
    let run = try runner.run(runner.instance.disruptions)
    let page = Self.page(runner, run.disrupted, [run.undisturbed])
    #expect(page.pictures.map(\.id).starts(with: ["disruption-losses", "disruption-months"]))
    #expect(page.pictures.contains { $0.id == "market-service" })
    #expect(page.pictures.allSatisfy { !$0.data.rows.isEmpty })
    for picture in page.pictures {
      try PictureCells.expectAll(
        of: picture, in: StressTables(run.disrupted, instance: runner.instance).all)
    }
  }

  @Test("two arrangements of sharing have a heat map each, and ids of their own")
  func arrangements() throws {
    let runner = try Self.runner("sharing-pooled")
    let sharing = runner.options.sharing
    var own = sharing
    own.mode = .own
    let runs = try [own, sharing].map { try runner.run(runner.instance.disruptions, sharing: $0) }
    let page = Self.page(runner, runs.flatMap(\.disrupted), runs.map(\.undisturbed))
    let ids = page.pictures.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(page.answer.text.contains("under sharing own"))
    #expect(page.figures.last?.label.contains("pooled") == true)
  }

  @Test("home without demand loses nothing, and the page says so")
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
    let plan = try #require(try Planner(solver: GLPKSolver()).plan(instance, model).plan)
    let runner = StressRunner(instance: instance, model: model, plan: plan, solver: GLPKSolver())
    let run = try runner.run(instance.disruptions)
    let page = Self.page(runner, run.disrupted, [run.undisturbed])
    #expect(page.answer.text.contains("has no final demand"))
    #expect(!page.pictures.contains { $0.id == "disruption-losses" })
  }

  @Test("without disruptions there is a page without pictures")
  func noDisruptions() throws {
    let runner = try Self.runner("stress")
    let run = try runner.run([])
    let page = Self.page(runner, [], [run.undisturbed])
    #expect(page.answer.text.contains("no disruptions"))
    #expect(page.pictures.isEmpty && page.figures.isEmpty)
  }

  @Test("a model without a plan has a page that says so")
  func noPlan() throws {
    let solved = try SolvedCase("infeasible")
    let page = Page(
      noPlanToTest: solved.instance, solved.model, .infeasible, making: Self.making)
    #expect(page.answer.text.contains("infeasible"))
    #expect(page.answer.mood == .bad)
  }
}
