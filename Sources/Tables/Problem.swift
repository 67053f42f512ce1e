/// One thing wrong (or suspicious) in an input file: where it is, what was found, what would be right.
public struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Severity: String, Sendable { case error, warning }

  public var severity: Severity
  /// Path of the file, as the user would name it.
  public var file: String
  /// Line from 1; nil where the file as a whole is meant.
  public var line: Int?
  /// Column name of a table or key of a YAML mapping.
  public var column: String?
  /// What is wrong and what was found, then what would be right: one sentence or two. What it quotes is
  /// shortened where it is long.
  public var message: String

  public init(
    _ message: String, file: String, line: Int? = nil, column: String? = nil,
    severity: Severity = .error
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column.map { legible(shortened($0)) }
    self.message = legible(message)
  }

  /// `file:line: column: message`, the form that editors jump to.
  public var description: String {
    let place = [legible(file), line.map(String.init)].compactMap(\.self).joined(separator: ":")
    let start = severity == .warning ? "\(place): warning: " : "\(place): "
    return start + (column.map { "\($0): " } ?? "") + message
  }
}

/// All problems found in the inputs of one command; at least one is an error.
public struct InputProblems: Error, Sendable, CustomStringConvertible {
  public enum Reason: Sendable {
    /// The contents are wrong (exit status 65).
    case badData
    /// A file does not exist or cannot be read (exit status 66).
    case unreadable
  }

  public var reason: Reason
  public var problems: [Problem]

  public init(_ problems: [Problem], reason: Reason = .badData) {
    self.problems = problems
    self.reason = reason
  }

  /// A file that cannot be read, as the only problem.
  public init(_ failure: FileFailure, file: String) {
    self.init([Problem(failure.description, file: file)], reason: failure.reason)
  }

  /// Every problem, one a line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
