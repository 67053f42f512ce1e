/// A report that is written line by line, none wider than a terminal.
protocol LinedReport {
  var lines: [TerminalReport.Line] { get set }
  /// The most columns a line may take.
  var width: Int { get }
}

extension LinedReport {
  /// Adds a text, broken into as many lines as it takes.
  mutating func add(_ text: String, _ emphasis: TerminalReport.Emphasis = .plain) {
    lines += wrapped(text, width: width).map { .init(text: $0, emphasis: emphasis) }
  }

  /// Says below a table how many rows it does not show, and where they are; nothing if it shows all of them.
  mutating func addRest(_ count: Int, in place: String) {
    guard count > 0 else { return }
    let lines = wrapped("and \(count) more in \(place) (with --out)", width: width - 2)
    self.lines += lines.map { .init(text: "  \($0)", emphasis: .plain) }
  }

  mutating func addBlank() { lines.append(.init(text: "", emphasis: .plain)) }

  mutating func addHeading(_ text: String) {
    addBlank()
    add(text, .heading)
  }

  mutating func add(_ grid: TextGrid) {
    lines += grid.lines(width: width).map { .init(text: $0, emphasis: .plain) }
  }

  mutating func addLegend(_ entries: [(term: String, meaning: String)]) {
    lines += Legend.lines(entries, width: width).map { .init(text: $0, emphasis: .plain) }
  }

  mutating func add(_ grid: TextGrid, heading: String) {
    addHeading(heading)
    add(grid)
  }
}
