/// A report as blocks, which can be shown as lines for a terminal and as Markdown.
public protocol BlockReport: Sendable {
  /// What it says, from top to bottom.
  var blocks: [ReportBlock] { get }
}

extension BlockReport {
  /// Lines for a terminal.
  ///
  /// - Parameter width: the most columns of a line. Only a single word or cell that is wider gives a wider line.
  public func lines(width: Int = 100) -> [ReportLine] {
    var writer = LineWriter(width: width)
    for block in blocks { writer.add(block) }
    return writer.lines
  }

  /// The report as Markdown: paragraphs, headings, lists, and tables as GitHub shows them. All rows and cells are whole.
  /// No text in it can make markup.
  public var markdown: String { MarkdownWriter.text(of: resolvedBlocks) }

  /// The blocks with the names of ids as paragraphs: there is no ``ReportBlock/names(_:)`` among them.
  public var resolvedBlocks: [ReportBlock] {
    var texts: [String] = []
    return blocks.flatMap { block -> [ReportBlock] in
      if case .names(let names) = block {
        return names.paragraphs(for: texts).map { .text($0, .plain) }
      }
      texts += block.texts
      return [block]
    }
  }
}

/// A report that is put together block by block.
protocol CollectedReport: BlockReport {
  var blocks: [ReportBlock] { get set }
}

extension CollectedReport {
  /// Adds a paragraph, or a heading where that is the emphasis.
  mutating func add(_ text: String, _ emphasis: ReportLine.Emphasis = .plain) {
    blocks.append(emphasis == .heading ? .heading(text) : .text(text, emphasis))
  }

  /// Says below a table how many rows it does not show, and where they are; nothing if it shows all of them.
  mutating func addRest(_ count: Int, in place: String) {
    guard count > 0 else { return }
    addNote("and \(count) more in \(place) (with --out)")
  }

  /// Adds a remark on what is above it.
  mutating func addNote(_ text: String) { blocks.append(.note(text)) }

  /// Adds an item of a list.
  mutating func addItem(_ text: String, _ mark: ReportBlock.ItemMark) {
    blocks.append(.item(text, mark))
  }

  mutating func addBlank() { blocks.append(.blank) }

  mutating func addHeading(_ text: String) {
    addBlank()
    blocks.append(.heading(text))
  }

  mutating func add(_ grid: TextGrid) { blocks.append(.table(grid)) }

  mutating func add(_ grid: TextGrid, heading: String) {
    addHeading(heading)
    add(grid)
  }

  /// Explains the columns of a table below it; nothing without entries.
  mutating func addLegend(_ entries: [(term: String, meaning: String)]) {
    guard !entries.isEmpty else { return }
    blocks.append(.terms(entries.map { ReportTerm($0.term, $0.meaning) }, .legend))
  }

  /// Adds the names of all ids that the report has so far.
  mutating func addNames(_ names: Names?) {
    if let names { blocks.append(.names(names)) }
  }

  /// Adds all that another report says.
  mutating func addAll(of report: some BlockReport) { blocks += report.blocks }
}

/// A report that consists of its blocks alone.
public struct ReportDocument: CollectedReport {
  /// What it says, from top to bottom.
  public internal(set) var blocks: [ReportBlock] = []

  init() {}

  /// A report of paragraphs.
  public init(paragraphs: [String]) { blocks = paragraphs.map { .text($0, .plain) } }
}
