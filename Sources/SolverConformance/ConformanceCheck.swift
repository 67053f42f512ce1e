public import LinearProgramming

/// One thing that any `Solver` must do. It belongs to no test framework: a test runs it and reports its
/// complaints.
public struct ConformanceCheck: Sendable, CustomStringConvertible {
  /// A sentence that says what the solver does; unique.
  public let name: String
  /// What a solver must be capable of for the check to mean anything.
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

  public var description: String { name }

  /// What the solver does wrong, a sentence each; empty if nothing. An error that it throws is one.
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

/// A check that a solver is known not to pass, and why.
public struct ConformanceExclusion: Sendable {
  /// The check's name.
  public let check: String
  public let reason: String

  public init(_ check: String, because reason: String) {
    self.check = check
    self.reason = reason
  }
}
