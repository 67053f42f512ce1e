/// A text format in which a program can be handed to other solvers.
public enum ProgramFormat: String, CaseIterable, Sendable {
  /// CPLEX LP: written like algebra.
  case lp
  /// Free MPS: columns of terms, read by every solver. It knows no "maximise": such an objective is
  /// negated, and a comment says so.
  case mps
  /// GLPK's own format.
  case glpk
}

/// What rows and columns are called in a written program. Names are made legal for the format and
/// unique, so that any text may be given.
public struct ProgramNames {
  public var title: String
  public var objective: String
  public var column: (Column) -> String
  public var row: (Row) -> String

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
  /// Writes the program as text, in ASCII, to a sink that takes it in pieces of some 64 KB.
  ///
  /// Numbers are the shortest that read back as the same. A row with two different bounds is written
  /// as two rows in LP and MPS, the second with `.upper` to its name; a row without bounds is left out
  /// of LP, which has no way to say it. The objective's constant becomes a column fixed at 1,
  /// but in GLPK's format. Bounds of whole columns are taken to the whole numbers inside, since readers
  /// reject others.
  ///
  /// - Complexity: O(columns + rows + terms).
  public func write(
    as format: ProgramFormat, names: ProgramNames = ProgramNames(),
    to sink: ([UInt8]) throws -> Void
  ) rethrows {
    var program = self
    for index in integerColumns {
      let (lower, upper) = wholeBounds(of: Column(Int(index)))
      program.setBounds(Column(Int(index)), lower: lower, upper: upper)
    }
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
