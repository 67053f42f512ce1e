/// A text format in which a program can be written for other solvers.
public enum ProgramFormat: String, CaseIterable, Sendable {
  /// CPLEX LP format: rows as sums of named columns.
  case lp
  /// Free MPS format, which almost all solvers read. It has no "maximise": the objective is negated instead, and a
  /// comment in the file says so.
  case mps
  /// GLPK's own format.
  case glpk
}

/// The names of a written program. Any text is allowed: the writer replaces invalid characters and makes names unique.
public struct ProgramNames {
  /// The name of the program.
  public var title: String
  /// The name of the objective.
  public var objective: String
  /// The name of each column.
  public var column: (Column) -> String
  /// The name of each row.
  public var row: (Row) -> String

  /// These names; by default columns are x1, x2 … and rows r1, r2 …
  public init(
    title: String = "program", objective: String = "objective",
    column: @escaping (Column) -> String = { "x\($0.index + 1)" },
    row: @escaping (Row) -> String = { "r\($0.index + 1)" }
  ) {
    self.title = title
    self.objective = objective
    self.column = column
    self.row = row
  }
}

extension LinearProgram {
  /// Writes the program as ASCII text to a sink, in pieces of about 64 KB.
  ///
  /// Each number is the shortest decimal that reads back as the same number. In LP and MPS a row with two different
  /// finite bounds becomes two rows, the second with `.upper` added to its name; a row without bounds is only a
  /// comment in LP; the objective's constant is the cost of a column fixed at 1. Bounds of integer columns are
  /// rounded inwards to whole numbers in all formats, since some programs reject others.
  ///
  /// - Complexity: O(columns + rows + terms).
  public func write(
    as format: ProgramFormat, names: ProgramNames = ProgramNames(),
    to sink: ([UInt8]) throws -> Void
  ) rethrows {
    var program = self
    program.roundIntegerBounds()
    switch format {
    case .lp: try LPWriter.write(program, names: names, to: sink)
    case .mps: try MPSWriter.write(program, names: names, to: sink)
    case .glpk: try GLPWriter.write(program, names: names, to: sink)
    }
  }

  /// Writes the program as text to a stream.
  public func write(
    as format: ProgramFormat, names: ProgramNames = ProgramNames(),
    to stream: inout some TextOutputStream
  ) {
    write(as: format, names: names) { stream.write(String(decoding: $0, as: UTF8.self)) }
  }
}
