/// The colours of all pictures, by what they mean. They are those of Okabe and Ito, which colour-blind readers can tell
/// apart, and are seen on white and on dark ground.
public enum Palette {
  /// Home.
  public static let home = "#0072b2"
  /// The supplier from which home wants to be less dependent.
  public static let rival = "#d55e00"
  /// Partners of home.
  public static let partner = "#009e73"
  /// All other regions.
  public static let other = "#8c8c8c"
  /// Demand that is not served, plans that cannot be, and alerts.
  public static let shortage = "#cc79a7"
  /// What is taken from stocks, or is in them.
  public static let stock = "#56b4e9"
  /// What is built.
  public static let built = "#e69f00"
  /// The plan that is reported.
  public static let plan = "#0072b2"
  /// What the plan is compared with, such as the plan without goals.
  public static let compared = "#a6a6a6"
  /// A figure where an assumption is at its low end, or where less is true of it.
  public static let lowEnd = "#cdb79e"
  /// A figure where an assumption is at its high end, or where more is true of it.
  public static let highEnd = "#6e5240"
  /// Words, axes and the lines of goals: the colour of the text around the picture.
  public static let text = "currentColor"

  /// The colours of a scale for heat maps: nothing, which is nearly the ground; very little, which differs from it; half; and
  /// the most.
  public static let heat: [String] = ["#fbf9fa", "#f2dfea", "#cc79a7", "#6b1f4a"]
  /// Colours of choices that have no other meaning, such as rules by which a saving is split, forecasts, and arrangements of
  /// sharing: brown, lilac grey and sand, which differ in brightness too.
  public static let choices: [String] = ["#6e5240", "#9089a6", "#cdb79e"]

  /// Colours of one meaning that can be told apart, from dark to light.
  ///
  /// - Parameters:
  ///   - colour: the middle one, as `#rrggbb`.
  ///   - count: how many there are.
  public static func shades(of colour: String, count: Int) -> [String] {
    guard count > 1 else { return [colour] }
    return (0..<count).map { place in
      // From a third towards black to three fifths towards white.
      let part = -0.33 + 0.93 * Double(place) / Double(count - 1)
      return mixed(colour, with: part < 0 ? 0 : 255, part: abs(part))
    }
  }

  /// A colour that lets the ground through, so that it recedes on light and on dark ground.
  ///
  /// - Parameter colour: as `#rrggbb`.
  static func faint(_ colour: String) -> String { colour + "70" }

  /// Colours of some choices, each other than the rest.
  static func choices(_ count: Int) -> [String] {
    count <= choices.count
      ? Array(choices.prefix(count)) : shades(of: choices[0], count: count)
  }

  private static func mixed(_ colour: String, with end: Double, part: Double) -> String {
    let digits = Array(colour.dropFirst())
    let channels = stride(from: 0, to: 6, by: 2).map { start in
      Double(Int(String(digits[start..<(start + 2)]), radix: 16) ?? 0)
    }
    return "#"
      + channels.map { channel in
        let value = Int((channel + (end - channel) * part).rounded())
        let text = String(value, radix: 16)
        return text.count == 1 ? "0\(text)" : text
      }.joined()
  }
}
