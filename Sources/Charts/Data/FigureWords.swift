/// What a picture calls a figure: whose it is and of what, its unit, and how its numbers are written.
public struct FigureWords: Sendable, Hashable {
  /// Whose figure it is, and of what: `bill of Japan (JPN)`.
  public var title: String
  /// What is written at its axis: `USD million (2019), discounted`.
  public var unit: String
  /// How its numbers are written.
  public var style: PictureData.NumberStyle

  /// - Parameters:
  ///   - title: whose figure it is, and of what.
  ///   - unit: what is written at its axis.
  ///   - style: how its numbers are written.
  public init(_ title: String, unit: String, style: PictureData.NumberStyle = .amount) {
    self.title = title
    self.unit = unit
    self.style = style
  }
}
