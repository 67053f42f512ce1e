import CaseSupport
import Charts
import GLPKSolver
import Pages
import Planning
import Reporting
import Scenarios
import Sourcing
import Testing

/// What the page of alternatives says.
@Suite("Pages of alternatives")
struct AlternativesPageTests {
  private let solved: SolvedCase
  private let found: Alternatives

  init() throws {
    solved = try SolvedCase("projects")
    found = try AlternativesFinder(solver: GLPKSolver())
      .find(around: solved.result, within: .shareOfTotal(0.01))
  }

  private func page(_ alternatives: Alternatives) -> Page {
    Page(
      alternatives: alternatives, of: solved.instance, solved.model,
      making: .init(program: "PlusOne", command: "plusone alternatives"))
  }

  @Test("the first figure is what a plan may cost more, and the answer names what all plans build")
  func words() throws {
    var changed = found
    changed.projects[0].built.verdict = .must
    changed.projects[0].withoutGoals = nil
    let id = solved.instance.projects[changed.projects[0].project].id
    let page = page(changed)
    #expect(page.answer.text.contains("build \(id)"))
    #expect(page.figures[0].value.hasPrefix(NumberText.signed(found.allowance)))
  }

  @Test("its pictures draw the rows of the table that some plan has")
  func pictures() throws {
    let page = page(found)
    let table = AlternativesReport(found, of: solved.instance, solved.model).table
    #expect(!page.pictures.isEmpty)
    for picture in page.pictures {
      try PictureCells.expectAll(of: picture, in: [table])
      let greatest = try #require(picture.data.columns.firstIndex { $0.name == "greatest" })
      #expect(picture.data.rows.allSatisfy { ($0[greatest].number ?? 0) > 0 })
    }
  }

  @Test("where no project is built and no supplier is known there is no picture")
  func nothing() {
    var none = found
    none.projects = []
    none.origins = []
    none.commodity = nil
    #expect(page(none).pictures.isEmpty)
  }
}
