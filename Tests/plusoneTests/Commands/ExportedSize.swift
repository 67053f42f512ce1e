/// How many rows and columns a written program has.
struct ExportedSize: Equatable {
  var rows: Int
  var columns: Int

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
  }

  /// Nil if the text is not a complete program in the format.
  init?(_ text: String, format: String) {
    switch format {
    case "glpk": self.init(glpk: text)
    case "mps": self.init(mps: text)
    default: self.init(lp: text)
    }
  }

  /// The first line says both, the last line is `e o f`.
  private init?(glpk text: String) {
    let words = text.prefix { $0 != "\n" }.split(separator: " ")
    guard words.count == 6, words[0] == "p", text.hasSuffix("\ne o f\n"),
      let rows = Int(words[3]), let columns = Int(words[4])
    else { return nil }
    self.init(rows: rows, columns: columns)
  }

  /// A line for each row and for the objective; one or more lines for each column, next to each other.
  private init?(mps text: String) {
    let lines = text.split(separator: "\n")
    guard lines.last == "ENDATA" else { return nil }
    let section = { (name: Substring) in
      lines.drop { $0 != name }.dropFirst().prefix { $0.hasPrefix(" ") }
    }
    let columns = section("COLUMNS").filter { !$0.contains("'MARKER'") }
      .compactMap { $0.split(separator: " ").first }
    self.init(rows: section("ROWS").count - 1, columns: Set(columns).count)
  }

  /// The objective names every column, with 0 for those without a cost; each row starts with its name.
  private init?(lp text: String) {
    let lines = text.split(separator: "\n")
    guard lines.last == "End", let start = lines.firstIndex(of: "Subject To"),
      let objective = lines.firstIndex(where: { $0 == "Minimize" || $0 == "Maximize" })
    else { return nil }
    let words = lines[objective..<start].flatMap { $0.split(separator: " ") }
    let names = words.filter { $0.first?.isLetter == true && $0.last != ":" }.dropFirst()
    let rows = lines[start...].prefix { $0 != "Bounds" && $0 != "End" }
      .filter { $0.contains(":") }
    self.init(rows: rows.count, columns: Set(names).count)
  }
}
