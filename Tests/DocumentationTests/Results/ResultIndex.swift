import Reporting

/// Which sections of the page of formats describe what each command writes.
struct ResultIndex {
  let tables: [TableDefinition]
  let documents: [JSONDocument]

  var text: String {
    var lines = ["| command and format | sections |", "| --- | --- |"]
    let base = headings(at: "solve --out")
    for place in places {
      let all = headings(at: place)
      let isMore = place != "solve --out" && base.allSatisfy(all.contains)
      let shown = isMore ? all.filter { !base.contains($0) } : all
      let links = shown.map { "[\($0.replacing("`", with: ""))](#\(FormatWords.anchor($0)))" }
      let words = (isMore ? ["all of `solve --out`"] : []) + links
      lines.append("| \([place].code) | \(words.joined(separator: ", ")) |")
    }
    return lines.joined(separator: "\n")
  }

  /// Commands with their options, commands with the same name together.
  private var places: [String] {
    var all: [String] = []
    for place in tables.flatMap(\.places) + documents.flatMap(\.places) where !all.contains(place) {
      all.append(place)
    }
    let commands = all.map(command)
    return all.enumerated().sorted { one, other in
      let ranks = [one, other].map { commands.firstIndex(of: command($0.element)) ?? 0 }
      return ranks[0] != ranks[1] ? ranks[0] < ranks[1] : one.offset < other.offset
    }.map(\.element)
  }

  private func command(_ place: String) -> String {
    String(place.prefix { $0 != " " && $0 != "," })
  }

  private func headings(at place: String) -> [String] {
    tables.filter { $0.places.contains(place) }.map { table in
      place.hasSuffix("--format json") ? "Tables as JSON" : table.heading
    } + documents.filter { $0.places.contains(place) }.map(\.heading)
  }
}
