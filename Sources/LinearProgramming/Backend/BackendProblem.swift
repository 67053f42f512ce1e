/// A program in a solver library, used on the one thread that loaded it.
///
/// Columns that must be whole have the bounds of ``LinearProgram/wholeBounds(of:)``: the whole numbers
/// inside. Numbers that come back are in the program's own units, whatever scaling the library uses.
public protocol BackendProblem: AnyObject {
  /// Takes over what changed since the program was loaded, or last updated.
  func update(to program: LinearProgram, _ changes: ProgramChanges) throws(BackendFailure)

  /// The basis that the next run starts from, of the program's full size; nil: the library's own choice.
  /// It need not be a basis; a run that cannot start from it is ``SimplexClaim/stuck(_:)``.
  func setBasis(_ basis: Basis?) throws(BackendFailure)

  /// Runs the simplex method once, on the relaxation if columns must be whole, from the basis that was
  /// set or the last one. It ends by the limits of the watch, and adds its iterations to them.
  ///
  /// - Parameter care: position in ``SolverBackend/careLevels(for:)``.
  func runSimplex(_ method: SolveOptions.Method, care: Int, _ watch: SolveWatch)
    throws(BackendFailure) -> SimplexClaim

  /// The basis after a run; nil: the library has none.
  func basis() throws(BackendFailure) -> Basis?

  /// x after a run, one a column.
  func point() throws(BackendFailure) -> [Double]

  /// After a run that claims an optimum: d(objective)/d(right-hand side), one a row, and
  /// cost − Aᵀ·rows, one a column, for minimising and maximising alike.
  func duals() throws(BackendFailure) -> (rows: [Double], columns: [Double])

  /// After a run that claims infeasibility: multipliers of the rows, of either sign, that may prove it.
  ///
  /// - Parameter candidate: from 0; the likeliest first. Nil: there are no more.
  func farkasMultipliers(_ candidate: Int) throws(BackendFailure) -> [Double]?

  /// After a run that claims unboundedness: the direction of the columns, of either sign; nil: unknown.
  func ray() throws(BackendFailure) -> [Double]?

  /// Branch and cut, after a run that ended in an optimum of the relaxation.
  func branchAndCut(_ request: BranchRequest, _ watch: SolveWatch)
    throws(BackendFailure) -> BranchOutcome
}
