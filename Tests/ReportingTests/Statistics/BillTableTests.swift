import Analysis
import CaseSupport
import Foundation
import Reporting
import Sourcing
import Storage
import TestSupport
import Testing

@Suite("The table of bills")
struct BillTableTests {
  /// The sums of a column by period and category.
  private static func sums(_ table: ReportTable, _ column: String) throws -> [[String]: Double] {
    var sums: [[String]: Double] = [:]
    for row in 0..<table.rowCount {
      let key = [table.text(row, "period"), table.text(row, "category")]
      sums[key, default: 0] += try #require(table.number(row, column))
    }
    return sums
  }

  private static func expectSame(_ found: [[String]: Double], _ wanted: [[String]: Double]) {
    let scale = wanted.values.reduce(1) { $0 + abs($1) }
    for key in Set(found.keys).union(wanted.keys) {
      #expect(abs((found[key] ?? 0) - (wanted[key] ?? 0)) <= 1e-9 * scale, "\(key)")
    }
  }

  @Test(
    "all rows of a period and category add up to its cost, in both plans",
    arguments: SolvedCase.feasible)
  func addUp(name: String) throws {
    let solved = try SolvedCase(name)
    let tables = try solved.comparedFolder.tables
    Self.expectSame(
      try Self.sums(tables[.bills], "amount"), try Self.sums(tables[.costs], "cost"))
    let other = try #require(try PlanView(solved.withoutGoals))
    Self.expectSame(
      try Self.sums(tables[.bills], "without_goals"),
      try Self.sums(try PlanTables(other)[.costs], "cost"))
  }

  @Test("without a plan without goals its column is blank")
  func blank() throws {
    let table = try SolvedCase("goal-reliance").folder.tables[.bills]
    #expect(table.rowCount > 5)
    #expect((0..<table.rowCount).allSatisfy { table.text($0, "without_goals").isEmpty })
  }

  @Test(
    "rows are sorted, each once, and none has only zeros", arguments: ["everything", "bills-1"])
  func rows(name: String) throws {
    let table = try SolvedCase(name).comparedFolder.tables[.bills]
    let periods = try SolvedCase(name).instance.horizon.periods.map(\.label)
    let categories = BillCategory.allCases.map(\.rawValue)
    let keys = (0..<table.rowCount).map { row in
      let period = periods.firstIndex(of: table.text(row, "period")) ?? -1
      let category = categories.firstIndex(of: table.text(row, "category")) ?? -1
      return (period, table.text(row, "payer"), table.text(row, "spent_in"), category)
    }
    #expect(zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 })
    for row in 0..<table.rowCount {
      let amounts = [table.number(row, "amount"), table.number(row, "without_goals")]
      #expect(amounts.contains { $0 ?? 0 != 0 })
    }
  }

  @Test("the bills of a stored plan are those of its table", arguments: SolvedCase.feasible)
  func stored(name: String) throws {
    try withTemporaryFolder { scratch in
      let path = scratch.appending(path: "plan").path
      let solved = try SolvedCase(name)
      var folder = try solved.folder
      try folder.write(to: path)
      let plan = try StoredPlan(reading: path).plan(for: solved.instance, solved.model)
      let view = PlanView(instance: solved.instance, model: solved.model, plan: plan)
      let bills = try Bills(checked: view)
      let summary = try StoredPlan(reading: path).summary()
      let home = bills.bill(of: solved.instance.home.members)
      #expect(isClose(home, try #require(summary.bill), within: 1e-8))
      #expect(summary.billWithoutGoals == nil)
    }
  }
}
