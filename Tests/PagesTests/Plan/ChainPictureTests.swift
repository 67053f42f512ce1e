import CaseSupport
import Charts
import GLPKSolver
import Pages
import Planning
import Reporting
import Storage
import TestSupport
import Testing

@Suite("The chain and the map on the page of a plan")
struct ChainPictureTests {
  private let folder: PlanFolder

  init() throws {
    let solved = try SolvedCase("goal-reliance")
    folder = try PlanFolder(solved.result, withoutGoals: nil, solver: GLPKSolver().name)
  }

  private func pictures(of summary: Summary) -> [Picture] {
    let making = Page.Making(program: "PlusOne", command: "plusone solve")
    return Page(plan: summary, folder.tables, making: making).pictures
  }

  /// The summary with places for all regions but the last one.
  private var placed: Summary {
    var summary = folder.summary
    for place in (summary.regions ?? []).indices.dropLast() {
      summary.regions?[place].latitude = Double(10 * place)
      summary.regions?[place].longitude = Double(20 * place)
    }
    return summary
  }

  @Test("each row that is drawn is one of its table")
  func cells() throws {
    let drawn = pictures(of: placed).filter { ["chain", "map"].contains($0.id) }
    #expect(drawn.map(\.id) == ["chain", "map"])
    for data in drawn.flatMap({ [$0.data] + $0.further }) {
      let table = try #require(folder.tables.all.first { $0.name == data.table })
      let columns = data.columns.map(\.name).filter { !$0.hasPrefix("_") }
      let rows = Set(
        (0..<table.rowCount).map { row in columns.map { table.text(row, $0) } })
      #expect(!data.rows.isEmpty)
      for object in data.objects {
        let cells = columns.map { column -> String in
          switch object[column] {
          case .number(let number): ReportTable.Cell.number(number).text
          case .text(let text): text
          default: ""
          }
        }
        #expect(rows.contains(cells), "\(data.table): \(cells)")
      }
    }
  }

  @Test("the last column is what home uses, at what it has cost")
  func use() throws {
    let picture = try #require(pictures(of: folder.summary).first { $0.id == "chain" })
    let last = try #require(folder.summary.periods.last)
    let drawn = picture.data.objects.filter {
      $0["period"] == .text(last) && $0["link"] == .text("use")
    }.compactMap { $0["home_cost"]?.number }
    let bills = folder.tables[.bills]
    let billed = (0..<bills.rowCount).filter { row in
      bills.text(row, "period") == last && bills.text(row, "payer") == folder.summary.home
        && ["production", "transport", "tariff"].contains(bills.text(row, "category"))
    }.compactMap { bills.number($0, "amount") }
    #expect(!drawn.isEmpty)
    #expect(isClose(drawn.reduce(0, +), billed.reduce(0, +), within: 1e-9))
  }

  @Test("regions without a place are named below the map, and without any place there is no map")
  func places() throws {
    let map = try #require(pictures(of: placed).first { $0.id == "map" })
    #expect(map.drawsOutlines)
    let last = try #require(folder.summary.regions?.last?.id)
    let flows = folder.tables[.allocation]
    let isUsed = (0..<flows.rowCount).contains { flows.text($0, "origin") == last }
    #expect(map.sentence.contains("Not on the map") == isUsed)
    #expect(!pictures(of: folder.summary).contains { $0.id == "map" })
  }

  @Test("a plan of an earlier version, without the table and the roles, has neither")
  func earlier() {
    var summary = folder.summary
    summary.regions = nil
    let page = Page(
      plan: summary, PlanTables(), making: .init(program: "PlusOne", command: "plusone report"))
    #expect(!page.pictures.contains { ["chain", "map"].contains($0.id) })
  }
}
