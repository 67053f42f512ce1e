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
    var moved = self
    (moved.tables, moved.instance) = try tables.moved(to: wanted, of: instance.assumptions) {
      try FreeMatter.check($0, solver: solver)
    }
    // Their factors and months may have moved.
    let ids = disruptions.map(\.id)
    moved.disruptions = ids.compactMap { id in moved.instance.disruptions.first { $0.id == id } }
    return moved
  }
}
