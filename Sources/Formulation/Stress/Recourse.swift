package import LinearProgramming
public import Sourcing

/// What can be done after a disruption, left out of the planning LP: a convex function of the plan that
/// cuts bring into it where it matters.
package struct Recourse: Sendable {
  /// A goal's constraint that the function's value depends on: the rows that state its target, each with
  /// the rate at which a higher target raises the row's right-hand side.
  package struct Target: Sendable {
    package var constraint: GoalConstraintIndex
    package var rows: [(row: Row, rate: Double)]
  }

  package var subject: RecourseSubject
  package var program: RecourseProgram
  /// The column that is at least the value: a loss, or the violation of a soft goal. nil: the value must
  /// be 0.
  package var bound: Column?
  /// Values closer than 1e-8 of this, or of the value itself, count as equal.
  package var unit: Double
  package var targets: [Target]

  package init(
    _ subject: RecourseSubject, program: RecourseProgram, bound: Column?, unit: Double = 1,
    targets: [Target] = []
  ) {
    self.subject = subject
    self.program = program
    self.bound = bound
    self.unit = unit
    self.targets = targets
  }
}

/// What a stress window outside the planning program is there for.
public enum RecourseSubject: Hashable, Sendable {
  /// The value lost, for `risk`.
  case loss(Scenario, period: PeriodIndex)
  /// The service that a goal asks for; `window` counts the windows of the program.
  case service(goal: GoalIndex, period: PeriodIndex, window: Int)

  /// What may happen in a window of `risk`.
  public enum Scenario: Hashable, Sendable {
    case disruption(DisruptionIndex)
    /// The mean of the disruptions of `risk`, by their probabilities.
    case mean
  }
}
