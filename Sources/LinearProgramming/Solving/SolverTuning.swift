/// Sizes from which ways of solving that are longer to describe are faster with a solver. They change how
/// long an answer takes, never the optimum. The defaults suit a solver that nobody has measured: the plain
/// way.
public struct SolverTuning: Sendable, Equatable {
  /// Columns of a program of several periods from which it is faster to solve each period's part first,
  /// and the whole from the parts' basis.
  public var columnsWorthSplitting: Int
  /// Second-stage blocks of a two-stage program from which it is faster to solve them apart, and bring
  /// them in by cuts.
  public var blocksWorthDecomposing: Int
  /// In sifting: nonbasic columns that stay free at first, as a multiple of the rows.
  public var siftingColumnsPerRow: Double

  public init(
    columnsWorthSplitting: Int = .max, blocksWorthDecomposing: Int = .max,
    siftingColumnsPerRow: Double = 2
  ) {
    self.columnsWorthSplitting = columnsWorthSplitting
    self.blocksWorthDecomposing = blocksWorthDecomposing
    self.siftingColumnsPerRow = siftingColumnsPerRow
  }
}
