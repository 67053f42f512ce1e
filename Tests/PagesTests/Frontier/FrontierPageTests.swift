import CaseSupport
import Charts
import GLPKSolver
import Pages
import Reporting
import Scenarios
import Sourcing
import Testing

/// What the page of a frontier says.
@Suite("Pages of frontiers")
struct FrontierPageTests {
  private let instance: Instance
  private let model: Model
  private let frontier: Frontier

  /// Seed 4 cannot serve 80 % without the rival, so that its frontier ends.
  init() throws {
    let question = try Question(seed: 4)
    let model = { (cap: String) in
      try question.model([
        "{kind: reliance, upon: R1, commodity: oxide, at_most: \(cap), by: last}",
        Question.service(0.8),
      ])
    }
    let range = ParameterRange(name: "cap", from: 0.9, to: 0, isPercent: true)
    frontier = try FrontierRunner(solver: GLPKSolver())
      .run(question.instance, over: range, steps: 7, model: model)
    self.model = try model("90%")
    instance = question.instance
  }

  private func page(_ frontier: Frontier) -> Page {
    Page(
      frontier: frontier, of: instance, model,
      making: .init(program: "PlusOne", command: "plusone frontier"), advice: "Add --worlds 200.")
  }

  @Test("it says where plans end, and what home pays there")
  func end() throws {
    let tightest = try #require(frontier.tightest)
    try #require(!frontier.isFeasibleThroughout)
    let page = page(frontier)
    let text = frontier.range.text(tightest)
    #expect(page.answer.text.hasPrefix("No plan meets the goals with cap below \(text)."))
    #expect(page.pictures[0].sentence.hasSuffix("No plan below \(text) (dashed)."))
    #expect(page.answer.mood == .bad)
    #expect(page.figures[0].value == text)
    let last = try #require(frontier.steps.indices.last { frontier.steps[$0].isFeasible })
    let change = try #require(frontier.changeOfHomeBill(at: last))
    #expect(page.figures[1].value.hasPrefix(NumberText.signed(change)))
    #expect(page.assumed[0].hasSuffix("Add --worlds 200."))
  }

  @Test("its pictures draw the rows of the table, crosses where there is no plan")
  func pictures() throws {
    let page = page(frontier)
    let table = FrontierReport(frontier, of: instance, model).table
    #expect(page.pictures.map(\.id) == ["frontier", "shadow-price"])
    for picture in page.pictures { try PictureCells.expectAll(of: picture, in: [table]) }
    let rows = try #require(page.pictures.first).data.rows
    #expect(rows.count == frontier.steps.count)
  }

  @Test("the title has the whole range where that of the model has the loosest value")
  func title() throws {
    var model = model
    model.title = "At most 90% from R1"
    let titled = Page(
      frontier: frontier, of: instance, model,
      making: .init(program: "PlusOne", command: "plusone frontier"))
    #expect(titled.question.title.hasPrefix("At most 90%, "))
    #expect(titled.question.title.contains(" … 0% from "))
    #expect(titled.question.title.hasSuffix(": what does each cost?"))
    let other = page(frontier).question.title
    #expect(
      other.contains(": what does it cost to set “cap” to 90%, ") && other.hasSuffix(" … 0%?"))
  }

  @Test("where no value has a plan it says so, and there is no picture")
  func none() throws {
    var none = frontier
    for place in none.steps.indices {
      none.steps[place].objective = nil
      none.steps[place].homeBill = nil
      none.steps[place].shadowPrice = nil
      none.steps[place].achieved = nil
    }
    none.tightest = nil
    let page = page(none)
    #expect(page.answer.text == "No value of cap from 90% to 0% has a plan.")
    #expect(page.figures.isEmpty && page.pictures.isEmpty)
  }
}
