import Formulation
import LinearProgramming
import Scenarios
import Sourcing
import SourcingFiles
import Tables

/// Reads `variations:` and makes the instance of each, with the sharing arrangements, disruptions and members of the
/// study.
struct VariationReader {
  let fields: YAMLFields
  let log: ProblemLog
  let tables: InstanceTables
  let instance: Instance
  let solver: any Solver

  static let asIs = "as-is"

  func read() -> [Study.Variation] {
    var variations = [variation(Self.asIs, instance, tables)]
    guard let value = fields["variations"] else { return variations }
    guard let items = value.sequence else {
      fields.report("found \(value.kindName); must be a list", value.line, "variations")
      return variations
    }
    var names: Set = [Self.asIs]
    for item in items {
      guard
        let entry = YAMLFields(item, as: .studyVariation, file: fields.file, log: log),
        let name = entry.identifier("name")
      else { continue }
      guard names.insert(name).inserted else {
        entry.report(
          name == Self.asIs
            ? "`as-is` is the instance without edits and always there"
            : "another variation is named `\(name)` already", entry["name"]?.line, "name")
        continue
      }
      let problemCount = log.count
      let edits = edits(entry)
      if log.count == problemCount, let varied = varied(name, edits) { variations.append(varied) }
    }
    return variations
  }

  // MARK: Edits

  private func edits(_ entry: YAMLFields) -> [TableEdit] {
    guard let value = entry.value("edit") else { return [] }
    guard let items = value.sequence, !items.isEmpty else {
      entry.report("found \(value.kindName); must be a list of edits", value.line, "edit")
      return []
    }
    return items.compactMap(edit)
  }

  private func edit(_ item: YAMLValue) -> TableEdit? {
    guard let edit = YAMLFields(item, as: .studyEdit, file: fields.file, log: log) else {
      return nil
    }
    let (table, column) = (edit.text("table"), edit.text("column"))
    let given = edit.entries(of: YAMLMapping.changes.map(\.name))
    guard given.count == 1, let change = change(given[0], edit) else {
      if given.count != 1 {
        edit.report("an edit says one of `set`, `add` and `multiply`", item.line, given.last?.key)
      }
      return nil
    }
    guard let table, let column, let conditions = conditions(edit) else { return nil }
    return TableEdit(
      table: table, where: conditions, column: column, change: change, file: fields.file,
      line: item.line)
  }

  private func change(_ entry: YAMLValue.Entry, _ edit: YAMLFields) -> TableEdit.Change? {
    guard let text = entry.value.scalar else {
      edit.report("found \(entry.value.kindName); must be a single value", entry.keyLine, entry.key)
      return nil
    }
    if entry.key == "set" { return .set(text) }
    do {
      let number = try DecimalNumber.parseShare(text)
      return entry.key == "add" ? .add(number) : .multiply(number)
    } catch {
      edit.report("`\(text)` is not a number; \(error)", entry.keyLine, entry.key)
      return nil
    }
  }

  private func conditions(_ edit: YAMLFields) -> [RowCondition]? {
    guard let value = edit["where"] else { return [] }
    guard let entries = value.mapping else {
      edit.report(
        "found \(value.kindName); must be a mapping of columns to values", value.line, "where")
      return nil
    }
    return entries.map { RowCondition($0.key, $0.value.flowText) }
  }

  private func varied(_ name: String, _ edits: [TableEdit]) -> Study.Variation? {
    do {
      var changed = tables
      try changed.apply(edits)
      let instance = try changed.compile()
      try FreeMatter.check(instance, solver: solver)
      return variation(name, instance, changed)
    } catch let problems as InputProblems {
      for problem in problems.problems { log.add(problem) }
    } catch {
      fields.report(
        "the variation `\(name)` cannot be checked: \(error)", fields["variations"]?.line)
    }
    return nil
  }

  // MARK: The same for every variation

  private func variation(
    _ name: String, _ instance: Instance, _ tables: InstanceTables
  ) -> Study.Variation {
    // The same names are looked up in every variation: report problems with them once.
    let log = name == Self.asIs ? log : ProblemLog()
    return Study.Variation(
      name: name, instance: instance, tables: tables, editedCells: tables.editedCells,
      sharing: sharing(instance, log), disruptions: disruptions(instance, log),
      members: members(instance, log))
  }

  private func sharing(_ instance: Instance, _ log: ProblemLog) -> [Sharing] {
    guard let value = fields["sharing"] else { return [Sharing()] }
    guard let items = value.sequence, !items.isEmpty else {
      log.add(
        "found \(value.kindName); must be a list such as [{mode: own}, {mode: pooled, members: BLOC}]",
        file: fields.file, line: value.line, column: "sharing")
      return []
    }
    var seen: Set<String> = []
    return items.compactMap { item in
      guard
        let sharing = SharingReader.read(item, instance: instance, file: fields.file, log: log)
      else { return nil }
      if !seen.insert("\(sharing.mode) \(sharing.fairness)").inserted {
        log.add(
          "this mode of sharing is listed twice; a study may have each once", file: fields.file,
          line: item.line, column: "sharing")
      }
      return sharing
    }
  }

  private func disruptions(_ instance: Instance, _ log: ProblemLog) -> [Disruption] {
    guard let value = fields["disruptions"], value.scalar != "all" else {
      return Array(instance.disruptions)
    }
    if value.scalar == "none" { return [] }
    let known = instance.disruptions.map(\.id)
    return (value.sequence ?? [value]).compactMap { item in
      guard let id = item.scalar, !id.isEmpty else {
        log.add(
          "found \(item.kindName); must be all, none, or a list of disruptions such as [ban, strait]",
          file: fields.file, line: item.line, column: "disruptions")
        return nil
      }
      if let found = instance.disruptions.first(where: { $0.id == id }) { return found }
      log.add(
        "unknown disruption `\(id)`\(log.nearestHint(to: id, among: known))", file: fields.file,
        line: item.line,
        column: "disruptions")
      return nil
    }
  }

  private func members(_ instance: Instance, _ log: ProblemLog) -> RegionSet? {
    guard let value = fields["members"], let id = fields.text(value, "members") else { return nil }
    if let found = instance.regionSet(id) { return found }
    log.add(
      "unknown region or bloc `\(id)`\(nearestHint(to: id, among: instance.regionSetNames))",
      file: fields.file, line: value.line,
      column: "members")
    return nil
  }
}
