import Analysis
import CaseSupport
import Foundation
import GLPKSolver
import Planning
import Sourcing
import Storage
import TestSupport
import Testing

@testable import Reporting

@Suite("The plan without goals beside the plan")
struct WithoutGoalsTests {
  @Test(
    "its figures are those of a plan of the model without its goals",
    arguments: SolvedCase.feasible)
  func ownFigures(name: String) throws {
    let solved = try SolvedCase(name)
    let beside = try #require(try solved.comparedFolder.summary.withoutGoals)
    let result = try solved.withoutGoals
    let own = try PlanFolder(result, withoutGoals: nil, solver: GLPKSolver().name).summary
    #expect(beside.status == own.status && beside.cost == own.cost)
    #expect(beside.categories == own.categories)
    #expect(beside.stockHeld == own.stockHeld && beside.support == own.support)
    #expect(beside.orders?.map(\.capacity) == own.orders?.map(\.capacity))
    #expect(beside.unserved?.map(\.quantity) == own.unserved.map(\.quantity))
    let total = try #require(beside.categories).values.reduce(0, +)
    #expect(isClose(total, try #require(beside.cost), within: 1e-9))
  }

  @Test("suppliers of both plans are of the same commodities", arguments: SolvedCase.feasible)
  func sameCommodities(name: String) throws {
    let summary = try SolvedCase(name).comparedFolder.summary
    #expect(!summary.suppliers.isEmpty)
    #expect(
      summary.withoutGoals?.suppliers?.map(\.commodity) == summary.suppliers.map(\.commodity))
  }

  @Test("the table of costs has the cost of both plans and their difference")
  func costs() throws {
    let summary = try SolvedCase("goal-reliance").comparedFolder.summary
    let (cost, base) = (try #require(summary.cost), try #require(summary.withoutGoals?.cost))
    try #require(cost > base * (1 + 1e-6))
    let row = try #require(
      TerminalReport(summary).lines().map(\.text).first { $0.hasPrefix("  total cost") })
    #expect(
      Self.words(row) == [
        "total", "cost", NumberText.amount(cost), NumberText.amount(base),
        "+\(NumberText.amount(cost - base))",
      ])
    // Without a plan without goals there is no table, and a sentence has the categories.
    let alone = TerminalReport(try SolvedCase("goal-reliance").folder.summary).lines().map(\.text)
    #expect(!alone.contains { $0.hasPrefix("  total cost") })
    #expect(alone.contains { $0.hasPrefix("By category: ") })
  }

  @Test("the value of stocks stands beside that without the goals, if it differs")
  func stocks() throws {
    var summary = try SolvedCase("goal-reliance").comparedFolder.summary
    let lines = { (summary: Summary) in TerminalReport(summary).lines(width: 200).map(\.text) }
    summary.stockHeld = 12
    summary.withoutGoals?.stockHeld = 7
    let last = try #require(summary.periods.last)
    let text = "Stocks of all regions at the end of \(last) are worth 12.00"
    #expect(lines(summary).contains("\(text), without the goals 7.000; not discounted."))
    // Equal values are not due to the goals.
    summary.withoutGoals?.stockHeld = 12
    #expect(!lines(summary).contains { $0.hasPrefix("Stocks of all regions") })
  }

  private static func words(_ line: String) -> [String] {
    line.split(separator: " ").map(String.init)
  }

  /// A summary of one case with other orders.
  private static func summary(
    _ orders: [PlacedOrder], withoutGoals other: [PlacedOrder]
  ) throws -> Summary {
    var summary = try SolvedCase("goal-reliance").comparedFolder.summary
    (summary.orders, summary.support) = (orders, PayerSupport.all(of: orders))
    summary.withoutGoals?.orders = other
    summary.withoutGoals?.support = PayerSupport.all(of: other)
    return summary
  }

  private static func order(
    _ project: String, _ ordered: String, _ capacity: Double, payer: String? = nil
  ) throws -> PlacedOrder {
    let json = """
      {"project": "\(project)", "region": "AUS", "ordered": "\(ordered)", "capacity": \(capacity),
       \(payer.map { "\"programme\": \"fund\", \"payer\": \"\($0)\"," } ?? "")
       "outlay": \(2 * capacity), "support": \(payer == nil ? 0 : capacity / 2)}
      """
    return try JSONDecoder().decode(PlacedOrder.self, from: Data(json.utf8))
  }

  @Test("orders due to the goals come first, with who pays, and the sums below")
  func orders() throws {
    let periods = try SolvedCase("goal-reliance").comparedFolder.summary.periods
    let (first, last) = (try #require(periods.first), try #require(periods.last))
    let summary = try Self.summary(
      [
        Self.order("anyway", first, 100), Self.order("due", first, 30, payer: "JPN"),
        Self.order("sooner", first, 40),
      ],
      withoutGoals: [
        Self.order("anyway", first, 100), Self.order("due", first, 10, payer: "JPN"),
        Self.order("sooner", last, 40),
      ])
    try #require(first != last)
    let lines = TerminalReport(summary).lines(width: 200).map(\.text)
    let heading = try #require(
      lines.firstIndex { $0.hasSuffix("first what is due to the goals") })
    let columns = lines[heading + 1]
    #expect(columns.contains("due (capacity)") && columns.contains("due (capex)"))
    let rows = lines[(heading + 2)...].prefix(4).map { Self.words($0).joined(separator: " ") }
    let expected = [
      "due AUS 30.00 (10.00) +20.00 60.00 (20.00) +40.00 \(first) later JPN 25%, AUS 75%",
      "sooner AUS 40.00 (40.00) 0 80.00 (80.00) 0 \(first) (\(last)) later AUS",
      "anyway AUS 100.0 (100.0) 0 200.0 (200.0) 0 \(first) later AUS",
      "all together 340.0 (300.0) +40.00",
    ]
    #expect(rows == expected)
    let support = try #require(lines.firstIndex { $0.hasPrefix("Support: ") })
    let payer = Self.words(lines[support + 2]).joined(separator: " ")
    #expect(payer == "JPN 15.00 5.000 +10.00")
  }

  @Test("a report says so if no order is due to the goals, or if nothing is ordered")
  func nothingDue() throws {
    let same = [try Self.order("anyway", "x", 100)]
    let equal = TerminalReport(try Self.summary(same, withoutGoals: same)).lines().map(\.text)
    #expect(equal.contains { $0.hasPrefix("No order is due to the goals") })
    let none = TerminalReport(try Self.summary([], withoutGoals: [])).lines().map(\.text)
    #expect(
      none.contains("Neither the plan nor the plan without goals orders new capacity."))
    // Long lists are cut: 20 that are due to the goals, and 8 that are not.
    let many = try (0..<60).map { try Self.order("p\($0)", "x", 1) }
    let long = TerminalReport(try Self.summary(many, withoutGoals: Array(many.dropFirst(30))))
    #expect(long.lines().contains { $0.text.hasPrefix("  and 32 more in ") })
  }

  @Test("of many orders without goals those that cost most are shown, in their order")
  func largestOrders() throws {
    var summary = try SolvedCase("goal-reliance").folder.summary
    summary.withoutGoals = nil
    summary.orders = try (1...25).map { try Self.order("p\($0)", "x", Double($0)) }
    let lines = TerminalReport(summary).lines(width: 200).map(\.text)
    let shown = lines.compactMap { line in
      Self.words(line).first.flatMap { $0.hasPrefix("p") ? Int($0.dropFirst()) : nil }
    }
    #expect(shown == Array(6...25))
    #expect(lines.contains("  and 5 more in investments.csv (with --out)"))
  }

  @Test("stockpiles that are always empty are not shown")
  func emptyStocks() throws {
    var summary = try SolvedCase("goal-reliance").folder.summary
    let count = summary.periods.count
    let stock = { (name: String, level: Double) in
      try JSONDecoder().decode(
        HeldStock.self,
        from: Data(
          """
          {"stockpile": "\(name)", "region": "A", "commodity": "g", "initial": 0,
           "level": \(Array(repeating: level, count: count)), "days": \(Array(repeating: 1, count: count))}
          """.utf8))
    }
    summary.stocks = [try stock("full", 3), try stock("empty", 0)]
    let text = TerminalReport(summary).lines().map(\.text).joined(separator: "\n")
    #expect(text.contains("full (g in A)") && !text.contains("empty (g in A)"))
    summary.stocks = [try stock("empty", 0)]
    #expect(!TerminalReport(summary).lines().contains { $0.text.hasPrefix("Stocks at") })
  }

  @Test("shares of suppliers have those without the goals in brackets, in periods of the goals")
  func shares() throws {
    let summary = try SolvedCase("goal-reliance").comparedFolder.summary
    let suppliers = try #require(summary.suppliers.first)
    let base = try #require(summary.withoutGoals?.suppliers?.first)
    let lines = TerminalReport(summary).lines().map(\.text)
    let heading = try #require(
      lines.firstIndex { $0.hasSuffix(", in brackets without the goals") })
    let shown = Self.words(lines[heading + 1]).dropFirst().map { String($0.filter { $0 != "*" }) }
    #expect(!shown.isEmpty && shown.count <= 4)
    let held = Set(summary.goals.flatMap(\.periods))
    #expect(held.isSuperset(of: shown))
    let largest = try #require(suppliers.largestFirst.first)
    let other = base.origins.first { $0.region == largest.region }
    let row = try #require(lines[heading...].first { $0.hasPrefix("  \(largest.region) ") })
    let text = { (share: Double) in share < 5e-7 ? "-" : NumberText.percent(share) }
    let expected = shown.flatMap { label -> [String] in
      guard let place = summary.periods.firstIndex(of: label) else { return [] }
      return [
        text(largest.share[place]), text(other?.share[place] ?? 0),
      ]
    }
    let found = Self.words(row).dropFirst().map { $0.filter { !"()".contains($0) } }
    // Before the shares stands the name of the region.
    #expect(Array(found.suffix(expected.count)) == expected && expected.count > 1)
  }
}
