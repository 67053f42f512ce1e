import Formulation
import LinearProgramming
import Scenarios
import Sourcing
import SourcingFiles

extension Study.Variation {
  /// The variation with the assumptions of a model at their places. The model's own place of an assumption goes before that
  /// of the variation.
  ///
  /// - Parameters:
  ///   - model: a model that was read for the variation.
  ///   - solver: checks that no loop of processes makes goods from nothing.
  /// - Returns: the moved variation; nil if the model moves nothing.
  /// - Throws: `InputProblems`, each with the assumption that moves the number with the problem.
  func moved(by model: Model, solver: any Solver) throws -> Study.Variation? {
    let wanted = model.assumptions.filter { id, z in z != instance.movedAssumptions[id] ?? 0 }
    guard !wanted.isEmpty else { return nil }
    let made = try tables.moved(to: wanted, of: instance.assumptions) {
      try FreeMatter.check($0, solver: solver)
    }
    return with(made.tables, made.instance)
  }

  /// The variation with tables in which assumptions are moved, and the instance that they make.
  func with(_ tables: InstanceTables, _ instance: Instance) -> Study.Variation {
    var moved = self
    (moved.tables, moved.instance) = (tables, instance)
    // Factors and months of disruptions may have moved.
    moved.disruptions = disruptions.compactMap { disruption in
      instance.disruptions.first { $0.id == disruption.id }
    }
    return moved
  }
}
