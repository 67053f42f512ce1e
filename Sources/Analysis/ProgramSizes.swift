public import Formulation
import LinearProgramming

/// The size of the program of a plan.
public struct ProgramSizes: Codable, Sendable, Hashable {
  /// Number of rows (constraints).
  public var rows: Int
  /// Number of columns (variables).
  public var columns: Int
  /// Number of coefficients of columns in rows.
  public var nonzeros: Int

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case rows, columns, nonzeros
  }

  /// The size of a program.
  ///
  /// - Parameter program: the program as it was solved, with the cuts that were added.
  public init(_ program: PlanningProgram) {
    rows = program.rowKeys.count
    columns = program.program.columnCount
    nonzeros = program.program.termCount
  }
}
