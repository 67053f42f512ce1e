import Foundation
import TestSupport

/// What `expected.yaml` of a case says of its bills, discounted over the horizon.
struct KnownBills {
  static let cases = TestPaths.caseNames.filter { $0.hasPrefix("bills-") }

  var home: Double?
  var homeWithoutGoals: Double?
  /// By id of the payer; the others pay nothing.
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
