public import LinearProgramming

/// One rule that any `Solver` must follow. It does not depend on a test framework: a test runs it and reports its
/// complaints.
public struct ConformanceCheck: Sendable, CustomStringConvertible {
  /// A sentence that says what the solver does; unique.
  public let name: String
  /// The capabilities that a solver needs for this check.
  public let needs: SolverCapabilities
  private let body: @Sendable (any Solver, inout Findings) throws -> Void

  init(
    _ name: String, needs: SolverCapabilities = [],
    _ body: @escaping @Sendable (any Solver, inout Findings) throws -> Void
  ) {
    self.name = name
    self.needs = needs
    self.body = body
  }

  /// The name.
  public var description: String { name }

  /// What the solver does wrong, one sentence each; empty if the check passes. A thrown error is a complaint too.
  public func complaints(about solver: any Solver) -> [String] {
    var findings = Findings()
    do {
      try body(solver, &findings)
      return findings.complaints
    } catch {
      return findings.complaints + ["threw: \(error)"]
    }
  }
}

/// A check that a solver is known not to pass.
public struct ConformanceExclusion: Sendable {
  /// The check's name.
  public let check: String
  /// Why it does not pass.
  public let reason: String

  /// An exclusion of the check with this name.
  public init(_ check: String, because reason: String) {
    self.check = check
    self.reason = reason
  }
}
