package import Sourcing
import Tables

extension Goal.Unit {
  /// A target with its unit, rounded to the resolution: `46.1234%`, `90 days`.
  package func text(_ value: Double, currency: String = "") -> String {
    switch self {
    case .share: Self.number(100 * value, digits: 4) + "%"
    case .index: Self.number(value, digits: 6)
    case .days: Self.number(value, digits: 4) + " days"
    case .money: Self.number(value, digits: 4) + (currency.isEmpty ? "" : " \(currency)")
    }
  }

  /// A number with at most `digits` decimals, without zeros at the end.
  static func number(_ value: Double, digits: Int) -> String {
    guard abs(value) < 1e11 else { return DecimalNumber.text(value) }
    var factor = 1.0
    for _ in 0..<digits { factor *= 10 }
    let rounded = (value * factor).rounded() / factor
    return DecimalNumber.text(rounded == 0 ? 0 : rounded)
  }
}
