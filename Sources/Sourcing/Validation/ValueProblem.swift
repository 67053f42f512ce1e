/// One thing that is wrong with an instance or a model made in code.
public struct ValueProblem: Sendable, Hashable, CustomStringConvertible {
  /// The element, for example "facility `mine-b`".
  public var element: String
  /// The field of the element, for example `capacity`.
  public var field: String
  /// What is wrong and what would be right.
  public var message: String

  /// A problem.
  ///
  /// - Parameters:
  ///   - element: the element.
  ///   - field: the field of the element.
  ///   - message: what is wrong and what would be right.
  public init(element: String, field: String, message: String) {
    self.element = element
    self.field = field
    self.message = message
  }

  /// One sentence without its full stop.
  public var description: String { "\(element), \(field): \(message)" }
}

/// Everything that is wrong with an instance or a model made in code.
public struct ValueProblems: Error, Sendable, Hashable, CustomStringConvertible {
  /// The problems, at least one.
  public var problems: [ValueProblem]

  /// Problems.
  ///
  /// - Parameter problems: at least one.
  public init(problems: [ValueProblem]) { self.problems = problems }

  /// The problems, a line each.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
