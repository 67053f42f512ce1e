/// Mine production by mineral, country and year: what a good's producers are made from.
public protocol MineTons: Sendable {
  /// What was read, kept and left out.
  var summary: ImportSummary { get }
  /// The mineral that a name means, as the source has it; nil if there is none, or several.
  func mineral(named name: String) -> String?
  /// The years in which the output of a mineral is known for some country, in order.
  func years(of mineral: String) -> [Int]
  /// The output in metric tons; nil: not known.
  ///
  /// - Parameters:
  ///   - mineral: a name, as for ``mineral(named:)``.
  ///   - place: the alpha-3 code of a country.
  ///   - year: a calendar year.
  func tons(of mineral: String, in place: String, year: Int) -> Double?
}
