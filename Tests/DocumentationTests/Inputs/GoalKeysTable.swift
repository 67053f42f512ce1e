import Sourcing
import SourcingFiles

/// The keys that goals of several kinds have, in one table. A key has several rows if it differs between kinds.
struct GoalKeysTable {
  static let kinds = Goal.KindName.allCases
  static let shared = [
    "kind", "name", "penalty", "of", "commodity", "each", "by", "in", "from", "until",
  ]

  /// The cells of a key's row.
  let cells: (YAMLKey) -> [String]

  var text: String {
    var grid = FormatGrid("key", "kinds", "value", "without the key", "meaning", "example")
    for name in Self.shared {
      for row in rows(of: name) {
        grid.add([row.cells[0], words(row.kinds)] + row.cells.dropFirst())
      }
    }
    return """
      #### Keys of goals

      Keys that goals of several kinds have; KIND is the name of the kind. Each kind has further keys, which follow. Parameters, paths of targets and the \
      periods that history does not fix are explained [above](#yaml-files). \
      [Penalties](formulation.md#objective) has the formulas of what a violation costs.

      \(grid.text)
      """
  }

  /// The different rows of a key, each with its kinds.
  private func rows(of name: String) -> [(cells: [String], kinds: [Goal.KindName])] {
    var rows: [(cells: [String], kinds: [Goal.KindName])] = []
    for kind in Self.kinds {
      guard let key = kind.mapping[name] else { continue }
      var row = cells(key)
      if ["kind", "name"].contains(name) {
        row = row.map { $0.replacing(kind.rawValue, with: "KIND") }
      }
      if let place = rows.firstIndex(where: { $0.cells == row }) {
        rows[place].kinds.append(kind)
      } else {
        rows.append((row, [kind]))
      }
    }
    return rows
  }

  private func words(_ kinds: [Goal.KindName]) -> String {
    let others = Self.kinds.filter { !kinds.contains($0) }
    guard !others.isEmpty else { return "all" }
    return others.count < 4
      ? "all but " + others.map { FormatWords.code($0.rawValue) }.joined(separator: ", ")
      : kinds.map { FormatWords.code($0.rawValue) }.joined(separator: ", ")
  }
}
