/// The unit of money of an instance in US dollars, from its `currency`.
enum MoneyUnit: Double {
  case dollar = 1
  case thousand = 1000
  case million = 1_000_000
  case billion = 1_000_000_000

  /// The unit of a new instance.
  static let standard = MoneyUnit.thousand

  /// The unit in a text such as `USD million (2019)`; nil if the text does not start with `USD` or `US$`.
  init?(currency: String) {
    let words = currency.split { !$0.isLetter && $0 != "$" }.map { $0.lowercased() }
    guard let first = words.first, ["usd", "us$"].contains(first) else { return nil }
    switch words.dropFirst().first {
    case "thousand": self = .thousand
    case "million": self = .million
    case "billion": self = .billion
    default: self = .dollar
    }
  }

  var words: String {
    switch self {
    case .dollar: "USD"
    case .thousand: "USD thousand"
    case .million: "USD million"
    case .billion: "USD billion"
    }
  }
}
