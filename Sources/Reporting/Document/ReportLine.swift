/// One line of a report for a terminal, without its end.
public struct ReportLine: Sendable {
  /// How a text is shown where there are colours.
  public enum Emphasis: Sendable { case plain, heading, good, bad }

  /// As it is printed.
  public var text: String
  /// How it is shown.
  public var emphasis: Emphasis

  init(_ text: String, _ emphasis: Emphasis = .plain) {
    (self.text, self.emphasis) = (text, emphasis)
  }
}
