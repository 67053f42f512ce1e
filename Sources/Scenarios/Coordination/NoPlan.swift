package import LinearProgramming
package import Sourcing

/// A solve that ended without a plan.
package struct NoPlan: Error, CustomStringConvertible {
  package var instance: Instance
  package var model: Model
  package var termination: Termination
  /// Who could not plan, where members plan alone.
  package var planner: String?

  package init(instance: Instance, model: Model, termination: Termination, planner: String?) {
    self.instance = instance
    self.model = model
    self.termination = termination
    self.planner = planner
  }

  package var description: String {
    "there is no plan: the solver stopped with \(termination.rawValue)"
  }
}
