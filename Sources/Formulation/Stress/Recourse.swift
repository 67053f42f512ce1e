package import LinearProgramming
public import Sourcing

/// The stress window of one disruption as a program of its own: its optimum is a convex function V of the plan's
/// columns, which cuts bring into the planning program.
package struct Recourse: Sendable {
  /// A goal's constraint in the window: the rows with its target, each with the rate at which a higher target
  /// raises the right-hand side.
  package struct Target: Sendable {
    /// The constraint of the goal.
    package var constraint: GoalConstraintIndex
    /// The rows with the target, each with its rate.
    package var rows: [(row: Row, rate: Double)]
  }

  /// What the window measures.
  package var subject: RecourseSubject
  /// The program of the window.
  package var program: RecourseProgram
  /// The column that is at least V: a loss L_ω, or the violation v of a soft goal. nil: V must be 0.
  package var bound: Column?
  /// Values closer than 1e-8 of this, or of the value itself, count as equal.
  package var unit: Double
  /// The constraints of goals in the window; empty for a loss.
  package var targets: [Target]
  /// Columns of the window's program that are 0, because an attack closes them; ascending.
  package var closed: [Column]

  /// A window as a program of its own. The properties describe the parameters.
  package init(
    _ subject: RecourseSubject, program: RecourseProgram, bound: Column?, unit: Double = 1,
    targets: [Target] = [], closed: [Column] = []
  ) {
    self.subject = subject
    self.program = program
    self.bound = bound
    self.unit = unit
    self.targets = targets
    self.closed = closed
  }
}

/// What a stress window that is a program of its own measures.
public enum RecourseSubject: Hashable, Sendable {
  /// The value lost, for `risk`.
  case loss(Scenario, period: PeriodIndex)
  /// The service that a goal asks for; `window` counts the windows of the program.
  case service(goal: GoalIndex, period: PeriodIndex, window: Int)
  /// The service that a goal asks for under an attack.
  case attack(Attack, on: AttackCell)

  /// The disruption of a window of `risk`.
  public enum Scenario: Hashable, Sendable {
    /// One disruption.
    case disruption(DisruptionIndex)
    /// The mean of the disruptions of `risk`, by their probabilities.
    case mean
  }
}
