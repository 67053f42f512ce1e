import Analysis
import CaseSupport
import GLPKSolver
import Planning
import Sourcing
import TestSupport
import Testing

/// Cases whose bills were computed independently.
@Suite("Known bills")
struct BillCaseTests {
  @Test("every case is there")
  func count() { #expect(KnownBills.cases.count == 3) }

  @Test("every payer's bill is the known one", arguments: KnownBills.cases)
  func payers(name: String) throws {
    let (solved, expected) = (try SolvedCase(name), try KnownBills(name))
    let bills = try Bills(checked: try #require(solved.view))
    #expect(!expected.payers.isEmpty)
    for (region, it) in solved.instance.regions.indexed() {
      let bill = bills.bill(of: [region])
      #expect(isClose(bill, expected.payers[it.id] ?? 0, within: 1e-6), "\(it.id): \(bill)")
    }
    let home = bills.bill(of: solved.instance.home.members)
    #expect(isClose(home, try #require(expected.home), within: 1e-6), "\(home)")
  }

  @Test("home's bill without goals is the known one", arguments: KnownBills.cases)
  func withoutGoals(name: String) throws {
    let (solved, expected) = (try SolvedCase(name), try KnownBills(name))
    let result = try Planner(solver: GLPKSolver()).plan(
      solved.instance, solved.model.withoutGoals)
    let bills = try Bills(checked: try #require(PlanView(result)))
    let home = bills.bill(of: solved.instance.home.members)
    #expect(isClose(home, try #require(expected.homeWithoutGoals), within: 1e-6), "\(home)")
  }
}
