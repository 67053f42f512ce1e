/// How large and how small a number of the input may be. Usual figures lie between 1e-3 and 1e9. A user may choose a
/// unit that is a billion times larger or smaller. A number beyond that is a mistake, and products of such numbers
/// soon cannot be computed.
public enum Magnitude {
  /// The absolute values that a number other than 0 may have.
  public static let range = 1e-18...1e18

  /// Whether a number is 0 or has an absolute value within ``range``.
  public static func isMeant(_ value: Double) -> Bool { value == 0 || range.contains(abs(value)) }

  /// The rule, in words that follow "must be".
  public static let text = "0 or, in size, from 1e-18 to 1e18"
}
