public import LinearProgramming
import Synchronization

/// A solver that answers like another one, except where a script says otherwise: it stops at the n-th solve, gives
/// wrong answers, or leaves out bases and certificates. It records its requests.
public final class ScriptedSolver: Solver {
  /// One request to solve.
  public struct Request: Sendable {
    /// The number of requests before it.
    public let number: Int
    public let program: LinearProgram
    public let options: SolveOptions
  }

  /// The answer to a request.
  public enum Turn: Sendable {
    /// The other solver's answer.
    case honest
    /// It ends with this termination, without a point.
    case ends(Termination)
    case fails(SolverError)
    /// The other solver's answer, changed.
    case altered(@Sendable (inout Solution) -> Void)
  }

  private let solver: any Solver
  public let capabilities: SolverCapabilities
  public let tuning: SolverTuning
  private let script: @Sendable (Request) -> Turn
  private let asked = Mutex<[Request]>([])

  /// - Parameters:
  ///   - capabilities: what it gives of what the other one can; the default is all of that.
  ///   - tuning: the default is the other one's.
  ///   - script: what becomes of each solve; the default is the other one's answer.
  public init(
    _ solver: any Solver, capabilities: SolverCapabilities? = nil, tuning: SolverTuning? = nil,
    script: @escaping @Sendable (Request) -> Turn = { _ in .honest }
  ) {
    self.solver = solver
    self.capabilities = capabilities ?? solver.capabilities
    self.tuning = tuning ?? solver.tuning
    self.script = script
  }

  public var name: String { "scripted \(solver.name)" }

  /// The requests in order.
  public var requests: [Request] { asked.withLock(\.self) }

  public func solve(_ program: LinearProgram, options: SolveOptions, from basis: Basis?)
    throws(SolverError) -> Solution
  {
    try answer(program, options) { () throws(SolverError) in
      try solver.solve(
        program, options: options, from: capabilities.contains(.bases) ? basis : nil)
    }
  }

  public func withSession<Answer>(
    _ program: LinearProgram, _ body: (any SolverSession) throws -> Answer
  ) throws -> Answer {
    try solver.withSession(program) { try body(ScriptedSession($0, self)) }
  }

  fileprivate func answer(
    _ program: LinearProgram, _ options: SolveOptions, _ honest: () throws(SolverError) -> Solution
  ) throws(SolverError) -> Solution {
    let request = asked.withLock { asked in
      let request = Request(number: asked.count, program: program, options: options)
      asked.append(request)
      return request
    }
    switch script(request) {
    case .honest: return stripped(try honest())
    case .ends(let termination): return Solution(termination: termination)
    case .fails(let error): throw error
    case .altered(let alter):
      var solution = stripped(try honest())
      alter(&solution)
      return solution
    }
  }

  private func stripped(_ solution: Solution) -> Solution {
    var solution = solution
    if !capabilities.contains(.bases) { solution.basis = nil }
    if !capabilities.contains(.certificates) { solution.certificate = nil }
    return solution
  }
}

private final class ScriptedSession: ForwardingSession {
  let session: any SolverSession
  private let solver: ScriptedSolver

  init(_ session: any SolverSession, _ solver: ScriptedSolver) {
    self.session = session
    self.solver = solver
  }

  func start(from basis: Basis?) throws(SolverError) {
    if solver.capabilities.contains(.bases) { try session.start(from: basis) }
  }

  func solve(_ options: SolveOptions) throws(SolverError) -> Solution {
    try solver.answer(session.program, options) { () throws(SolverError) in
      try session.solve(options)
    }
  }
}
