/// How large and how small numbers may be. Usual figures lie between 1e-3 and 1e9, and a unit that is a
/// billion times larger or smaller is still one that somebody may choose: beyond that a number is a slip, and
/// its products with others soon are too large or too small to be computed with.
public enum Magnitude {
  /// Of a number that is not 0.
  public static let range = 1e-18...1e18

  /// Whether a number may be meant: 0, or of a size within ``range``.
  public static func isMeant(_ value: Double) -> Bool { value == 0 || range.contains(abs(value)) }

  /// What would be right, in words that follow "must be".
  public static let text = "0 or, in size, from 1e-18 to 1e18"
}
