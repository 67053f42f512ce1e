import Analysis
import Foundation
import Sourcing
import SourcingFiles
package import Studies
import Tables

/// What is different in the worlds of a study, in words.
package struct WorldChanges {
  private let study: Study

  /// The most assumptions of a sampled world that are named, and the most edits of a variation.
  package static let most = 3

  /// Of the worlds of a study.
  package init(_ study: Study) { self.study = study }

  /// What is different in a world from the instance as it is: parameters, places of assumptions and edits of a variation;
  /// of a sampled world the assumptions that are farthest from their nominal places. Empty if nothing is.
  package func texts(of world: String) -> [String] {
    if let variation = study.variations.first(where: { $0.name == world }) {
      return Self.texts(of: variation, file: study.file)
    }
    guard let worlds = study.worlds, let place = worlds.names.firstIndex(of: world) else {
      return []
    }
    let places = worlds.places(of: place).filter { $0.z != 0 }
    let sorted = places.enumerated().sorted {
      (-abs($0.element.z), $0.offset) < (-abs($1.element.z), $1.offset)
    }.map(\.element)
    return Self.shortened(
      sorted.map { place in
        let title = place.assumption.title
        return "\(place.assumption.id) at \(NumberText.signed(place.z))"
          + (title.isEmpty ? "" : " (\(title))")
      }, "smaller moves")
  }

  /// The same in one text; `as in the tables` if nothing is different.
  package func text(of world: String) -> String {
    let texts = texts(of: world)
    return texts.isEmpty ? "as in the tables" : texts.joined(separator: "; ")
  }

  private static func texts(of variation: Study.Variation, file: String) -> [String] {
    let settings = variation.settings.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
    let moved = variation.instance.movedAssumptions.sorted { $0.key < $1.key }.map {
      "\($0.key) \(AssumptionText.place($0.value))"
    }
    // Cells that assumptions move are said by these.
    let cells = variation.editedCells.filter { $0.edit.hasPrefix(file + ":") }
    let edits = cells.map { Edit(place: $0.edit, name: "\($0.table.rawValue).\($0.column)") }
      .uniqued()
    // Edits that do the same to other rows are one change.
    var counts: [(text: String, count: Int)] = []
    for edit in edits {
      let own = cells.filter {
        $0.edit == edit.place && "\($0.table.rawValue).\($0.column)" == edit.name
      }
      let text = change(own, edit.name)
      if let same = counts.firstIndex(where: { $0.text == text }) {
        counts[same].count += own.count
      } else {
        counts.append((text, own.count))
      }
    }
    let changes = counts.map { $0.text + ($0.count == 1 ? "" : " (\($0.count) cells)") }
    return shortened(settings + moved + changes, "changes")
  }

  private struct Edit: Hashable {
    var place: String
    var name: String
  }

  private static func shortened(_ texts: [String], _ noun: String) -> [String] {
    let rest = texts.count - most
    return rest > 1 ? texts.prefix(most) + ["and \(rest) \(noun) more"] : texts
  }

  /// `projects.capex × 2`, `demands.quantity from 10 to 12`.
  private static func change(_ cells: [EditedCell], _ name: String) -> String {
    let olds = Set(cells.map(\.old))
    let news = Set(cells.map(\.new))
    let shown = { (text: String) in text.isEmpty ? "blank" : text }
    if let old = olds.first, let new = news.first, olds.count == 1, news.count == 1 {
      return "\(name) from \(shown(old)) to \(shown(new))"
    }
    let numbers = cells.compactMap { cell -> (old: Double, new: Double)? in
      guard let old = DecimalNumber.value(cell.old), let new = DecimalNumber.value(cell.new) else {
        return nil
      }
      return (old, new)
    }
    if numbers.count == cells.count {
      let nonzero = numbers.filter { $0.old != 0 }
      if numbers.allSatisfy({ $0.old != 0 || $0.new == 0 }),
        let factor = same(nonzero.map { $0.new / $0.old })
      {
        return "\(name) × \(factor)"
      }
      if let sum = same(numbers.map { $0.new - $0.old }) {
        return "\(name) \(sum.hasPrefix("-") ? sum : "+\(sum)")"
      }
    }
    if let new = news.first, news.count == 1 { return "\(name) set to \(shown(new))" }
    return "\(name) changed"
  }

  /// The one number that all are, to within round-off; nil if there is none.
  private static func same(_ numbers: [Double]) -> String? {
    guard let first = numbers.first,
      numbers.allSatisfy({ abs($0 - first) <= 1e-9 * max(1e-9, abs(first)) })
    else { return nil }
    return String(format: "%.6g", first)
  }
}
