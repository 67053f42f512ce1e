public import Formulation
import LinearProgramming

extension PlanningResult {
  /// The attacks that were found to matter for goals against any attack, also if there is no plan.
  public var attacks: KnownAttacks { recourses?.attacks ?? KnownAttacks() }

  /// What is known of the windows of attacks for another program of the same instance and model: also the cuts, if both
  /// programs have the same columns.
  package func attackWindows(for other: PlanningProgram) -> KnownRecourses {
    guard let recourses, program.hasColumns(of: other) else { return KnownRecourses(attacks) }
    var known = recourses
    known.cuts = recourses.cuts.filter { if case .attack = $0.subject { true } else { false } }
    return known
  }
}

extension PlanningProgram {
  /// Whether each column states the same as in another program of the same instance and model: the same goals are left
  /// out, and the same windows are in the rows, of the same attacks.
  fileprivate func hasColumns(of other: PlanningProgram) -> Bool {
    program.columnCount == other.program.columnCount
      && networkColumnCount == other.networkColumnCount && leftOut == other.leftOut
      && recourses.map(\.subject) == other.recourses.map(\.subject)
      && windows.map(\.columns) == other.windows.map(\.columns)
      && attackGoals.map(\.cell) == other.attackGoals.map(\.cell)
      && attackGoals.map(\.written) == other.attackGoals.map(\.written)
      && goalColumns.elementsEqual(other.goalColumns) { $0 == $1 }
  }
}
