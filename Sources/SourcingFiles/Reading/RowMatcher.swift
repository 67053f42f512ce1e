import Sourcing
import Tables

/// One condition, with what is needed to compare it with the cells of a table.
struct RowMatcher {
  /// The place of the column; nil if the file lacks it, so that all its cells are blank.
  let index: Int?
  private let test: CellTest

  /// What is asked of a cell.
  private enum CellTest {
    /// One of some texts as written, of some numbers, or a number in a range.
    case oneOf(Set<String>, numbers: [Double], ranges: [ClosedRange<Double>])
    /// A number that compares with another; no blank cell.
    case number(RowCondition.Comparison, Double)
    /// Another text; neither a blank cell nor `*`, which means all.
    case otherThan(String)
  }

  /// - Parameters:
  ///   - condition: the condition.
  ///   - column: the definition of its column; nil for free text such as `note`.
  ///   - csv: the table.
  ///   - horizon: the periods. Where there are none, because they could not be read, their names are not checked.
  /// - Throws: what is wrong with the condition.
  init(
    _ condition: RowCondition, column: ColumnSchema?, in csv: CSVTable, horizon: Horizon
  ) throws(WhereMistake) {
    index = csv.column(condition.column)
    if let column, column.namesPeriods, horizon.count > 0 {
      let periods = PeriodConditions(column: column, horizon: horizon)
      test = .oneOf(try periods.cells(of: condition.test), numbers: [], ranges: [])
    } else if let column, column.isNumber {
      test = try Self.numbers(condition.test, column)
    } else {
      test = try Self.texts(condition)
    }
  }

  private static func numbers(
    _ test: RowCondition.Test, _ column: ColumnSchema
  ) throws(WhereMistake) -> CellTest {
    switch test {
    case .compares(let comparison, let text):
      return .number(comparison, try column.meantNumber(text))
    case .oneOf(let values):
      var (numbers, ranges): ([Double], [ClosedRange<Double>]) = ([], [])
      for value in values where !value.isEmpty {
        guard let ends = try RangeEnds(value) else {
          numbers.append(try column.meantNumber(value))
          continue
        }
        let (first, last) = (try column.meantNumber(ends.first), try column.meantNumber(ends.last))
        guard first <= last else { throw ends.reversed }
        ranges.append(first...last)
      }
      return .oneOf(Set(values), numbers: numbers, ranges: ranges)
    }
  }

  private static func texts(_ condition: RowCondition) throws(WhereMistake) -> CellTest {
    switch condition.test {
    case .compares(.isNot, let text): return .otherThan(text)
    case .compares(let comparison, let text):
      throw WhereMistake(
        description:
          "`\(comparison.rawValue)\(text)`: the column `\(condition.column)` has no numbers or periods, so its cells have "
          + "no order; give the values, or one by `!=`")
    case .oneOf(let values):
      let numbers = values.compactMap { try? DecimalNumber.parseShare($0) }
      return .oneOf(Set(values), numbers: numbers, ranges: [])
    }
  }

  func matches(_ row: Int, in csv: CSVTable) -> Bool {
    let text = index.map { csv.text(row: row, column: $0) } ?? ""
    switch test {
    case .otherThan(let other): return text != other && !text.isEmpty && text != "*"
    case .number(let comparison, let other):
      return DecimalNumber.value(text).map { comparison.holds($0, other) } ?? false
    case .oneOf(let texts, let numbers, let ranges):
      if texts.contains(text) { return true }
      guard !(numbers.isEmpty && ranges.isEmpty), let number = DecimalNumber.value(text) else {
        return false
      }
      return numbers.contains(number) || ranges.contains { $0.contains(number) }
    }
  }
}

/// What conditions on a column of periods ask of its cells.
private struct PeriodConditions {
  let column: ColumnSchema
  let horizon: Horizon

  /// The texts of the cells for which a test holds.
  func cells(of test: RowCondition.Test) throws(WhereMistake) -> Set<String> {
    switch test {
    case .compares(let comparison, let text):
      let other = try index(text)
      return labels { comparison.holds($0, other) }
    case .oneOf(let values):
      var cells: Set<String> = []
      for value in values { cells.formUnion(try self.cells(value)) }
      return cells
    }
  }

  private func cells(_ value: String) throws(WhereMistake) -> Set<String> {
    if value.isEmpty || value == "*" && column.kind == .reference(.anyPeriod) { return [value] }
    if horizon.index(of: value) != nil {
      let known = Set(horizon.periods.map(\.label))
      let ends = (try? RangeEnds(value)) ?? nil
      guard let ends, known.isSuperset(of: [ends.first, ends.last]) else { return [value] }
      throw WhereMistake(
        description:
          "`\(value)` is one period and may also be all from `\(ends.first)` to `\(ends.last)`; list the periods that "
          + "are meant")
    }
    guard let ends = try RangeEnds(value) else { throw unknown(value) }
    let (first, last) = (try index(ends.first), try index(ends.last))
    guard first <= last else { throw ends.reversed }
    return labels { $0 >= first && $0 <= last }
  }

  private func labels(_ isMeant: (PeriodIndex) -> Bool) -> Set<String> {
    Set(horizon.indices.filter(isMeant).map { horizon[$0].label })
  }

  private func index(_ label: String) throws(WhereMistake) -> PeriodIndex {
    guard let index = horizon.index(of: label) else { throw unknown(label) }
    return index
  }

  private func unknown(_ label: String) -> WhereMistake {
    let nearest = nearestHint(to: label, among: horizon.periods.map(\.label))
    return WhereMistake(description: "unknown period `\(label)`\(nearest)")
  }
}

/// The two ends of a range `A..B`.
private struct RangeEnds {
  let first: String
  let last: String

  /// nil: the text is no range.
  init?(_ text: String) throws(WhereMistake) {
    guard let dots = text.firstRange(of: "..") else { return nil }
    (first, last) = (
      text[..<dots.lowerBound].withoutBlanks, text[dots.upperBound...].withoutBlanks
    )
    if last.hasPrefix(".") || last.contains("..") {
      throw WhereMistake(
        description: "found `\(text)`; a range is written with two points, such as 2027..2030")
    }
    if first.isEmpty || last.isEmpty {
      let advice =
        first.isEmpty
        ? last.isEmpty ? "" : "; without a first value, write `<=\(last)`"
        : "; without a last value, write `>=\(first)`"
      throw WhereMistake(
        description: "found `\(text)`; a range has two ends, such as 2027..2030\(advice)")
    }
  }

  var reversed: WhereMistake {
    WhereMistake(
      description: "the range `\(first)..\(last)` ends before it starts; write `\(last)..\(first)`")
  }
}

extension ColumnSchema {
  /// Whether its cells name periods.
  var namesPeriods: Bool { kind == .reference(.period) || kind == .reference(.anyPeriod) }

  /// The number in the text of a condition.
  fileprivate func meantNumber(_ text: String) throws(WhereMistake) -> Double {
    do throws(EditFailure) { return try changeNumber(text) } catch {
      throw WhereMistake(description: error.description)
    }
  }
}
