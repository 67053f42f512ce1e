import Foundation
public import Sourcing

/// Numbers for people, the same in every locale: `1,234`, `56.7`, `0.0123`, `48.2%`.
public enum NumberText {
  /// A quantity or money with about four digits.
  public static func amount(_ value: Double) -> String {
    switch abs(value) {
    case 999.5...: grouped(value)
    case 99.95...: fixed(value, 1)
    case 9.995...: fixed(value, 2)
    case 0.0995...: fixed(value, 3)
    case ..<1e-9: "0"
    default: String(format: "%.3g", value)
    }
  }

  /// A number of things: `37`, `1,000`.
  package static func whole(_ count: Int) -> String {
    (count < 0 ? "-" : "") + separated("\(count.magnitude)")
  }

  /// A share as a percentage with one decimal: `48.2%`, `1,234.5%`.
  public static func percent(_ share: Double) -> String {
    let text = fixed(100 * share, 1)
    guard abs(share) >= 9.9995, let point = text.lastIndex(of: "."),
      let whole = Int64(text[..<point].drop { $0 == "-" })
    else { return text + "%" }
    return (share < 0 ? "-" : "") + separated(String(whole)) + text[point...] + "%"
  }

  /// A share as a percentage without decimals.
  static func wholePercent(_ share: Double) -> String { fixed(100 * share, 0) + "%" }

  /// A share that a user gave, as a percentage with all of its digits: `30%`, `0.5%`.
  static func exactPercent(_ share: Double) -> String { String(format: "%.12g", 100 * share) + "%" }

  /// A difference, with its sign: `+12.3`, `-0.500`, `0`.
  package static func signed(_ value: Double) -> String {
    let text = amount(value)
    return value > 0 && text != "0" ? "+\(text)" : text
  }

  /// A change as a percentage, with as many decimals as it takes to see it; `<0.001%` if that takes more than three.
  public static func change(_ share: Double) -> String {
    let size = abs(100 * share)
    if size > 0, size < 0.001 { return share < 0 ? ">-0.001%" : "<0.001%" }
    return size >= 0.995 || size == 0 ? percent(share) : String(format: "%.2g", 100 * share) + "%"
  }

  /// A goal's target, or what is achieved of it, in its unit: `48.2%`, `0.250`, `90 days`, `1,234`.
  public static func target(_ value: Double, in unit: Goal.Unit) -> String {
    switch unit {
    case .share: percent(value)
    case .index, .money: amount(value)
    case .days: "\(amount(value)) days"
    }
  }

  private static func fixed(_ value: Double, _ digits: Int) -> String {
    let text = String(format: "%.\(digits)f", value)
    let isZero = !text.contains { "123456789".contains($0) }
    return isZero && text.hasPrefix("-") ? String(text.dropFirst()) : text
  }

  private static func grouped(_ value: Double) -> String {
    guard abs(value) < 1e15 else { return String(format: "%.4g", value) }
    let text = separated(String(Int64(abs(value).rounded())))
    return value < 0 ? "-\(text)" : text
  }

  /// Digits with a comma before each group of three.
  private static func separated(_ digits: String) -> String {
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
