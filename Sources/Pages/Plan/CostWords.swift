import Analysis
import Reporting

/// The categories of bills and costs in words.
enum CostWords {
  /// By the name that tables have.
  static let all = BillCategory.allCases.reduce(into: [String: String]()) {
    $0[$1.rawValue] = $1.cost?.words ?? "contracts above cost"
  }
}
