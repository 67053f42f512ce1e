import ArgumentParser
import Formulation
import LinearProgramming
import Reporting
import Scenarios
import Sourcing
import SourcingFiles
import Studies
import Tables

/// What `sensitivity` is asked about: the instance and its assumptions, the models, the measures and the claims.
struct SensitivitySubject {
  let tables: InstanceTables
  let context: SensitivityContext
  let measures: [PlanMeasure]
  let claims: [Claim]
  /// Where assumptions stand in the nominal world, if not at 0.
  let places: [AssumptionPlace]

  private let command: SensitivityCommand

  /// Reads the inputs of a command.
  ///
  /// - Throws: `InputProblems`; `ValidationError` for names that the instance does not have.
  init(_ command: SensitivityCommand, until deadline: Deadline) throws {
    self.command = command
    let nominal = try NominalInstance(reading: command.inputs.instance, until: deadline)
    let known = try Self.assumptions(of: nominal.instance)
    let (instance, model) = try nominal.moved(by: command.inputs.assumptions, until: deadline) {
      try command.inputs.readModel(for: $0)
    }
    let given = command.inputs.assumptions.given(with: model)
    let assumptions = try Self.moving(known, only: command.only, given: given)
    command.inputs.parameters.warnOfUnused(by: model, in: instance)
    tables = nominal.tables
    places = instance.movedPlaces
    let against = try command.against.map {
      try ModelReader.read(file: ShippedFolders.inputs.model($0), instance: instance)
    }
    context = SensitivityContext(
      instance: instance, model: model, assumptions: assumptions,
      cells: tables.movedCells(by: assumptions),
      held: instance.assumptions.filter { given.contains($0.id) }.map {
        AssumptionPlace($0, at: instance.movedAssumptions[$0.id] ?? 0)
      }, against: against)
    let figures = PlanMeasure.all(sharing: [model.stress.sharing.label]).filter {
      if case .coordination = $0.figure { false } else { true }
    }
    claims = try command.claims.map { text in
      do throws(Claim.Mistake) { return try Claim(text, among: figures) } catch {
        throw ValidationError("--claim: \(error)")
      }
    }
    let named = try command.measures.map { try Self.measure(named: $0, among: figures) }
    try Self.checkStress(named, "--measure", in: instance)
    try Self.checkStress(claims.map(\.measure), "--claim", in: instance)
    let shown = named.isEmpty ? Self.usualMeasures(in: instance) : named
    measures = (shown + claims.map(\.measure)).reduce(into: []) { all, measure in
      if !all.contains(measure) { all.append(measure) }
    }
    try Self.checkColumns(of: assumptions, beside: measures, in: instance)
  }

  /// The question for a planner of worlds.
  var question: WorldPlanner.Question {
    let reading = { (model: Model, name: String) -> @Sendable (Instance) throws -> Model in
      let file = modelPath(name)
      return { try ModelReader.read(again: model, file: file, instance: $0) }
    }
    return WorldPlanner.Question(
      tables: tables, places: places, measures: measures,
      reference: context.against.map { reading($0, command.against ?? "") },
      policy: reading(context.model, command.inputs.model))
  }

  // MARK: Names

  private static func assumptions(of instance: Instance) throws -> [Assumption] {
    guard !instance.assumptions.isEmpty else {
      throw InputProblems([
        Problem(
          "the instance does not say how far its numbers may be wrong; write this table with a row for each set of "
            + "numbers, such as `demands,demands,,quantity,0.9,1.2,assumption: my guess` under the header "
            + "`assumption,table,where,column,low,high,source`: all quantities of demands.csv between 0.9 and 1.2 times "
            + "what they are",
          file: instance.folder + "/" + InstanceTable.assumptions.fileName)
      ])
    }
    return Array(instance.assumptions)
  }

  /// The assumptions that move: those that were asked for, without those that have a place.
  private static func moving(
    _ all: [Assumption], only text: String?, given: Set<String>
  ) throws -> [Assumption] {
    guard let text else {
      let free = all.filter { !given.contains($0.id) }
      guard !free.isEmpty else {
        throw ValidationError(
          "the model and --assume give every assumption a place, so none is left to move; leave one out"
        )
      }
      return free
    }
    let ids = try commaList(text, of: "assumption", option: "--only")
    let known = all.map(\.id)
    for id in ids {
      guard known.contains(id) else {
        throw ValidationError(
          "--only: unknown assumption `\(shortened(id))`\(nearestHint(to: id, among: known))")
      }
      guard !given.contains(id) else {
        throw ValidationError(
          "--only: `\(id)` cannot move, since the model or --assume gives it a place; leave one of them out"
        )
      }
    }
    return all.filter { ids.contains($0.id) }
  }

  /// Refuses measures of disruptions where there are none.
  private static func checkStress(
    _ measures: [PlanMeasure], _ option: String, in instance: Instance
  ) throws {
    guard instance.disruptions.isEmpty, let first = measures.first(where: \.needsStress) else {
      return
    }
    throw ValidationError(
      "\(option): `\(first.name)` needs disruptions, and the instance has none; write them in "
        + "\(instance.folder)/\(InstanceTable.disruptions.fileName)")
  }

  /// Refuses assumptions that would have a second column of the same name in worlds.csv.
  private static func checkColumns(
    of assumptions: [Assumption], beside measures: [PlanMeasure], in instance: Instance
  ) throws {
    let taken = Set(["world", "ending"] + measures.map(\.name))
    let problems = assumptions.filter { taken.contains($0.id) }.map {
      Problem(
        "an assumption cannot be called `\($0.id)` here, since worlds.csv has another column of this name; give it "
          + "another name",
        file: instance.folder + "/" + InstanceTable.assumptions.fileName,
        line: $0.edits.first?.line, column: "assumption")
    }
    if !problems.isEmpty { throw InputProblems(problems) }
  }

  private static func measure(named name: String, among known: [PlanMeasure]) throws -> PlanMeasure
  {
    if let found = PlanMeasure.named(name, among: known) { return found }
    let hint = nearestHint(to: name, among: known.map(\.name), listsKnown: false)
    throw ValidationError(
      "--measure: unknown measure `\(shortened(name))`\(hint); measures are figures of comparison.csv "
        + "(docs/formats.md), and change_ with their names")
  }

  private static func usualMeasures(in instance: Instance) -> [PlanMeasure] {
    let hasReliance = ["focus", "rival"].allSatisfy { instance.parameters[$0] != nil }
    return [.changeOfCost] + (hasReliance ? [.reliance] : [])
  }
}
