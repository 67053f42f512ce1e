import LinearProgramming
import Scenarios
import Sourcing
import SourcingFiles
import Tables

/// What a run of a study plans.
extension Study {
  /// The variation of a run, with the assumptions of its option's model at their places, and the model read for it.
  ///
  /// - Throws: `InputProblems` of the model, or of the tables of a sampled world; `SolverError`.
  func question(
    of run: StudyRun, _ solver: any Solver
  ) throws -> (variation: Study.Variation, model: Model) {
    let option = options[run.option]
    let read = { (variation: Study.Variation) in
      try ModelReader.read(
        bytes: option.modelBytes, file: option.modelFile, instance: variation.instance,
        settings: settings(of: run))
    }
    let variation = try self.variation(of: run, solver: solver)
    let model = try read(variation)
    guard let moved = try variation.moved(by: model, solver: solver) else {
      return (variation, model)
    }
    return (moved, try read(moved))
  }
}
