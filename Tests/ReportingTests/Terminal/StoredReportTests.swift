import Analysis
import CaseSupport
import Foundation
import Reporting
import Storage
import TestSupport
import Testing

@Suite("The report of a stored plan")
struct StoredReportTests {
  @Test(
    "the report of a stored plan is that of the fresh plan, line by line",
    arguments: SolvedCase.feasible)
  func same(name: String) throws {
    try withTemporaryFolder { scratch in
      let path = scratch.appending(path: "plan").path
      var fresh = try SolvedCase(name).comparedFolder
      try fresh.write(to: path)
      let stored = try StoredPlan(reading: path).summary()
      let lines = TerminalReport(stored).lines().map(\.text)
      #expect(lines == TerminalReport(fresh.summary).lines().map(\.text))
      #expect(lines.count > 5)
    }
  }

  @Test("suppliers and orders are those of the tables", arguments: SolvedCase.feasible)
  func agreesWithTables(name: String) throws {
    let folder = try SolvedCase(name).folder
    let (tables, summary) = (folder.tables, folder.summary)
    #expect(!summary.suppliers.isEmpty)
    for suppliers in summary.suppliers {
      for origin in suppliers.origins {
        let rows = tables[.shares].rows(where: [
          "destination": summary.home, "commodity": suppliers.commodity, "origin": origin.region,
        ])
        #expect(rows.map { tables[.shares].text($0, "period") } == summary.periods)
        #expect(rows.map { tables[.shares].number($0, "quantity") } == origin.quantity)
        #expect(rows.map { tables[.shares].number($0, "share_of_supply") } == origin.share)
      }
    }
    let orders = tables[.investments]
    let placed = (0..<orders.rowCount).filter { orders.number($0, "capacity") ?? 0 > 1e-6 }
    #expect(placed.map { orders.text($0, "project") } == (summary.orders ?? []).map(\.project))
    #expect(placed.map { orders.text($0, "period") } == (summary.orders ?? []).map(\.ordered))
    #expect(placed.map { orders.number($0, "support") } == (summary.orders ?? []).map(\.support))
    #expect((summary.orders == nil) == (orders.rowCount == 0))

    let shortages = tables[.shortages]
    let unserved = (0..<shortages.rowCount).reduce(0) {
      $0 + (shortages.number($1, "shortage") ?? 0)
    }
    let told = summary.unserved.flatMap(\.quantity).compactMap(\.self).reduce(0, +)
    #expect(abs(told - unserved) <= 1e-5 * max(1, unserved))
  }
}
