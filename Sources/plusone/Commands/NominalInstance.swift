import Formulation
import LinearProgramming
import Reporting
import Scenarios
import Sourcing
import SourcingFiles

/// An instance as its tables are, and the tables, which assumptions can move.
struct NominalInstance {
  let tables: InstanceTables
  let instance: Instance

  /// Reads an instance and checks that no loop of its processes makes goods from nothing.
  ///
  /// - Parameters:
  ///   - instance: its folder, or its name.
  ///   - deadline: the time at which reading ends.
  init(reading instance: String, until deadline: Deadline = .none) throws {
    let folder = try ShippedFolders.inputs.instance(instance)
    (tables, self.instance) = try Console.progress.step("reading the instance") {
      let read = try ReadingLimit.ending(at: deadline) {
        try InstanceReader.readWithTables(folder: folder)
      }
      try FreeMatter.check(read.instance, until: deadline)
      return read
    }
  }

  /// The instance with assumptions at places of their own.
  ///
  /// - Parameters:
  ///   - places: the place z of each, by id; all others are at 0.
  ///   - deadline: the time at which checking ends.
  /// - Throws: `InputProblems`, each with the assumption that moves the number with the problem.
  func moved(to places: [String: Double], until deadline: Deadline) throws -> Instance {
    try movedTables(to: places, until: deadline).instance
  }

  /// The same with the tables.
  func movedTables(
    to places: [String: Double], until deadline: Deadline
  ) throws -> (tables: InstanceTables, instance: Instance) {
    guard places.values.contains(where: { $0 != 0 }) else { return (tables, instance) }
    return try Console.progress.step("moving assumptions") {
      try tables.moved(to: places, of: instance.assumptions) {
        try FreeMatter.check($0, until: deadline)
      }
    }
  }

  /// The instance with the assumptions of a model and of the command line at their places, and the model read for it.
  ///
  /// - Parameters:
  ///   - assumptions: those of the command line, which go before those of the model.
  ///   - deadline: the time at which checking ends.
  ///   - read: reads the model for an instance.
  func moved(
    by assumptions: AssumptionOptions, until deadline: Deadline, read: (Instance) throws -> Model
  ) throws -> (Instance, Model) {
    let model = try read(instance)
    let places = try assumptions.places(over: model.assumptions, in: instance)
    let moved = try moved(to: places, until: deadline)
    return (moved, moved.movedAssumptions.isEmpty ? model : try read(moved))
  }
}

extension FreeMatter {
  /// Checks an instance before a deadline, but in a second at least.
  fileprivate static func check(_ instance: Instance, until deadline: Deadline) throws {
    let limit = deadline.butNotWithin(.seconds(1))
    try check(instance, solver: limit.limiting(ChosenSolver.silent))
  }
}

/// Says on standard error which assumptions are moved; nothing if none is. Tables and exported programs have no place
/// for it.
func noteAssumptions(of instance: Instance) {
  guard let text = AssumptionText.sentence(instance.movedAssumptions) else { return }
  printError("note: \(text)")
}

extension OutputFormat {
  /// Says the same where the answer is a table.
  func noteAssumptions(of instance: Instance) {
    if self == .csv { plusone.noteAssumptions(of: instance) }
  }
}
