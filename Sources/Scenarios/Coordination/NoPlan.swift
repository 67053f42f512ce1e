package import LinearProgramming
package import Sourcing

/// The error for a solve that ended without a plan.
package struct NoPlan: Error, CustomStringConvertible {
  /// The instance that was solved; of a unilateral plan, the planner's.
  package var instance: Instance
  /// The model that was solved; of a unilateral plan, the planner's.
  package var model: Model
  /// How the solve ended.
  package var termination: Termination
  /// Of a unilateral plan, the planner that has no plan; else nil.
  package var planner: String?

  /// An error for a solve.
  package init(instance: Instance, model: Model, termination: Termination, planner: String?) {
    self.instance = instance
    self.model = model
    self.termination = termination
    self.planner = planner
  }

  /// The error in one sentence.
  package var description: String {
    "there is no plan: the solver stopped with \(termination.rawValue)"
  }
}
