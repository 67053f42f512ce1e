import Analysis
import CaseSupport
import Foundation
import GLPKSolver
import Planning
import Sourcing
import TestSupport
import Testing

/// Cases whose bills were computed independently.
@Suite("Known bills")
struct BillCaseTests {
  static let cases = TestPaths.caseNames.filter { $0.hasPrefix("bills-") }

  /// What `expected.yaml` says, discounted over the horizon.
  private struct Expected {
    var home: Double?
    var homeWithoutGoals: Double?
    /// By id of the payer.
    var payers: [String: Double] = [:]

    init(_ name: String) throws {
      let text = try String(
        contentsOf: TestPaths.cases.appending(path: "\(name)/expected.yaml"), encoding: .utf8)
      for line in text.split(separator: "\n") {
        let parts = line.split(separator: ":").map { $0.trimmingCharacters(in: .whitespaces) }
        guard parts.count == 2, let number = Double(parts[1]) else { continue }
        switch parts[0] {
        case "home_bill": home = number
        case "home_bill_without_goals": homeWithoutGoals = number
        case let payer where line.hasPrefix("  "): payers[payer] = number
        default: break
        }
      }
    }
  }

  @Test("every case is there")
  func count() { #expect(Self.cases.count == 3) }

  @Test("every payer's bill is the known one", arguments: cases)
  func payers(name: String) throws {
    let (solved, expected) = (try SolvedCase(name), try Expected(name))
    let bills = try Bills(checked: try #require(solved.view))
    #expect(!expected.payers.isEmpty)
    for (region, it) in solved.instance.regions.indexed() {
      let bill = bills.bill(of: [region])
      #expect(isClose(bill, expected.payers[it.id] ?? 0, within: 1e-6), "\(it.id): \(bill)")
    }
    let home = bills.bill(of: solved.instance.home.members)
    #expect(isClose(home, try #require(expected.home), within: 1e-6), "\(home)")
  }

  @Test("home's bill without goals is the known one", arguments: cases)
  func withoutGoals(name: String) throws {
    let (solved, expected) = (try SolvedCase(name), try Expected(name))
    var model = solved.model
    model.goals = []
    let result = try Planner(solver: GLPKSolver()).plan(solved.instance, model)
    let bills = try Bills(checked: try #require(PlanView(result)))
    let home = bills.bill(of: solved.instance.home.members)
    #expect(isClose(home, try #require(expected.homeWithoutGoals), within: 1e-6), "\(home)")
  }
}
