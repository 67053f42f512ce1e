public import LinearProgramming
import Synchronization

/// A backend without a method: a script has its claims, one for each run.
public final class ScriptedBackend: SolverBackend {
  /// The claim of one run of the simplex method.
  public struct Run: Sendable {
    public var claim: SimplexClaim
    public var point: [Double]
    public var rowDuals: [Double]
    public var reducedCosts: [Double]
    public var multipliers: [[Double]]
    public var ray: [Double]?

    public init(
      _ claim: SimplexClaim, point: [Double] = [], rowDuals: [Double] = [],
      reducedCosts: [Double] = [], multipliers: [[Double]] = [], ray: [Double]? = nil
    ) {
      self.claim = claim
      self.point = point
      self.rowDuals = rowDuals
      self.reducedCosts = reducedCosts
      self.multipliers = multipliers
      self.ray = ray
    }
  }

  /// One line of the script.
  public enum Line: Sendable {
    case run(Run)
    case branch(BranchOutcome)
    case failure(BackendFailure)
    /// A pause before the next line.
    case delay(Duration)
  }

  public let capabilities: SolverCapabilities
  private let attemptCount: Int
  private let lines: Mutex<[Line]>
  private let asked = Mutex<[String]>([])

  /// - Parameters:
  ///   - attemptCount: how many attempts it offers.
  ///   - lines: what it says, in order; the last run is said again and again.
  public init(
    attemptCount: Int = 2, capabilities: SolverCapabilities = .all, _ lines: [Line]
  ) {
    self.attemptCount = attemptCount
    self.capabilities = capabilities
    self.lines = Mutex(lines)
  }

  public var name: String { "scripted" }

  /// The requests in order: `load`, `simplex ATTEMPT`, `branch`, `branch carefully`, `basis`.
  public var requests: [String] { asked.withLock(\.self) }

  public func attempts(for method: SolveOptions.Method) -> [String] {
    (0..<attemptCount).map { "attempt \($0)" }
  }

  public func load(_ program: LinearProgram) throws(BackendFailure) -> any BackendProblem {
    note("load")
    return ScriptedProblem(self)
  }

  fileprivate func note(_ request: String) { asked.withLock { $0.append(request) } }

  /// The next line; the last one repeats.
  fileprivate func next() -> Line {
    lines.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
  }
}

private final class ScriptedProblem: BackendProblem {
  private let backend: ScriptedBackend
  private var last = ScriptedBackend.Run(.stuck("it has not run"))

  init(_ backend: ScriptedBackend) { self.backend = backend }

  func update(to program: LinearProgram, _ changes: ProgramChanges) throws(BackendFailure) {}
  func setBasis(_ basis: Basis?) throws(BackendFailure) { backend.note("basis") }

  func runSimplex(_ method: SolveOptions.Method, attempt: Int, _ watch: SolveWatch)
    throws(BackendFailure) -> SimplexClaim
  {
    backend.note("simplex \(attempt)")
    watch.iterations += 1
    switch try line() {
    case .run(let run):
      last = run
      return run.claim
    case .branch, .failure, .delay: throw .misuse("the script has no run here")
    }
  }

  func basis() throws(BackendFailure) -> Basis? { nil }
  func point() throws(BackendFailure) -> [Double] { last.point }

  func duals() throws(BackendFailure) -> (rows: [Double], columns: [Double]) {
    (last.rowDuals, last.reducedCosts)
  }

  func farkasMultipliers(_ candidate: Int) throws(BackendFailure) -> [Double]? {
    last.multipliers.indices.contains(candidate) ? last.multipliers[candidate] : nil
  }

  func ray() throws(BackendFailure) -> [Double]? { last.ray }

  func branchAndCut(_ request: BranchRequest, _ watch: SolveWatch)
    throws(BackendFailure) -> BranchOutcome
  {
    backend.note(request.isCareful ? "branch carefully" : "branch")
    guard case .branch(let outcome) = try line() else {
      throw .misuse("the script has no search here")
    }
    return outcome
  }

  private func line() throws(BackendFailure) -> ScriptedBackend.Line {
    switch backend.next() {
    case .failure(let failure): throw failure
    case .delay(let duration):
      let end = ContinuousClock.now + duration
      while ContinuousClock.now < end {}
      return try line()
    case let line: return line
    }
  }
}
