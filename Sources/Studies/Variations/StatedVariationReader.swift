import Sourcing
import SourcingFiles
import Tables

/// Reads one entry of `variations:`.
struct StatedVariationReader {
  /// The entry.
  let entry: YAMLFields
  let file: String
  let log: ProblemLog
  let instance: Instance

  /// The variation; nil where something is wrong with it, which is noted.
  func read(_ name: String) -> StatedVariation? {
    let problemCount = log.count
    var stated = StatedVariation(name: name, line: entry.line)
    if entry["edit"] == nil, entry["set"] == nil {
      entry.report("a variation has `edit`, `set` or both", entry.line)
    }
    readChanges(into: &stated)
    stated.settings = entry.settings("set")
    stated.probability = entry.number("probability")
    return log.count == problemCount ? stated : nil
  }

  private func readChanges(into stated: inout StatedVariation) {
    guard let value = entry["edit"] else { return }
    guard let items = value.sequence, !items.isEmpty else {
      entry.report("found \(value.kindName); must be a list of edits", value.line, "edit")
      return
    }
    for item in items {
      if item["assumption"] != nil || item["at"] != nil {
        if let place = place(item) { add(place, to: &stated) }
      } else if let edit = edit(item) {
        stated.edits.append(edit)
      }
    }
  }

  // MARK: Assumptions

  private func add(_ place: StatedPlace, to stated: inout StatedVariation) {
    let id = place.place.assumption.id
    if let earlier = stated.places.first(where: { $0.place.assumption.id == id }) {
      log.add(
        "line \(earlier.line) places the assumption `\(id)` already; a variation has it once",
        file: file, line: place.line, column: "assumption")
    } else {
      stated.places.append(place)
    }
  }

  private func place(_ item: YAMLValue) -> StatedPlace? {
    guard let fields = YAMLFields(item, as: .studyAssumption, file: file, log: log) else {
      return nil
    }
    let (id, z) = (fields.text("assumption"), z(fields))
    guard let id else { return nil }
    guard let assumption = instance.assumptions.first(where: { $0.id == id }) else {
      let hint =
        instance.assumptions.isEmpty
        ? "; the instance has no assumptions.csv"
        : log.nearestHint(to: id, among: instance.assumptions.map(\.id))
      fields.report("unknown assumption `\(id)`\(hint)", item.line, "assumption")
      return nil
    }
    return z.map { StatedPlace(place: AssumptionPlace(assumption, at: $0), line: item.line) }
  }

  private func z(_ fields: YAMLFields) -> Double? {
    guard let text = fields.text("at") else { return nil }
    switch text {
    case "low": return Assumption.range.lowerBound
    case "high": return Assumption.range.upperBound
    default:
      if let z = DecimalNumber.value(text), Assumption.range.contains(z) { return z }
      fields.report(
        "found `\(text)`; must be low, high or a number from -1 (low) to 1 (high)",
        fields["at"]?.line, "at")
      return nil
    }
  }

  // MARK: Edits

  private func edit(_ item: YAMLValue) -> TableEdit? {
    guard let edit = YAMLFields(item, as: .studyEdit, file: file, log: log) else { return nil }
    let (table, column) = (edit.text("table"), edit.text("column"))
    let given = edit.entries(of: YAMLMapping.changes.map(\.name))
    let conditions = conditions(edit)
    guard given.count == 1, let change = change(given[0], edit) else {
      if given.count != 1 {
        edit.report("an edit says one of `set`, `add` and `multiply`", item.line, given.last?.key)
      }
      return nil
    }
    guard let table, let column, let conditions else { return nil }
    return TableEdit(
      table: table, where: conditions, column: column, change: change, file: file, line: item.line)
  }

  private func change(_ entry: YAMLValue.Entry, _ edit: YAMLFields) -> TableEdit.Change? {
    guard let text = entry.value.scalar else {
      edit.report("found \(entry.value.kindName); must be a single value", entry.keyLine, entry.key)
      return nil
    }
    if entry.key == "set" { return .set(text) }
    do {
      let number = try DecimalNumber.parseShare(text)
      let isPercentage = DecimalNumber.beforePercentSign(text) != nil
      return entry.key == "add" ? .add(number, isPercentage: isPercentage) : .multiply(number)
    } catch {
      edit.report("`\(text)` is not a number; \(error)", entry.keyLine, entry.key)
      return nil
    }
  }

  /// nil where a condition is wrong, which is noted.
  private func conditions(_ edit: YAMLFields) -> [RowCondition]? {
    guard let value = edit["where"] else { return [] }
    guard let entries = value.mapping else {
      edit.report(
        "found \(value.kindName); must be a mapping of columns to values", value.line, "where")
      return nil
    }
    var conditions: [RowCondition] = []
    for entry in entries {
      do throws(WhereMistake) {
        conditions.append(try RowCondition(entry.key, stated: entry.value))
      } catch {
        edit.report("\(error)", entry.keyLine, "where")
      }
    }
    return conditions.count == entries.count ? conditions : nil
  }
}

extension YAMLFields {
  /// Values of parameters, by name: the mapping that a key has.
  func settings(_ key: String) -> [String: String] {
    guard let value = self[key] else { return [:] }
    guard let entries = value.mapping else {
      report("found \(value.kindName); must be a mapping of parameters to values", value.line, key)
      return [:]
    }
    for entry in entries where entry.value.isEmptyCollection || entry.value.isEmpty {
      report(
        "found \(entry.value.kindName); give a value", entry.keyLine, "\(key): \(entry.key)")
    }
    return entries.reduce(into: [:]) { $0[$1.key] = $1.value.flowText }
  }
}
