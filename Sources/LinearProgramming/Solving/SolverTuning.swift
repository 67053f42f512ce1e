/// The program sizes from which the methods for large programs are faster with a solver. They change the solving time,
/// not the optimum. With the default values no such method is used, as is right for a solver that was not measured.
public struct SolverTuning: Sendable, Equatable {
  /// Number of columns from which it is faster to solve a program of several periods first period by period, and then
  /// the whole program from the combined basis.
  public var columnsWorthSplitting: Int
  /// Number of second-stage blocks from which it is faster to decompose a two-stage program (L-shaped method).
  public var blocksWorthDecomposing: Int
  /// In sifting: nonbasic columns in the first restricted program, as a multiple of the number of rows.
  public var siftingColumnsPerRow: Double

  /// Sizes; those left out switch their method off.
  public init(
    columnsWorthSplitting: Int = .max, blocksWorthDecomposing: Int = .max,
    siftingColumnsPerRow: Double = 2
  ) {
    self.columnsWorthSplitting = columnsWorthSplitting
    self.blocksWorthDecomposing = blocksWorthDecomposing
    self.siftingColumnsPerRow = siftingColumnsPerRow
  }
}
