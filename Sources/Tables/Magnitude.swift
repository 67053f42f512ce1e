/// The sizes that numbers in inputs can have. Usual figures lie between 1e-3 and 1e9, in units that may be a billion
/// times larger or smaller. Numbers beyond that are mistakes, and products of them overflow.
public enum Magnitude {
  /// The size of a number that is not 0.
  public static let range = 1e-18...1e18

  /// Whether a number is 0 or has a size in ``range``.
  public static func isMeant(_ value: Double) -> Bool { value == 0 || range.contains(abs(value)) }

  /// The rule, in words that follow "must be".
  public static let text = "0 or, in size, from 1e-18 to 1e18"
}
