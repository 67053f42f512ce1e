extension [String] {
  /// Commands and options as code, joined by commas; what follows a comma of their own in brackets.
  var code: String {
    map { place in
      let parts = place.split(separator: ", ")
      return "`\(parts[0])`" + parts.dropFirst().map { " (\($0))" }.joined()
    }.joined(separator: ", ")
  }
}

extension String {
  /// As text in a cell of a Markdown table.
  var cell: String { replacing("|", with: "\\|") }
}
