import LinearProgramming
import Pages
import Scenarios
import Sourcing

extension PageOptions {
  /// Refuses paths that must not be written, in a stored plan too, before any work is done.
  ///
  /// - Parameter plan: the plan that the command tests.
  /// - Throws: as ``check(inputs:)``.
  func check(for plan: PlanToDisturb) throws {
    try html.map(plan.checkOutside)
    try charts.map(plan.checkOutside)
    try check(inputs: plan.paths)
  }

  /// Writes the page of a question that has no plan to test.
  func write(
    noPlan termination: Termination, of instance: Instance, _ model: Model, for plan: PlanToDisturb
  ) throws {
    try write(inputs: plan.paths) {
      Page(
        noPlanToTest: instance, model, termination,
        making: .now(inputs: inputHashes(of: instance, model)))
    }
  }
}

extension StressRunner {
  /// Names of instance and model with the hashes of what was read.
  var inputHashes: [(name: String, hash: String)] { plusone.inputHashes(of: instance, model) }
}

/// Names of an instance and a model with the hashes of what was read.
func inputHashes(of instance: Instance, _ model: Model) -> [(name: String, hash: String)] {
  [("instance \(instance.name)", instance.contentHash), ("model \(model.name)", model.contentHash)]
}
