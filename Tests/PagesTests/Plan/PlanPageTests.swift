import Analysis
import CaseSupport
import Charts
import Foundation
import GLPKSolver
import Pages
import Planning
import Reporting
import Sourcing
import Storage
import TestSupport
import Testing

/// What the page of a plan says on its first screen.
@Suite("Pages of plans")
struct PlanPageTests {
  private static let making = Page.Making(program: "PlusOne", command: "plusone solve")

  private static func folder(_ name: String, isCompared: Bool = true) throws -> PlanFolder {
    let solved = try SolvedCase(name)
    let solver = GLPKSolver()
    let without =
      isCompared
      ? try Planner(solver: solver).plan(solved.instance, solved.model.withoutGoals) : nil
    return try PlanFolder(solved.result, withoutGoals: without, solver: solver.name)
  }

  private static func page(_ folder: PlanFolder) -> Page {
    Page(plan: folder.summary, folder.tables, making: making)
  }

  @Test("the answer says whether goals are met and what they cost home, as the summary has it")
  func answer() throws {
    let folder = try Self.folder("goal-reliance")
    let page = Self.page(folder)
    let bills = try #require(folder.summary.bills)
    let more = bills.home - (try #require(bills.homeWithoutGoals))
    try #require(more > 1e-6)
    #expect(page.answer.text.hasPrefix("Goal met"))
    #expect(page.answer.text.contains("pays \(NumberText.amount(more))"))
    #expect(page.answer.text.contains("more than without the goals"))
    #expect(page.answer.mood == .good)
  }

  @Test(
    "the main figures are the changes, with both amounts below",
    arguments: ["goal-reliance", "bills-1"])
  func figures(name: String) throws {
    let folder = try Self.folder(name)
    let page = Self.page(folder)
    #expect((2...5).contains(page.figures.count))
    let (bills, first) = (try #require(folder.summary.bills), page.figures[0])
    #expect(first.compared?.contains(NumberText.amount(bills.home)) == true)
    let cost = try #require(folder.summary.cost)
    #expect(page.figures[1].compared?.contains(NumberText.amount(cost)) == true)
  }

  @Test("without a plan to compare with the figures are the amounts")
  func alone() throws {
    let folder = try Self.folder("goal-reliance", isCompared: false)
    let page = Self.page(folder)
    let cost = try #require(folder.summary.cost)
    #expect(page.figures[1].value.hasPrefix(NumberText.amount(cost)))
    #expect(page.figures.allSatisfy { $0.compared?.contains("without goals") != true })
    #expect(!page.answer.text.contains("than without"))
  }

  @Test("without goals there are three figures or more: who supplies most, and what is not served")
  func withoutGoals() throws {
    for name in SolvedCase.feasible {
      let folder = try Self.folder(name, isCompared: false)
      guard folder.summary.goals.isEmpty else { continue }
      let figures = Self.page(folder).figures
      #expect((3...5).contains(figures.count), "\(name): \(figures.map(\.label))")
      let short = folder.summary.unserved.count
      let served = try #require(figures.first { $0.label == "Demand that is not served" })
      #expect(served.value == (short == 0 ? "none" : "in \(short) market\(short == 1 ? "" : "s")"))
    }
  }

  @Test("prices of steps of different units are not compared")
  func prices() throws {
    let folder = try Self.folder("goal-reliance")
    var summary = folder.summary
    var other = try #require(summary.goals.first)
    let price = try #require(other.entries.compactMap(\.shadowPrice).first { $0 != 0 })
    other.name = "another unit"
    other.unit = other.unit == .money ? .days : .money
    for place in other.entries.indices { other.entries[place].shadowPrice = 1000 * price }
    summary.goals.append(other)
    let page = Page(plan: summary, folder.tables, making: Self.making)
    let figure = try #require(page.figures.last)
    #expect(figure.label.hasPrefix("One point more") && !figure.label.contains("another unit"))
  }

  @Test("a plan of an earlier version is said to be one, and money without a currency is money")
  func earlier() throws {
    let folder = try Self.folder("goal-reliance")
    var summary = folder.summary
    (summary.regions, summary.currency) = (nil, "")
    let page = Page(plan: summary, folder.tables, making: Self.making)
    #expect(page.assumed.contains { $0.hasPrefix("An earlier version wrote this plan") })
    #expect(!Self.page(folder).assumed.contains { $0.hasPrefix("An earlier version") })
    #expect(page.figures[0].value.hasSuffix(" money"))
  }

  @Test("where no plan exists the page says so and has no picture")
  func infeasible() throws {
    let page = Self.page(try Self.folder("infeasible"))
    #expect(page.answer.mood == .bad)
    #expect(page.answer.text.contains("No plan meets the goals"))
    #expect(page.pictures.isEmpty && page.figures.isEmpty)
    #expect(!page.assumed.contains { $0.hasPrefix("A bill is") })
  }

  @Test("where no plan exists the page says what conflicts, and the whole command that helps")
  func conflict() throws {
    let folder = try Self.folder("infeasible")
    let missing = MissingPlan(
      .infeasible(conflict: ["goal a: at most 0%", "limit max_decline"]),
      command: "plusone explain x --model y --set 'cap=0%'")
    let text = Page(
      plan: folder.summary, folder.tables, making: Self.making, noPlan: missing
    ).answer.text
    #expect(text.contains("goal a: at most 0%; limit `max_decline`"))
    #expect(text.hasSuffix("run `plusone explain x --model y --set 'cap=0%'`."))
  }

  @Test("who is short of what is said on the first screen")
  func shortages() throws {
    for name in SolvedCase.feasible {
      let folder = try Self.folder(name)
      let short = folder.summary.unserved
      let text = Self.page(folder).answer.text
      #expect(text.contains(" than it needs in ") == !short.isEmpty, "\(name): \(text)")
    }
  }

  @Test("a page says that nothing is known of its ranges, or which")
  func certainty() throws {
    let folder = try Self.folder("goal-reliance")
    let page = Page(
      plan: folder.summary, folder.tables, making: Self.making, advice: "Add --worlds 200.")
    #expect(
      page.assumed.contains {
        $0.contains("one set of assumptions") && $0.contains("Add --worlds 200.")
      })
  }

  @Test("each row of each picture is a row of its table", arguments: SolvedCase.feasible)
  func pictures(name: String) throws {
    let folder = try Self.folder(name)
    for picture in Self.page(folder).pictures {
      for data in [picture.data] + picture.further {
        let table = try #require(folder.allTables.first { $0.name == data.table })
        let columns = data.columns.indices.filter { !data.columns[$0].isOwn }
        let stored = Set(
          (0..<table.rowCount).map { row in
            columns.map { table.text(row, data.columns[$0].name) }
          })
        for row in data.rows {
          let cells = columns.map { column in
            row[column].number.map { ReportTable.Cell.number($0).text } ?? row[column].text ?? ""
          }
          #expect(stored.contains(cells), "\(picture.id) of \(name): \(cells)")
        }
      }
    }
  }

  @Test("names stand for ids on the first screen")
  func names() throws {
    let folder = try Self.folder("goal-reliance")
    var summary = folder.summary
    summary.names?.regions = Dictionary(
      uniqueKeysWithValues: Set(folder.summary.suppliers.flatMap(\.origins).map(\.region))
        .union([summary.home]).map { ($0, "Land of \($0)") })
    let page = Page(plan: summary, folder.tables, making: Self.making)
    #expect(page.answer.text.contains("Land of \(summary.home) pays"))
    #expect(page.figures[0].label.contains("Land of \(summary.home)"))
  }
}
