public import Formulation
import LinearProgramming

/// How large the LP of a plan is.
public struct ProgramSizes: Codable, Sendable, Hashable {
  /// Constraints.
  public var rows: Int
  /// Variables.
  public var columns: Int
  /// Coefficients of variables in constraints.
  public var nonzeros: Int

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case rows, columns, nonzeros
  }

  /// - Parameter program: as solved, with the rows that came on the way.
  public init(_ program: PlanningProgram) {
    rows = program.rowKeys.count
    columns = program.program.columnCount
    nonzeros = program.program.termCount
  }
}
