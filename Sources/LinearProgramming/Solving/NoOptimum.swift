/// A question that only an optimum answers, of which the solve ended without one.
///
/// It is thrown where a program has an optimum by construction, or where its answer is one of many parts:
/// there a missing figure must not pass for 0.
public struct NoOptimum: Error, Sendable, Hashable {
  /// What was asked, as a noun that fits "… is not known".
  public var question: String
  /// Why the solve ended.
  public var termination: Termination

  public init(_ question: String, _ termination: Termination) {
    self.question = question
    self.termination = termination
  }
}

extension NoOptimum: CustomStringConvertible {
  /// What is not known and why, then what to do about it.
  public var description: String {
    switch termination {
    case .timeLimit, .iterationLimit:
      "\(question) is not known: the \(termination == .timeLimit ? "time" : "iteration") limit came first; "
        + "give more"
    case .cancelled: "\(question) is not known: the solve was cancelled"
    case .optimal, .infeasible, .unbounded:
      "\(question) is not known: the solver stopped with \(termination.rawValue), although there is "
        + "always an answer; please report it"
    }
  }
}

extension Termination {
  /// Whether a limit or a cancellation ended the solve: another one may get further.
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
  /// - Parameter question: what it answers, as a noun.
  /// - Throws: ``NoOptimum``.
  public func optimum(of question: @autoclosure () -> String) throws(NoOptimum) -> Solution {
    guard isOptimal else { throw NoOptimum(question(), termination) }
    return self
  }
}
