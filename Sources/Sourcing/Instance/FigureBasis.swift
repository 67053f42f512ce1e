/// What the main figure of a row of a table rests on, as the column `basis` says it.
public enum FigureBasis: String, Sendable, Hashable, CaseIterable {
  /// The figure stands so in a source; its unit may be converted.
  case published
  /// Arithmetic on published figures. A note has the arithmetic.
  case derived
  /// Chosen so that stated totals come out. A note names the totals.
  case fitted
  /// None of these. A note has the reason.
  case assumption
  /// True by naming, such as the members of a bloc.
  case definition

  /// Whether the figure rests on sources alone: it is published, or derived from what is.
  public var isSourced: Bool { self == .published || self == .derived }
}
