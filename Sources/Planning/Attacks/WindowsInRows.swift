package import Formulation
import LinearProgramming

/// Solves a program in whose rows the windows of attacks are written. If it ends because the cuts of further attacks do
/// not converge, it is solved again with their windows in the rows too. There are finitely many attacks.
///
/// - Parameters:
///   - attacks: the attacks to begin with.
///   - solve: solves the program with the windows of some attacks in its rows.
/// - Throws: what `solve` throws; `SolverError` if the cuts do not converge though no attack is new.
package func withWindowsInRows<Answer>(
  of attacks: KnownAttacks, _ solve: (KnownAttacks) throws -> Answer
) throws -> Answer {
  var attacks = attacks
  while true {
    do {
      return try solve(attacks)
    } catch let stalled as DecompositionStalled {
      guard attacks.add(stalled.attacks) else {
        throw stalled.cause ?? SolverError.refuted("the cuts of attacks did not converge")
      }
    }
  }
}
