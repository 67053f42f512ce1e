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
    let assumptions = try Self.assumptions(of: nominal.instance, only: command.only)
    let (instance, model) = try nominal.moved(by: command.inputs.assumptions, until: deadline) {
      try command.inputs.readModel(for: $0)
    }
    command.inputs.parameters.warnOfUnused(by: model, in: instance)
    tables = nominal.tables
    places = instance.movedPlaces
    let against = try command.against.map {
      try ModelReader.read(file: ShippedFolders.inputs.model($0), instance: instance)
    }
    context = SensitivityContext(
      instance: instance, model: model, assumptions: assumptions,
      cells: tables.movedCells(by: assumptions), against: against)
    let label = instance.disruptions.isEmpty ? [] : [model.stress.sharing.label]
    let known = PlanMeasure.all(sharing: label).filter {
      if case .coordination = $0.figure { false } else { true }
    }
    claims = try command.claims.map { text in
      do throws(Claim.Mistake) { return try Claim(text, among: known) } catch {
        throw ValidationError("--claim: \(error)")
      }
    }
    let named = try command.measures.map { try Self.measure(named: $0, among: known) }
    let shown = named.isEmpty ? Self.usualMeasures(in: instance) : named
    measures = (shown + claims.map(\.measure)).reduce(into: []) { all, measure in
      if !all.contains(measure) { all.append(measure) }
    }
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

  private static func assumptions(of instance: Instance, only text: String?) throws -> [Assumption]
  {
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
    guard let text else { return Array(instance.assumptions) }
    let ids = try commaList(text, of: "assumption", option: "--only")
    let known = instance.assumptions.map(\.id)
    for id in ids where !known.contains(id) {
      throw ValidationError(
        "--only: unknown assumption `\(shortened(id))`\(nearestHint(to: id, among: known))")
    }
    return instance.assumptions.filter { ids.contains($0.id) }
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
