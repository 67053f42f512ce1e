import Analysis
import CaseSupport
import Reporting
import Sourcing
import Testing

/// The attack that tables of goals name.
@Suite("Attacks in tables of goals")
struct AttackColumnTests {
  @Test("goals.csv names the worst attack of a goal against any attack, and no other")
  func attack() throws {
    let view = try #require(try SolvedCase("cuts-1").view)
    let table = try #require(PlanTables(view).all.first { $0.name == "goals" })
    let attacks = view.goals.map { outcome -> String in
      guard case .attack(let attack)? = outcome.threat else { return "" }
      return attack.name(in: view.instance)
    }
    try #require(attacks.contains("") && attacks.contains { $0.hasPrefix("region:") })
    #expect((0..<table.rowCount).map { table.text($0, "attack") } == attacks)
    // A goal against any attack is a resilience goal also where its service is over the window.
    for row in 0..<table.rowCount where !attacks[row].isEmpty {
      #expect(table.text(row, "each_month") == "false")
    }
  }
}
