import Foundation
import Reporting

/// Which sections of the page of formats describe what each command writes.
struct ResultIndex {
  let tables: [TableDefinition]
  let documents: [JSONDocument]

  var text: String {
    var lines = ["| command and format | sections |", "| --- | --- |"]
    let base = headings(at: .solveFolder)
    var places = places
    // Formats of a command that have the same sections are one row.
    while let place = places.first {
      let same = places.filter {
        stem($0) == stem(place) && headings(at: $0) == headings(at: place)
      }
      places.removeAll(where: same.contains)
      let all = headings(at: place)
      let isMore = place != .solveFolder && base.allSatisfy(all.contains)
      let shown = isMore ? all.filter { !base.contains($0) } : all
      let links = shown.map { "[\($0.replacing("`", with: ""))](#\(FormatWords.anchor($0)))" }
      let words = (isMore ? ["all of `solve --out`"] : []) + links
      lines.append("| \(same.map(\.rawValue).code) | \(words.joined(separator: ", ")) |")
    }
    return lines.joined(separator: "\n")
  }

  /// Commands with their options, commands with the same name together.
  private var places: [ResultPlace] {
    var all: [ResultPlace] = []
    for place in tables.flatMap(\.places) + documents.flatMap(\.places) where !all.contains(place) {
      all.append(place)
    }
    let commands = all.map(command)
    return all.enumerated().sorted { one, other in
      let ranks = [one, other].map { commands.firstIndex(of: command($0.element)) ?? 0 }
      return ranks[0] != ranks[1] ? ranks[0] < ranks[1] : one.offset < other.offset
    }.map(\.element)
  }

  /// The command without its option.
  private func stem(_ place: ResultPlace) -> String {
    place.rawValue.components(separatedBy: " --")[0]
  }

  private func command(_ place: ResultPlace) -> String {
    String(place.rawValue.prefix { $0 != " " && $0 != "," })
  }

  private func headings(at place: ResultPlace) -> [String] {
    tables.filter { $0.places.contains(place) }.map { table in
      place.rawValue.hasSuffix("--format json") ? "Tables as JSON" : table.heading
    } + documents.filter { $0.places.contains(place) }.map(\.heading)
  }
}
