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
  /// Takes warnings about edits.
  let warnings: ProblemLog

  static let asIs = "as-is"

  func read() -> [Study.Variation] {
    let variations = [variation(Self.asIs, instance, tables)]
    let listed = listed()
    checkProbabilities(listed.stated)
    var made: [StatedVariation] = []
    let single = listed.stated.compactMap { stated in
      let varied = varied(stated)
      if varied != nil { made.append(stated) }
      return varied
    }
    let combined = CombinationReader(
      fields: fields, log: log, tables: tables, variations: made, names: listed.names
    ).read()
    return variations + single + combined.compactMap(varied)
  }

  /// The variations that the file lists, without those that have mistakes, and the names of all.
  private func listed() -> (stated: [StatedVariation], names: [String]) {
    guard let value = fields["variations"] else { return ([], []) }
    guard let items = value.sequence else {
      fields.report("found \(value.kindName); must be a list", value.line, "variations")
      return ([], [])
    }
    var stated: [StatedVariation] = []
    var names: [String] = []
    for item in items {
      guard
        let entry = YAMLFields(item, as: .studyVariation, file: fields.file, log: log),
        let name = entry.identifier("name")
      else { continue }
      guard name != Self.asIs, !names.contains(name) else {
        entry.report(
          name == Self.asIs
            ? "`as-is` is the instance without edits and always there"
            : "another variation is named `\(name)` already", entry["name"]?.line, "name")
        continue
      }
      names.append(name)
      let reader = StatedVariationReader(
        entry: entry, file: fields.file, log: log, instance: instance)
      if let variation = reader.read(name) { stated.append(variation) }
    }
    return (stated, names)
  }

  private func checkProbabilities(_ stated: [StatedVariation]) {
    var sum = 0.0
    for variation in stated {
      guard let probability = variation.probability else { continue }
      let before = sum
      sum += probability
      guard sum > 1 + 1e-9, before <= 1 + 1e-9 else { continue }
      let all = stated.compactMap(\.probability).reduce(0, +)
      log.add(
        "the probabilities of the variations add up to \(DecimalNumber.text(rounded(all))); must be at most 1",
        file: fields.file, line: variation.line, column: "probability")
    }
  }

  /// A sum of probabilities without what comes from rounding.
  private func rounded(_ sum: Double) -> Double { (sum * 1e9).rounded() / 1e9 }

  /// The variation; nil where its tables are wrong, which is noted.
  private func varied(_ stated: StatedVariation) -> Study.Variation? {
    do {
      var (made, changed) = (instance, tables)
      if !stated.edits.isEmpty || !stated.places.isEmpty {
        if !stated.isCombination {
          for warning in changed.rowsPassedOver(by: stated.edits) { warnings.add(warning) }
        }
        try changed.apply(stated.edits)
        // All at once: what is nominal are the numbers after the edits.
        changed = try changed.applying(try places(stated, in: changed))
        made = try changed.compile()
        try FreeMatter.check(made, solver: solver)
      }
      var variation = variation(stated.name, made, changed)
      variation.settings = stated.settings
      variation.probability = stated.probability
      variation.line = stated.isCombination ? nil : stated.line
      return variation
    } catch let problems as InputProblems {
      for problem in problems.problems { log.add(problem.seen(in: stated)) }
    } catch {
      fields.report(
        "the variation `\(stated.name)` cannot be checked: \(error)", stated.line)
    }
    return nil
  }

  /// The assumptions of a variation at their places, with their ranges as its edits leave them.
  private func places(
    _ stated: StatedVariation, in changed: InstanceTables
  ) throws -> [AssumptionPlace] {
    let places = stated.places.map(\.place)
    let table = InstanceTable.assumptions.rawValue
    guard !places.isEmpty, stated.edits.contains(where: { $0.table == table }) else {
      return places
    }
    let edited = try changed.compile().assumptions
    return places.map { place in
      AssumptionPlace(
        edited.first { $0.id == place.assumption.id } ?? place.assumption, at: place.z)
    }
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

extension Problem {
  /// The problem, which says that it is one of a combination only.
  fileprivate func seen(in stated: StatedVariation) -> Problem {
    guard stated.isCombination else { return self }
    var problem = self
    problem.message = "in the combination `\(stated.name)`, \(message)"
    return problem
  }
}
