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
    #expect(!page.answer.text.hasPrefix(disruption))
    #expect(page.figures[0].value.hasPrefix(NumberText.amount(worst.home.lostMost)))
    #expect((3...5).contains(page.figures.count))
    PageNumbers.expectAll(
      of: page,
      in: StressTables(run.disrupted + [run.undisturbed], instance: runner.instance).all)
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

  @Test("of very many disruptions the worst are drawn, each with all of its months, and it says so")
  func many() throws {
    let runner = try Self.runner("stress")
    let run = try runner.run(runner.instance.disruptions)
    let most = try #require(run.disrupted.max { $0.home.lostMost < $1.home.lostMost })
    let disrupted = (1...200).map { number in
      var outcome = most
      outcome.disruption = "d\(number)"
      outcome.home.lostMost *= Double(number)
      return outcome
    }
    let page = Self.page(runner, disrupted, [run.undisturbed])
    let picture = { (id: String) in try #require(page.pictures.first { $0.id == id }) }
    #expect(
      try picture("disruption-losses").sentence.contains("the 30 of 200 disruptions that cost"))
    #expect(try picture("market-service").sentence.contains("one of the 30 of 200 disruptions"))
    let months = try picture("disruption-months")
    #expect(months.data.rows.count <= 400)
    let windows = Dictionary(grouping: months.data.objects) { [$0["disruption"], $0["_market"]] }
    #expect(windows.values.allSatisfy { $0.count == most.horizonMonths })
    let shown = Set(windows.keys.map { $0[0]?.text })
    #expect(shown.contains("d200"))
    #expect(months.sentence.contains("Only the \(shown.count) of 200 disruptions that cost"))
  }

  @Test("the headline says which disruption costs most in the worst case, and which in the best")
  func cases() throws {
    let runner = try Self.runner("stress")
    let run = try runner.run(runner.instance.disruptions)
    let one = try #require(run.disrupted.first)
    let disrupted = [("open", 100.0, 900.0), ("sure", 500, 600)].map { name, least, most in
      var outcome = one
      outcome.disruption = name
      (outcome.home.lostLeast, outcome.home.lostMost) = (least, most)
      return outcome
    }
    let text = Self.page(runner, disrupted, [run.undisturbed]).answer.text
    #expect(text.hasPrefix("In the worst case the disruption open costs"))
    #expect(text.contains("most: up to 900.0 USD (100.0 in its best case)"))
    #expect(text.contains(" In the best case sure does: 500.0."))
  }

  @Test(
    "the picture by month opens on the disruption of the headline, and noise is no stock")
  func opening() throws {
    let runner = try Self.runner("sharing-pooled")
    let run = try runner.run(runner.instance.disruptions)
    let worst = try #require(run.disrupted.max { $0.home.lostMost < $1.home.lostMost })
    let page = Self.page(runner, run.disrupted, [run.undisturbed])
    let months = try #require(page.pictures.first { $0.id == "disruption-months" })
    let text = String(decoding: try months.json(), as: UTF8.self)
    #expect(text.contains("\"value\":\"\(worst.disruption ?? "")\""))
    #expect(page.pictures.contains { $0.id == "disruption-stocks" })
    // What the solver leaves of a stock by rounding is none.
    let noise = run.disrupted.map { outcome in
      var outcome = outcome
      for month in outcome.months.indices { outcome.months[month].level = 3e-14 }
      return outcome
    }
    let noisy = Self.page(runner, noise, [run.undisturbed])
    #expect(!noisy.pictures.contains { $0.id == "disruption-stocks" })
  }

  @Test("a loss that is 0 as it is shown leaves nothing short")
  func rounding() throws {
    let runner = try Self.runner("stress")
    let run = try runner.run(runner.instance.disruptions)
    let disrupted = run.disrupted.map { outcome in
      var outcome = outcome
      (outcome.home.lostLeast, outcome.home.lostMost, outcome.lostValue) = (0, 1e-10, 1e-10)
      return outcome
    }
    let page = Self.page(runner, disrupted, [run.undisturbed])
    #expect(page.answer.mood == .good)
    #expect(page.answer.text.hasSuffix("No region loses anything."))
    #expect(page.pictures[0].sentence.contains("loses nothing in any disruption"))
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
