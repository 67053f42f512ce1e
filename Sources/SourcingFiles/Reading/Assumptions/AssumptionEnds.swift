public import Sourcing
public import Tables

extension InstanceTables {
  /// Checks every rule of the format with each assumption at its low and at its high end, the others at 0.
  ///
  /// Tables without mistakes at z = 0 can have some at an end: a facility whose minimum is then above its capacity,
  /// probabilities that then sum to more than 1. An end at which nothing moves is left out. Each end takes one
  /// application and compilation of the tables: O(assumptions · size of the tables).
  ///
  /// - Parameters:
  ///   - assumptions: those of this instance.
  ///   - visit: takes each instance that is right, for checks that need a solver, and returns what is wrong with it.
  /// - Throws: all problems found, each at the row of `assumptions.csv` that moves the number with the problem.
  public func checkEnds(
    of assumptions: some Sequence<Assumption>,
    visit: (_ place: AssumptionPlace, _ instance: Instance) -> [Problem] = { _, _ in [] }
  ) throws(InputProblems) {
    let log = ProblemLog()
    for assumption in assumptions {
      let cells = movedCells(by: [assumption])
      for z in [Assumption.range.lowerBound, Assumption.range.upperBound]
      where cells.contains(where: { (z < 0 ? $0.low : $0.high) != $0.nominal }) {
        let place = AssumptionPlace(assumption, at: z)
        for problem in problems(at: place, visit: visit) {
          log.add(attributed(problem, to: [place], cells))
        }
      }
    }
    try log.throwIfAny()
  }

  private func problems(
    at place: AssumptionPlace, visit: (AssumptionPlace, Instance) -> [Problem]
  ) -> [Problem] {
    do throws(InputProblems) {
      let moved = try applying([place])
      let log = ProblemLog()
      let instance = InstanceCompiler.compile(moved, log: log)
      return log.isEmpty ? visit(place, instance) : log.problems
    } catch {
      return error.problems
    }
  }
}
