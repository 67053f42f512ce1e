/// The error that a solve ended without an optimum, although a figure needs one.
///
/// It is thrown where a program has an optimum by construction, or where a result has many parts: a missing figure must
/// not be taken for 0.
public struct NoOptimum: Error, Sendable, Hashable {
  /// The figure that is missing, as a noun that fits "… is not known".
  public var question: String
  /// Why the solve ended.
  public var termination: Termination
  /// Whether the program may have no optimum; false if it has one by construction.
  public var mayBeMissing: Bool

  /// An error about a figure.
  ///
  /// - Parameters:
  ///   - question: the figure that is missing.
  ///   - termination: why the solve ended.
  ///   - mayBeMissing: whether the program may have no optimum.
  public init(_ question: String, _ termination: Termination, mayBeMissing: Bool = false) {
    self.question = question
    self.termination = termination
    self.mayBeMissing = mayBeMissing
  }
}

extension NoOptimum: CustomStringConvertible {
  /// What is not known, why, and what the user can do.
  public var description: String {
    switch termination {
    case .timeLimit, .iterationLimit:
      "\(question) is not known: the \(termination == .timeLimit ? "time" : "iteration") limit came first; "
        + "give more"
    case .cancelled: "\(question) is not known: the solve was cancelled"
    case .optimal where mayBeMissing, .infeasible where mayBeMissing,
      .unbounded where mayBeMissing:
      "\(question) is not known: the solver stopped with \(termination.rawValue)"
    case .optimal, .infeasible, .unbounded:
      "\(question) is not known: the solver stopped with \(termination.rawValue), although there is "
        + "always an answer; please report it"
    }
  }
}

extension Termination {
  /// Whether a limit or a cancellation ended the solve, so that a longer solve may find more.
  public var isLimit: Bool {
    switch self {
    case .timeLimit, .iterationLimit, .cancelled: true
    case .optimal, .infeasible, .unbounded: false
    }
  }
}

extension Solution {
  /// The solution itself, if it is optimal.
  ///
  /// - Parameter question: the figure that is computed from it, as a noun.
  /// - Throws: ``NoOptimum`` if it is not optimal.
  public func optimum(of question: @autoclosure () -> String) throws(NoOptimum) -> Solution {
    guard isOptimal else { throw NoOptimum(question(), termination) }
    return self
  }
}
