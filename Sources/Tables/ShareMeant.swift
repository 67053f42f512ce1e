/// A percentage without its sign where a share from 0 to 1 must stand, as `30` for 30 %.
public struct ShareMeant: Sendable, Hashable {
  /// The share as a plain decimal, such as `0.3`.
  public let share: String
  /// The share as a percentage, such as `30%`.
  public let percentage: String

  /// The share that a number probably means; nil for a number up to 1.001, which is rather a share of 1 with a rounding
  /// error, and for one above 100.
  ///
  /// - Parameter number: a number that is no share.
  public init?(_ number: Double) {
    guard number > 1.001, number <= 100 else { return nil }
    share = DecimalNumber.text(DecimalNumber.shifted(number, by: -2))
    percentage = DecimalNumber.text(number) + "%"
  }

  /// The end of a message about the number where both forms are read.
  public var hint: String { "; write \(share) or \(percentage)" }

  /// The end of a message about the number where only plain decimals are read.
  public var plainHint: String { "; write \(share) for \(percentage)" }
}

extension DecimalNumber {
  /// A number times a power of ten, with the same digits.
  ///
  /// - Parameters:
  ///   - number: a finite number.
  ///   - places: the power of ten: 2 for a share as a percentage, −2 for a percentage as a share.
  public static func shifted(_ number: Double, by places: Int) -> Double {
    let parts = "\(number)".split(separator: "e")
    guard let digits = parts.first else { return number }
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    return Double("\(digits)e\(exponent + places)") ?? number
  }
}
