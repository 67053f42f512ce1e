public import LinearProgramming

/// What every solver must do, as a list of checks that the tests of any backend run:
///
///     @Test(arguments: SolverConformance.checks(for: mySolver))
///     func conforms(check: ConformanceCheck) {
///       #expect(check.complaints(about: mySolver) == [])
///     }
public enum SolverConformance {
  /// Every check, in the order in which a new backend best meets them.
  public static let checks: [ConformanceCheck] =
    answerChecks + misuseChecks + sessionChecks + basisChecks + mixedIntegerChecks + randomChecks
    + limitChecks + repeatabilityChecks

  /// The checks that mean something for a solver's capabilities, without those excluded.
  ///
  /// - Precondition: every exclusion names a check.
  public static func checks(
    for solver: any Solver, excluding exclusions: [ConformanceExclusion] = []
  ) -> [ConformanceCheck] {
    let names = Set(checks.map(\.name))
    for exclusion in exclusions {
      precondition(names.contains(exclusion.check), "there is no check “\(exclusion.check)”")
    }
    let excluded = Set(exclusions.map(\.check))
    return checks.filter {
      $0.needs.isSubset(of: solver.capabilities) && !excluded.contains($0.name)
    }
  }
}
