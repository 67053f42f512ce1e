import Analysis
import CaseSupport
import Charts
import GLPKSolver
import Pages
import Planning
import Reporting
import Sourcing
import Storage
import TestSupport
import Testing

/// The pictures of plans: figures of tables, and sentences that are true.
@Suite("Pictures of plans")
struct PlanPictureTests {
  private static func folder(_ name: String) throws -> PlanFolder {
    let solved = try SolvedCase(name)
    let solver = GLPKSolver()
    let without =
      solved.model.goals.isEmpty
      ? nil : try Planner(solver: solver).plan(solved.instance, solved.model.withoutGoals)
    return try PlanFolder(solved.result, withoutGoals: without, solver: solver.name)
  }

  private static func page(_ folder: PlanFolder) -> Page {
    Page(
      plan: folder.summary, folder.tables,
      making: .init(program: "PlusOne", command: "plusone solve"))
  }

  @Test("each picture draws rows of a table, has an id of its own and says what to see")
  func cells() throws {
    var drawn: Set<String> = []
    for name in SolvedCase.feasible {
      let folder = try Self.folder(name)
      let pictures = Self.page(folder).pictures
      #expect(Set(pictures.map(\.id)).count == pictures.count)
      for picture in pictures {
        #expect(!picture.data.rows.isEmpty && picture.sentence.contains("."), "\(picture.id)")
        try PictureCells.expectAll(of: picture, in: folder.tables.all)
      }
      drawn.formUnion(pictures.map(\.id))
    }
    let wanted: Set = ["costs", "home-bill", "home-bill-change", "orders", "stocks", "shortages"]
    #expect(wanted.subtracting(drawn) == [])
  }

  @Test(
    "the picture of what home pays more has the changes of its bill, and the largest net in words")
  func changeOfHomeBill() throws {
    let folder = try Self.folder("goal-reliance")
    let page = Self.page(folder)
    let picture = try #require(page.pictures.first { $0.id == "home-bill-change" })
    let rows = folder.tables[.bills].rows.filter { $0.text("payer") == folder.summary.home }
    let sums = Dictionary(grouping: rows) { $0.text("period") }.mapValues { rows in
      rows.reduce(0) { $0 + ($1.number("change") ?? 0) }
    }
    let (period, net) = try #require(sums.max { abs($0.value) < abs($1.value) })
    try #require(abs(net) > 1e-3)
    #expect(picture.sentence.contains("largest in \(period)"))
    #expect(
      picture.sentence.contains("\(NumberText.amount(abs(net))) \(folder.summary.currency) a year"))
    #expect(picture.sentence.contains(net > 0 ? " more." : " less."))
    let drawn = picture.data.objects.compactMap { $0["change"]?.number }.reduce(0, +)
    #expect(abs(drawn - sums.values.reduce(0, +)) < 1e-6 * abs(net))
  }

  @Test("only what is not served is drawn")
  func shortages() throws {
    var count = 0
    for name in SolvedCase.feasible {
      let folder = try Self.folder(name)
      let short = folder.tables[.shortages].rows.filter {
        ($0.number("shortage") ?? 0) > 1e-6 * ($0.number("demand") ?? 0)
      }
      let picture = Self.page(folder).pictures.first { $0.id == "shortages" }
      #expect(picture?.data.rows.count ?? 0 == short.count, "\(name)")
      count += short.count
    }
    #expect(count > 0)
  }
}
