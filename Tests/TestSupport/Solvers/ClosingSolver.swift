public import LinearProgramming
import Synchronization

/// A solver whose deadline is over as soon as it has loaded some programs. It counts the programs that it loads.
public final class ClosingSolver: Solver {
  private let inner: any Solver
  private let most: Int
  private let loads = Atomic(0)

  public init(_ inner: any Solver, after most: Int) {
    self.inner = inner
    self.most = most
  }

  public var name: String { inner.name }
  public var capabilities: SolverCapabilities { inner.capabilities }
  public var loadCount: Int { loads.load(ordering: .relaxed) }
  public var deadline: Deadline { loadCount >= most ? .over : .none }

  public func solve(_ program: LinearProgram, options: SolveOptions, from basis: Basis?)
    throws(SolverError) -> Solution
  {
    loads.add(1, ordering: .relaxed)
    return try inner.solve(program, options: options, from: basis)
  }

  public func withSession<Answer>(
    _ program: LinearProgram, _ body: (any SolverSession) throws -> Answer
  ) throws -> Answer {
    loads.add(1, ordering: .relaxed)
    return try inner.withSession(program, body)
  }
}
