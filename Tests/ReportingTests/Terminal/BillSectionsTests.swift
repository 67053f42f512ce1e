import CaseSupport
import Reporting
import Storage
import Testing

@testable import Analysis

@Suite("Bills in the report")
struct BillSectionsTests {
  /// The report's text on one line.
  private static func text(_ summary: Summary) -> String {
    TerminalReport(summary).lines().map { String($0.text.drop { $0 == " " }) }
      .joined(separator: " ")
  }

  private static func figures(_ change: (inout BillFigures) -> Void) throws -> String {
    var summary = try SolvedCase("bills-1").comparedFolder.summary
    var bills = try #require(summary.bills)
    change(&bills)
    summary.bills = bills
    return text(summary)
  }

  @Test("home's bill, what others pay more or less, and the content are there")
  func whole() throws {
    let text = try Self.figures { _ in }
    #expect(text.contains("Total cost of all regions together 13,880: 802.1 (6.1%) more"))
    #expect(
      text.contains(
        "Bill of Region R0 (R0), its part of the total cost, 4,521: 830.5 (22.5%) more than without goals (3,691)."
      ))
    // 4,521 − 1.788 is 828.7 more than 3,691 − 0.
    #expect(
      text.contains(
        "Tariffs on what arrives at R0, which are its revenue: 1.788 (without goals 0). Its bill minus these: 4,519, "
          + "828.7 (22.5%) more than without goals (3,691)."))
    #expect(text.contains("goals: R4 13.57 less, R3 7.996 less, R2 6.824 less."))
    #expect(text.contains("(without goals in brackets): 9.1% ("))
    #expect(!text.contains("Contracts with a price"))
  }

  @Test("the content has shares without goals, and the rest of a bloc")
  func content() throws {
    let part = { (part: String, bloc: String, share: Double, without: Double?, isRest: Bool) in
      Content.Part(
        part: part, bloc: bloc, share: share, shareWithoutGoals: without, isRest: isRest)
    }
    let text = try Self.figures {
      $0.content.parts = [
        part("home", "R0", 0.25, 0.125, false), part("partners", "allies", 0.5, 0.75, false),
        part("region", "world", 0.25, 0.125, true),
      ]
    }
    #expect(
      text.contains(
        "25.0% (12.5%) at home, 50.0% (75.0%) in allies, 25.0% (12.5%) in the rest of the world."))
    let alone = try Self.figures {
      $0.content.parts = [
        part("home", "R0", 0.25, nil, false), part("elsewhere", "", 0.75, nil, false),
      ]
    }
    #expect(alone.contains("above cost: 25.0% at home, 75.0% elsewhere."))
  }

  @Test("what contracts with a price move to and from home is said, the largest first")
  func contracts() throws {
    let text = try Self.figures {
      $0.contracts = [
        ContractPayment(region: "R1", amount: 12, amountWithoutGoals: 0),
        ContractPayment(region: "R2", amount: -30, amountWithoutGoals: -10),
        ContractPayment(region: "R3", amount: 1e-12, amountWithoutGoals: 0),
      ]
      ($0.contractRevenue, $0.contractRevenueWithoutGoals) = (5, 4)
    }
    #expect(
      text.contains(
        "Contracts with a price of R0: of its bill it pays -18.00 (without goals -10.00) above cost: R2 -30.00 "
          + "(without goals -10.00), R1 12.00 (without goals 0); it gets 5.000 (without goals 4.000) above cost from "
          + "other regions."))
    let one = try Self.figures {
      $0.contracts = [ContractPayment(region: "R1", amount: 12, amountWithoutGoals: 3)]
    }
    #expect(one.contains("of its bill it pays R1 12.00 (without goals 3.000) above cost."))
  }

  @Test("where home uses nothing, its final use is not said")
  func noUse() throws {
    var summary = try SolvedCase("bills-1").folder.summary
    var use = try #require(summary.homeUseAtMarginalCosts)
    #expect(Self.text(summary).contains("at marginal costs: about"))
    use.amount = 0
    summary.homeUseAtMarginalCosts = use
    #expect(!Self.text(summary).contains("at marginal costs: about"))
  }

  @Test("the largest changes come first, and the rest is one sum")
  func order() throws {
    let text = try Self.figures { bills in
      let any = bills.others[0]
      bills.others = zip(["A", "B", "C", "D", "E", "F"], [5.0, -50, 20, 1, 10, 3]).map {
        var it = any
        (it.payer, it.bill, it.billWithoutGoals) = ($0, 100 + $1, 100)
        return it
      }
    }
    #expect(text.contains("The other regions pay 589.0 together."))
    #expect(
      text.contains("B 50.00 less, C 20.00 more, E 10.00 more, A 5.000 more, 2 others 4.000 more."))
  }

  @Test("without a plan without goals, bills are alone")
  func alone() throws {
    let text = Self.text(try SolvedCase("bills-1").folder.summary)
    #expect(text.contains("Bill of Region R0 (R0), its part of the total cost, 4,521."))
    #expect(
      text.contains("Bills of the other regions: 9,359 together: R4 3,869, R3 3,122, R2 2,368."))
    #expect(!text.contains("than without goals"))
  }

  @Test("bills of others that are rounding are nothing")
  func nothing() throws {
    var summary = try SolvedCase("bills-1").folder.summary
    var bills = try #require(summary.bills)
    for place in bills.others.indices { bills.others[place].bill = 1e-12 }
    summary.bills = bills
    let text = Self.text(summary)
    #expect(text.contains("The other regions pay nothing."))
    #expect(!text.contains("together: ."))
  }

  @Test("the cost of shortages in home's bill is named, since nobody pays it in money")
  func shortages() throws {
    let text = try Self.figures { ($0.shortages, $0.shortagesWithoutGoals) = (500, 0) }
    #expect(
      text.contains(
        "Of its bill 500.0 (without goals 0) is the cost of its shortages, which nobody pays in money."
      ))
    let none = try Self.figures { ($0.shortages, $0.shortagesWithoutGoals) = (1e-12, 0) }
    #expect(!none.contains("shortages, which"))
  }

  @Test("the cost of home's shortages is that of shortages.csv")
  func shortagesOfTable() throws {
    var compared = 0
    for name in SolvedCase.feasible {
      let folder = try SolvedCase(name).folder
      let table = folder.tables[.shortages]
      let regions = (0..<table.rowCount).filter { table.text($0, "cost") != "0" }
        .map { table.text($0, "region") }
      // The categories are discounted sums of all regions.
      guard !regions.isEmpty, regions.allSatisfy({ $0 == folder.summary.home }) else { continue }
      let bills = try #require(folder.summary.bills)
      let cost = try #require(folder.summary.categories[.shortage])
      #expect(cost > 0 && abs(bills.shortages - cost) <= 1e-9 * cost, "\(name)")
      compared += 1
    }
    #expect(compared > 0)
  }

  @Test("equal bills are the same, and no content is said where nothing is paid")
  func equal() throws {
    let text = try Self.figures { bills in
      bills.homeWithoutGoals = bills.home
      bills.others = Array(bills.others.prefix(1))
      bills.others[0].billWithoutGoals = bills.others[0].bill
      bills.content.parts = []
    }
    #expect(text.contains("4,521: the same as without goals."))
    #expect(text.contains("Each of the other regions pays the same as without goals."))
    #expect(!text.contains("Content of"))
  }
}
