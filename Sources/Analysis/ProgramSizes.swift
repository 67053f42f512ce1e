public import Formulation
import LinearProgramming

/// How large the LP of a plan is.
public struct ProgramSizes: Codable, Sendable, Hashable {
  public var rows: Int
  public var columns: Int
  public var nonzeros: Int

  /// - Parameter program: as solved; rows that came on the way have no nonzeros here.
  public init(_ program: PlanningProgram) {
    rows = program.rowKeys.count
    columns = program.program.columnCount
    nonzeros = program.program.termCount
  }
}
