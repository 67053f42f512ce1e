import Analysis
import Sourcing

extension CostCategory {
  /// The category in words for a report.
  package var words: String {
    switch self {
    case .production: "production"
    case .transport: "transport"
    case .tariff: "tariffs"
    case .holding: "holding of stocks"
    case .shortage: "shortages"
    case .capital: "capital (annuities of new capacity)"
    }
  }
}

extension Goal.Unit {
  /// The step of a target that its shadow price is for, in words.
  package var stepInWords: String {
    switch self {
    case .share: "one percentage point"
    case .index: "0.01"
    case .days: "one day"
    case .money: "one unit of money"
    }
  }
}
