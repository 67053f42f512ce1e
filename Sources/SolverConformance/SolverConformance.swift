public import LinearProgramming

/// The rules of `Solver` as a list of checks, which the tests of every backend run:
///
///     @Test(arguments: SolverConformance.checks(for: mySolver))
///     func conforms(check: ConformanceCheck) {
///       #expect(check.complaints(about: mySolver) == [])
///     }
public enum SolverConformance {
  /// All checks, the simplest first.
  public static let checks: [ConformanceCheck] =
    answerChecks + misuseChecks + sessionChecks + basisChecks + mixedIntegerChecks + randomChecks
    + limitChecks + repeatabilityChecks

  /// The checks that fit a solver's capabilities, without the excluded ones.
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
