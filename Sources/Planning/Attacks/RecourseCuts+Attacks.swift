package import Formulation
import LinearProgramming

extension RecourseCuts {
  /// The attacks that were found to matter: those in the rows of the program, and those whose windows were added.
  package var attacksFound: KnownAttacks {
    var found = attacks.written
    for recourse in recourses.dropFirst(given) {
      if case .attack(let attack, let cell) = recourse.subject { found.add(attack, on: cell) }
    }
    return found
  }

  /// Does some work. If it fails after attacks were found, they are not lost: the program with their windows in its rows
  /// can be solved instead.
  ///
  /// - Throws: `DecompositionStalled` instead of a `SolverError` then.
  package func keepingAttacks<Result>(_ work: () throws -> Result) throws -> Result {
    do {
      return try work()
    } catch let error as SolverError where !attacks.isEmpty {
      throw DecompositionStalled(attacks: attacksFound, cause: error)
    }
  }
}
