/// A part of a report, without the form in which it is shown. Texts are plain texts: whoever shows them escapes what
/// has a meaning in that form.
public enum ReportBlock: Sendable {
  /// The heading of what follows.
  case heading(String)
  /// A paragraph.
  case text(String, ReportLine.Emphasis)
  /// An item of a list. Items that follow each other are one list.
  case item(String, ItemMark)
  /// A remark on the table above it, such as how many rows it leaves out.
  case note(String)
  /// A table of texts.
  case table(TextGrid)
  /// Terms and what they mean.
  case terms([ReportTerm], ReportTerm.Layout)
  /// The names of all ids that the blocks above have without their names.
  case names(Names)
  /// A blank line on a terminal. Other forms separate blocks by themselves.
  case blank

  /// How an item begins on a terminal.
  public enum ItemMark: Sendable {
    /// It is indented.
    case indent
    /// It has a dash.
    case dash
    /// It is indented and has a dash.
    case indentedDash
  }

  /// The texts of the block in which ids can be.
  var texts: [String] {
    switch self {
    case .heading(let text), .text(let text, _), .item(let text, _), .note(let text): [text]
    case .table(let grid): grid.header + grid.rows.joined()
    case .terms(let terms, _): terms.flatMap { [$0.term, $0.meaning] }
    case .names, .blank: []
    }
  }
}

/// A term and what it means, or a name and what has it.
public struct ReportTerm: Sendable {
  /// How terms are shown on a terminal.
  public enum Layout: Sendable {
    /// `term: meaning`, below a table and apart from it by a blank line.
    case legend
    /// The terms in a column, the meanings beside them.
    case columns
    /// Each meaning below its term.
    case paragraphs
  }

  /// Blank if the entry says more of the term before it.
  public var term: String
  /// A text without a full stop, or sentences.
  public var meaning: String

  init(_ term: String, _ meaning: String) { (self.term, self.meaning) = (term, meaning) }
}
