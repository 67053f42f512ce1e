import CaseSupport
import Reporting
import Storage
import Testing

@testable import Analysis

@Suite("Contracts with a price in the report")
struct ContractSectionTests {
  private static func lines(_ prices: [ContractPrice]?) throws -> [String] {
    var summary = try SolvedCase("contract").folder.summary
    var bills = try #require(summary.bills)
    bills.contractPrices = prices
    summary.bills = bills
    return TerminalReport(summary).lines().map(\.text)
  }

  private static func price(
    _ contract: String, _ period: String, _ price: Double, cost: Double = 4
  ) -> ContractPrice {
    ContractPrice(
      contract: contract, commodity: "k2", origin: "R2", destination: "R0", period: period,
      quantity: 3, price: price, averageCost: cost, aboveCost: 3 * (price - cost))
  }

  @Test("periods that follow each other with the same figures are one row")
  func rows() throws {
    let lines = try Self.lines([
      Self.price("c", "2020", 5), Self.price("d", "2020", 3), Self.price("c", "2021", 5),
      Self.price("d", "2021", 6), Self.price("c", "2022", 7), Self.price("d", "2022", 3),
    ])
    let start = try #require(
      lines.firstIndex(of: "Contracts with a price, into and out of Region R0 (R0)"))
    #expect(
      lines[(start + 1)...(start + 6)] == [
        "  contract  goods  from  to  period      quantity  price  average cost  above cost",
        "  c         k2     R2    R0  2020, 2021     3.000  5.000         4.000       3.000",
        "  c         k2     R2    R0  2022           3.000  7.000         4.000       9.000",
        "  d         k2     R2    R0  2020           3.000  3.000         4.000      -3.000",
        "  d         k2     R2    R0  2021           3.000  6.000         4.000       6.000",
        "  d         k2     R2    R0  2022           3.000  3.000         4.000      -3.000",
      ])
    #expect(lines.contains { $0.contains("above cost: quantity × (price - average cost)") })
  }

  @Test("equal figures of two contracts are two rows, and rounding is 0")
  func contracts() throws {
    let lines = try Self.lines([
      Self.price("c", "2020", 4 + 1e-13), Self.price("d", "2021", 4 + 1e-13),
    ])
    #expect(lines.count { $0.hasSuffix("4.000         4.000           0") } == 2)
  }

  @Test("of many rows the first are shown")
  func many() throws {
    let lines = try Self.lines((1...23).map { Self.price("c\($0)", "2020", 5) })
    #expect(lines.contains("  and 3 more in contract_prices.csv (with --out)"))
    #expect(lines.contains { $0.hasPrefix("  c20 ") } && !lines.contains { $0.hasPrefix("  c21 ") })
  }

  @Test("nothing is said where no contract has a price", arguments: [nil, [] as [ContractPrice]?])
  func none(prices: [ContractPrice]?) throws {
    #expect(try !Self.lines(prices).contains { $0.hasPrefix("Contracts with a price") })
  }
}
