import Sourcing
import SourcingFiles
import Tables

/// Whether two variations can be had at once: they do not give one cell, one parameter or one assumption two values.
struct PairChecks {
  let tables: InstanceTables
  private var isRight: [[String]: Bool] = [:]
  /// The cells that a variation sets.
  private var cellsOf: [String: [CellName: EditedCell]] = [:]

  private struct CellName: Hashable {
    var table: InstanceTable
    var line: Int
    var column: String
  }

  init(tables: InstanceTables) { self.tables = tables }

  private static func pairs(_ parts: [StatedVariation]) -> [(StatedVariation, StatedVariation)] {
    parts.indices.flatMap { first in parts[(first + 1)...].map { (parts[first], $0) } }
  }

  private static func key(_ first: StatedVariation, _ second: StatedVariation) -> [String] {
    [first.name, second.name].sorted()
  }

  /// What is wrong with pairs of parts that no earlier combination has.
  mutating func newProblems(of parts: [StatedVariation]) -> [String] {
    Self.pairs(parts).flatMap { first, second in
      guard isRight[Self.key(first, second)] == nil else { return [String]() }
      let found =
        [cells(first, second)].compactMap(\.self) + Self.settings(first, second)
        + Self.places(first, second)
      isRight[Self.key(first, second)] = found.isEmpty
      return found
    }
  }

  func areRight(_ parts: [StatedVariation]) -> Bool {
    Self.pairs(parts).allSatisfy { isRight[Self.key($0, $1)] == true }
  }

  private mutating func cells(of variation: StatedVariation) -> [CellName: EditedCell] {
    if let found = cellsOf[variation.name] { return found }
    let cells = tables.cellsSet(by: variation.edits).map {
      (CellName(table: $0.table, line: $0.line, column: $0.column), $0)
    }
    let found = Dictionary(cells, uniquingKeysWith: { $1 })
    cellsOf[variation.name] = found
    return found
  }

  private mutating func cells(_ first: StatedVariation, _ second: StatedVariation) -> String? {
    let (firsts, seconds) = (cells(of: first), cells(of: second))
    let twice = firsts.filter { cell, one in
      seconds[cell].map { $0.new != one.new } ?? false
    }
    let sorted = twice.sorted {
      ($0.key.table.rawValue, $0.key.line, $0.key.column)
        < ($1.key.table.rawValue, $1.key.line, $1.key.column)
    }
    guard let (cell, one) = sorted.first, let other = seconds[cell] else { return nil }
    let others = sorted.count - 1
    let more = others == 0 ? "" : ", and \(others) more \(others == 1 ? "cell" : "cells") alike"
    return
      "`\(first.name)` and `\(second.name)` cannot be combined: they set the same cell to two values, "
      + "\(cell.table.fileName):\(cell.line): \(cell.column) to \(Self.shown(one.new)) (\(one.edit)) and to "
      + "\(Self.shown(other.new)) (\(other.edit))\(more)"
  }

  private static func shown(_ text: String) -> String { text.isEmpty ? "blank" : "`\(text)`" }

  private static func settings(_ first: StatedVariation, _ second: StatedVariation) -> [String] {
    first.settings.keys.sorted().compactMap { name in
      guard let one = first.settings[name], let other = second.settings[name], one != other else {
        return nil
      }
      return
        "`\(first.name)` and `\(second.name)` cannot be combined: they set the parameter `\(name)` to `\(one)` and to "
        + "`\(other)`"
    }
  }

  private static func places(_ first: StatedVariation, _ second: StatedVariation) -> [String] {
    first.places.compactMap { one in
      let id = one.place.assumption.id
      guard let other = second.places.first(where: { $0.place.assumption.id == id }),
        other.place.z != one.place.z
      else { return nil }
      return
        "`\(first.name)` and `\(second.name)` cannot be combined: they put the assumption `\(id)` at "
        + "\(DecimalNumber.text(one.place.z)) (line \(one.line)) and at \(DecimalNumber.text(other.place.z)) "
        + "(line \(other.line))"
    }
  }
}
