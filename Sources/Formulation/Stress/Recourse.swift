package import LinearProgramming
import Sourcing

/// What can be done after a disruption, left out of the planning LP: a convex function of the plan that
/// cuts bring into it where it matters.
package struct Recourse: Sendable {
  /// A goal's constraint that the function's value depends on: the rows that state its target, each with
  /// the rate at which a higher target raises the row's right-hand side.
  package struct Target: Sendable {
    package var constraint: Int
    package var rows: [(row: Row, rate: Double)]
  }

  package var program: RecourseProgram
  /// The column that is at least the value: a loss, or the violation of a soft goal. nil: the value must
  /// be 0.
  package var bound: Column?
  /// Values closer than 1e-8 of this, or of the value itself, count as equal.
  package var unit: Double
  /// Family and indices of the rows that state it.
  package var key: RowKey
  package var targets: [Target]

  package init(
    program: RecourseProgram, bound: Column?, unit: Double = 1,
    key: RowKey = RowKey(family: .risk, indices: []), targets: [Target] = []
  ) {
    self.program = program
    self.bound = bound
    self.unit = unit
    self.key = key
    self.targets = targets
  }
}
