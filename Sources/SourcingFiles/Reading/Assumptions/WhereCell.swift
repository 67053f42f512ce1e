import Sourcing
import Tables

/// Reads the column `where` of `assumptions.csv`: conditions `column=value` or `column=a|b`, joined by `;`.
enum WhereCell {
  /// The conditions in a cell; none if it is blank.
  ///
  /// - Throws: what is wrong with it.
  static func conditions(_ text: String) throws(WhereMistake) -> [RowCondition] {
    guard !text.isEmpty else { return [] }
    var conditions: [RowCondition] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = sides[0].withoutBlanks
      guard sides.count == 2, !name.isEmpty else {
        throw WhereMistake(
          description:
            "found `\(part.withoutBlanks)`; must be `column=value`, several joined by `;`")
      }
      guard !conditions.contains(where: { $0.column == name }) else {
        throw WhereMistake(
          description:
            "the column `\(name)` has two conditions; write `\(name)=a|b` for one value or the other"
        )
      }
      let values = sides[1].split(separator: "|", omittingEmptySubsequences: false)
      conditions.append(RowCondition(name, values.map(\.withoutBlanks)))
    }
    return conditions
  }
}

/// What is wrong with a cell of the column `where`.
struct WhereMistake: Error, CustomStringConvertible {
  var description: String
}
