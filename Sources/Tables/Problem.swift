/// An error or a warning about an input file: where it is, what was found, and what would be right.
public struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
  /// Whether the input is wrong or only unusual.
  public enum Severity: String, Sendable {
    /// The input is wrong.
    case error
    /// The input is unusual.
    case warning
  }

  /// Whether the input is wrong or only unusual.
  public var severity: Severity
  /// Path of the file, as the user named it.
  public var file: String
  /// Line, from 1; nil for a problem of the file as a whole.
  public var line: Int?
  /// Name of a column of a table, or of a key of a YAML mapping.
  public var column: String?
  /// What was found, then what would be right. Long quotations are shortened.
  public var message: String

  /// A problem. Long quotations and names are shortened, and control characters are escaped. Where a quotation or the
  /// column has signs that cannot be seen, the message says which.
  public init(
    _ message: String, file: String, line: Int? = nil, column: String? = nil,
    severity: Severity = .error
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column.map { legible(shortened($0)) }
    self.message = legible(message) + noteOnSigns(in: message, name: column)
  }

  /// `file:line: column: message`, a form that editors can follow.
  public var description: String {
    let place = [legible(file), line.map(String.init)].compactMap(\.self).joined(separator: ":")
    let start = severity == .warning ? "\(place): warning: " : "\(place): "
    return start + (column.map { "\($0): " } ?? "") + message
  }
}

/// All problems found in the inputs of a command. At least one of them is an error.
public struct InputProblems: Error, Sendable, CustomStringConvertible {
  /// What kind of failure it is, for the exit status.
  public enum Reason: Sendable {
    /// The contents are wrong (exit status 65).
    case badData
    /// A file does not exist or cannot be read (exit status 66).
    case unreadable
    /// A value that the caller gave beside the files is wrong (exit status 64).
    case wrongArgument
  }

  /// What kind of failure it is.
  public var reason: Reason
  /// The problems in the order in which they are reported; warnings may be among them.
  public var problems: [Problem]

  /// Some problems, of which at least one is an error.
  public init(_ problems: [Problem], reason: Reason = .badData) {
    self.problems = problems
    self.reason = reason
  }

  /// One problem: a file that cannot be read.
  public init(_ failure: FileFailure, file: String) {
    self.init([Problem(failure.description, file: file)], reason: failure.reason)
  }

  /// One line for each problem.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
