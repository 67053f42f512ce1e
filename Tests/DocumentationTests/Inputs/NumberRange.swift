import Tables

/// Ranges of numbers in words.
enum NumberRange {
  static func text(_ range: ClosedRange<Double>) -> String {
    let (lower, upper) = (
      DecimalNumber.text(range.lowerBound), DecimalNumber.text(range.upperBound)
    )
    let isOpenBelow = range.lowerBound == -.greatestFiniteMagnitude
    let isOpenAbove = range.upperBound == .greatestFiniteMagnitude
    return switch (isOpenBelow, isOpenAbove) {
    case (true, true): "number"
    case (false, true): "number, \(lower) or more"
    case (true, false): "number, at most \(upper)"
    case (false, false): "number, \(lower) to \(upper)"
    }
  }

  static func text(_ range: ClosedRange<Int>) -> String {
    "whole number, \(range.lowerBound) to \(range.upperBound)"
  }
}
