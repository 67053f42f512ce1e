import Charts
import Pages
import Reporting
import Scenarios
import Sourcing
import Testing

/// What the page of the worst attacks says and draws.
@Suite("Pages of the worst attacks")
struct WorstPageTests {
  /// The page of a case, and what it is made of.
  private struct Made {
    var page: Page
    var found: ComparedWorstCases
    var finder: WorstCaseFinder
  }

  private struct NoReport: BlockReport {
    var blocks: [ReportBlock] { [] }
  }

  private static func made(
    _ name: String, cuts: Int = 2, kinds: Set<AttackTarget.Kind> = [.stages],
    measure: WorstCase.Measure = .world, withoutGoals: Bool = false,
    _ change: (inout ComparedWorstCases) -> Void = { _ in }
  ) throws -> Made {
    let finder = try WorstCaseFinder(
      runner: try StressPageTests.runner(name), budget: AttackBudget(cuts: cuts, kinds: kinds),
      measure: measure)
    var found = ComparedWorstCases(plan: try finder.find())
    if withoutGoals { found.withoutGoals = found.plan }
    change(&found)
    return Made(
      page: Page(
        worst: found, finder: finder, report: NoReport(), making: StressPageTests.making),
      found: found, finder: finder)
  }

  /// The tables of the command.
  private static func tables(of made: Made) -> [ReportTable] {
    WorstTables(made.found, runner: made.finder.runner).all
  }

  @Test("it names the worst attack with its loss, and says that it is proven")
  func answer() throws {
    let made = try Self.made("worst-2")
    let outcome = try #require(made.found.plan.worst.last?.outcome)
    try #require(outcome.loss > 1 && outcome.attack.targets.count == 2)
    let page = made.page
    #expect(page.answer.text.contains(NumberText.amount(outcome.loss)))
    #expect(page.answer.mood == .bad)
    #expect(!page.answer.text.contains("not proven"))
    #expect(page.figures[0].value.hasPrefix(NumberText.amount(outcome.loss)))
    #expect(page.figures[0].range == "proven: none costs more")
    #expect((3...5).contains(page.figures.count))
    #expect(page.assumed.contains { $0.contains("it is proven that no other costs more") })
  }

  @Test(
    "pictures draw rows of the tables, with and without goals",
    arguments: ["worst-1", "worst-2", "worst-3"])
  func rows(name: String) throws {
    let made = try Self.made(name, withoutGoals: true)
    #expect(made.page.pictures.map(\.id) == ["worst-curve", "worst-attacks"])
    for picture in made.page.pictures {
      try PictureCells.expectAll(of: picture, in: Self.tables(of: made))
    }
    let plans = made.page.pictures[0].data.values(of: "plan").compactMap(\.text)
    #expect(plans == ["without_goals", "with_goals"])
  }

  @Test("an attack on fewer targets that costs more than those on the most comes first")
  func fewerTargets() throws {
    let made = try Self.made("worst-2") { found in
      found.plan.worst[1].outcome = found.plan.worst[0].outcome
      found.plan.worst[1].outcome?.loss = 98765
    }
    let picture = try #require(made.page.pictures.last)
    #expect(picture.data.values(of: "loss").compactMap(\.number).first == 98765)
    #expect(picture.sentence.contains("most, after one on fewer that costs more than these."))
    try PictureCells.expectAll(of: picture, in: Self.tables(of: made))
  }

  @Test("what is not proven is said in the answer, and has its limit in the picture")
  func unproven() throws {
    let made = try Self.made("worst-2") { found in
      found.plan.worst[1].isProven = false
      found.plan.worst[1].bound = 54321
    }
    #expect(made.page.answer.text.contains("This is not proven"))
    #expect(made.page.answer.text.contains("54,321"))
    #expect(made.page.figures[0].range?.contains("54,321") == true)
    #expect(made.page.pictures[0].data.values(of: "proven").compactMap(\.text).contains("false"))
    try PictureCells.expectAll(of: made.page.pictures[0], in: Self.tables(of: made))
  }

  @Test("the plan without goals is compared, whether its worst attack costs the same or more")
  func compared() throws {
    let same = try Self.made("worst-2", withoutGoals: true)
    #expect(same.page.answer.text.contains("Without goals the worst attack costs the same."))
    let more = try Self.made("worst-2", withoutGoals: true) { found in
      found.withoutGoals?.worst[1].outcome?.loss = 98765
    }
    #expect(more.page.answer.text.contains("costs 98,765."))
    #expect(more.page.figures[0].compared == "98,765 without goals")
  }

  @Test("nothing lost, nothing to cut and nothing found are said as such")
  func nothing() throws {
    let unharmed = try Self.made("worst-2") { found in
      found.plan.undisturbed = 0
      for place in found.plan.worst.indices { found.plan.worst[place].outcome?.loss = 0 }
      found.plan.top = []
    }
    #expect(unharmed.page.answer.text.contains("costs all regions together anything"))
    #expect(unharmed.page.answer.mood == .good)
    #expect(unharmed.page.pictures.map(\.id) == ["worst-curve"])
    let idle = try Self.made("worst-2") { found in
      found.plan.targets = []
      for place in found.plan.worst.indices { found.plan.worst[place].outcome = nil }
    }
    #expect(idle.page.answer.text.hasPrefix("There is nothing to cut"))
    #expect(idle.page.pictures.isEmpty && idle.page.figures.isEmpty)
    let late = try Self.made("worst-2") { found in
      for place in found.plan.worst.indices {
        found.plan.worst[place].outcome = nil
        found.plan.worst[place].isProven = false
      }
      found.plan.top = []
    }
    #expect(late.page.answer.text.hasPrefix("The time limit was reached"))
    #expect(late.page.answer.mood == .bad)
  }

  @Test("a loss of home alone is that of its best case")
  func home() throws {
    let made = try Self.made("worst-1", measure: .home)
    let outcome = try #require(made.found.plan.worst.last?.outcome)
    try #require(outcome.loss > 1)
    #expect(
      made.page.answer.text.contains("if it is served first, \(NumberText.amount(outcome.loss))"))
    #expect(made.page.assumed.contains { $0.contains("its best case") })
    let loss = NumberText.amount(outcome.loss)
    #expect(made.page.figures[0].value.hasPrefix(loss))
    #expect(made.page.figures[1].label.hasSuffix("is served in it"))
    #expect(!made.page.figures[1].value.hasPrefix(loss))
  }
}
