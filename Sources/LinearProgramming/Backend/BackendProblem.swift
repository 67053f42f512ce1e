/// A program loaded into a solver library. All calls come from the thread that loaded it.
///
/// Integer columns have the bounds of ``LinearProgram/integerBounds(of:)``, rounded inwards to whole numbers.
/// All results are in the program's own units, whatever scaling the library uses.
public protocol BackendProblem: AnyObject {
  /// Applies the changes since the program was loaded or last updated.
  ///
  /// - Parameters:
  ///   - program: the program after the changes.
  ///   - changes: which of its columns, rows and terms are changed or new.
  func update(to program: LinearProgram, _ changes: ProgramChanges) throws(BackendFailure)

  /// Sets the basis from which the next run starts, one status per row and column; nil: the library chooses.
  /// The statuses may be no valid basis. A run that cannot start from them returns ``SimplexClaim/stuck(_:)``.
  func setBasis(_ basis: Basis?) throws(BackendFailure)

  /// Runs the simplex method once, on the relaxation if there are integer columns. It starts from the basis that
  /// was set, or else from the last one. It obeys the limits of `watch` and adds its iterations to
  /// ``SolveWatch/iterations``.
  ///
  /// - Parameters:
  ///   - method: the simplex method to run.
  ///   - attempt: position in ``SolverBackend/attempts(for:)``.
  ///   - watch: the limits of the run, and its counters.
  func runSimplex(_ method: SolveOptions.Method, attempt: Int, _ watch: SolveWatch)
    throws(BackendFailure) -> SimplexClaim

  /// The basis after a run; nil if the library has none.
  func basis() throws(BackendFailure) -> Basis?

  /// x after a run, one value per column.
  func point() throws(BackendFailure) -> [Double]

  /// After a run that claims an optimum: the dual value d(objective)/d(right-hand side) of each row, and the
  /// reduced cost d = cost − Aᵀ·y of each column. The same definition holds for both senses.
  func duals() throws(BackendFailure) -> (rows: [Double], columns: [Double])

  /// After a run that claims infeasibility: one multiplier per row that may prove it by Farkas' lemma
  /// (``InfeasibilityCertificate``). The sign of the whole vector is free.
  ///
  /// - Parameter candidate: number of the candidate, from 0; the most likely proof comes first.
  /// - Returns: nil when there are no more candidates.
  func farkasMultipliers(_ candidate: Int) throws(BackendFailure) -> [Double]?

  /// After a run that claims unboundedness: the direction along which the objective improves without limit,
  /// one value per column, in either orientation; nil if unknown.
  func ray() throws(BackendFailure) -> [Double]?

  /// Runs branch and cut. The last simplex run found an optimum of the relaxation.
  func branchAndCut(_ request: BranchRequest, _ watch: SolveWatch)
    throws(BackendFailure) -> BranchOutcome
}
