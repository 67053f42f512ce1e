import Synchronization

/// Reports what long work does: its steps, how many of their parts are done, and its running solves. Code with a solver
/// reports to ``Solver/progress``. Safe to use from all threads.
public struct WorkProgress: Sendable {
  /// What is reported. Steps and solves have numbers, which are never used twice.
  public enum Event: Sendable {
    /// A step begins. Its name is a noun or ends in -ing, such as "disruptions under own" or "finding the plan".
    /// `parts` is nil if it is not known how many parts it has.
    case stepBegan(Int, name: String, parts: Int?)
    /// One part of a step is done. `remark`: what is worth counting of it, such as "without a plan".
    case partEnded(Int, remark: String?)
    /// How far a step without parts is, in words that replace the last ones, such as "gap 3 %".
    case stepNoted(Int, String)
    /// A step ends.
    case stepEnded(Int)
    /// A solve runs; it is reported when it begins, with nil, and then from time to time.
    case solving(Int, SolveProgress?)
    /// A solve ends.
    case solveEnded(Int)
  }

  private let receive: (@Sendable (Event) -> Void)?
  private static let lastNumber = Atomic(0)

  /// Nothing is reported.
  public static let none = WorkProgress(receive: nil)

  /// Reports to a function, which is called from any thread and must be quick.
  public init(_ receive: @escaping @Sendable (Event) -> Void) { self.init(receive: receive) }

  private init(receive: (@Sendable (Event) -> Void)?) { self.receive = receive }

  /// Whether anything is reported.
  var isReported: Bool { receive != nil }

  /// Does one step of the work. A step may have steps in it.
  ///
  /// - Parameters:
  ///   - name: what is done.
  ///   - parts: how many parts it has; nil if that is not known.
  ///   - work: the work. It reports each part that is done.
  /// - Throws: the errors of `work`.
  public func step<Answer>(
    _ name: @autoclosure () -> String, parts: Int? = nil, _ work: (WorkStep) throws -> Answer
  ) rethrows -> Answer {
    guard let receive else { return try work(.none) }
    let number = Self.newNumber()
    receive(.stepBegan(number, name: name(), parts: parts))
    defer { receive(.stepEnded(number)) }
    return try work(
      WorkStep(
        receive: { receive(.partEnded(number, remark: $0)) },
        receiveNote: { receive(.stepNoted(number, $0)) }))
  }

  /// Does one step of the work that has no parts.
  ///
  /// - Throws: the errors of `work`.
  public func step<Answer>(_ name: @autoclosure () -> String, _ work: () throws -> Answer) rethrows
    -> Answer
  {
    try step(name()) { (_: WorkStep) in try work() }
  }

  /// Runs a solve with options that report its progress here too.
  func solve<Failure: Error>(
    _ options: SolveOptions, _ work: (SolveOptions) throws(Failure) -> Solution
  ) throws(Failure) -> Solution {
    guard let receive else { return try work(options) }
    let number = Self.newNumber()
    var reported = options
    reported.progress = { [other = options.progress] progress in
      other?(progress)
      receive(.solving(number, progress))
    }
    receive(.solving(number, nil))
    defer { receive(.solveEnded(number)) }
    return try work(reported)
  }

  private static func newNumber() -> Int { lastNumber.add(1, ordering: .relaxed).newValue }
}

/// A step of long work that is being done.
public struct WorkStep: Sendable {
  private let receive: (@Sendable (String?) -> Void)?
  private let receiveNote: (@Sendable (String) -> Void)?

  /// A step that nobody hears of.
  public static let none = WorkStep(receive: nil, receiveNote: nil)

  fileprivate init(
    receive: (@Sendable (String?) -> Void)?, receiveNote: (@Sendable (String) -> Void)?
  ) {
    self.receive = receive
    self.receiveNote = receiveNote
  }

  /// Reports how far the step is, in words that replace the last ones, such as "gap 3 %".
  public func note(_ text: @autoclosure () -> String) { receiveNote?(text()) }

  /// Reports that one more part is done.
  ///
  /// - Parameter remark: what is worth counting of the part, such as "without a plan"; nil: nothing.
  public func endPart(_ remark: String? = nil) { receive?(remark) }

  /// Does one part and reports that it is done, also if it fails.
  ///
  /// - Throws: the errors of `work`.
  public func part<Answer>(_ work: () throws -> Answer) rethrows -> Answer {
    defer { endPart() }
    return try work()
  }
}
