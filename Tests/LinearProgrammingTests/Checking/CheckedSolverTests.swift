import LinearProgramming
import TestSupport
import Testing

/// A claim of a backend is returned only if it is right.
@Suite struct CheckedSolverTests {
  typealias Run = ScriptedBackend.Run

  /// min 2x + 3y subject to x + y ≥ 4, x ≤ 3. The optimum is x = 3, y = 1 with the objective 9.
  static let program: LinearProgram = {
    var program = LinearProgram()
    let x = program.addColumn(upper: 3, cost: 2)
    let y = program.addColumn(cost: 3)
    let row = program.addRow(lower: 4)
    program.add(1, x, to: row)
    program.add(1, y, to: row)
    return program
  }()

  static let right = Run(.optimal, point: [3, 1], rowDuals: [3], reducedCosts: [-1, 0])

  struct Lie: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let run: Run

    init(_ name: String, _ run: Run) {
      testDescription = name
      self.run = run
    }
  }

  static let lies = [
    Lie(
      "a dearer point called optimal",
      Run(.optimal, point: [0, 4], rowDuals: [3], reducedCosts: [-1, 0])),
    Lie(
      "a point that breaks a row",
      Run(.optimal, point: [3, 0], rowDuals: [3], reducedCosts: [-1, 0])),
    Lie("wrong duals", Run(.optimal, point: [3, 1], rowDuals: [2], reducedCosts: [0, 1])),
    Lie(
      "reduced costs that are not those of the duals",
      Run(.optimal, point: [3, 1], rowDuals: [3], reducedCosts: [0, 0])),
    Lie("a point of NaN", Run(.optimal, point: [.nan, 1], rowDuals: [3], reducedCosts: [-1, 0])),
    Lie("too few values", Run(.optimal, point: [3], rowDuals: [3], reducedCosts: [-1, 0])),
    Lie("no duals", Run(.optimal, point: [3, 1])),
    Lie("unbounded, without a ray", Run(.unbounded, point: [3, 1])),
    Lie("unbounded, along a dear ray", Run(.unbounded, point: [3, 1], ray: [0, 1])),
    Lie("unbounded, along a ray that ends", Run(.unbounded, point: [3, 1], ray: [-1, 1])),
    Lie("infeasible, without evidence", Run(.infeasible)),
    Lie(
      "infeasible, by multipliers that prove nothing", Run(.infeasible, multipliers: [[1], [-1]])),
    Lie("no end", Run(.stuck("it went round in circles"))),
  ]

  @Test("a wrong claim is refused, and the right one of the next level is taken", arguments: lies)
  func wrongClaimRefused(lie: Lie) throws {
    let backend = ScriptedBackend([.run(lie.run), .run(Self.right)])
    let solution = try CheckedSolver(backend).solve(Self.program)
    #expect(solution.isOptimal && solution.values == [3, 1] && solution.objective == 9)
    #expect(backend.requests == ["load", "simplex 0", "simplex 1"])
  }

  @Test("a wrong claim at every level is an error", arguments: lies)
  func wrongClaimKept(lie: Lie) {
    let backend = ScriptedBackend([.run(lie.run)])
    let error = #expect(throws: SolverError.self) { try CheckedSolver(backend).solve(Self.program) }
    guard case .refuted? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(backend.requests.prefix(3) == ["load", "simplex 0", "simplex 1"])
  }

  @Test("infeasible programs need a certificate, unbounded ones a ray")
  func infeasibleProgramsNeed() throws {
    var infeasible = Self.program
    infeasible.setBounds(Column(1), lower: 0, upper: 0.5)
    let proven = try CheckedSolver(
      ScriptedBackend([.run(Run(.infeasible, multipliers: [[0], [-2]]))])
    ).solve(infeasible)
    #expect(proven.termination == .infeasible)
    #expect(proven.certificate?.isProof(for: infeasible) == true)

    var unbounded = Self.program
    unbounded.sense = .maximise
    let ray = try CheckedSolver(
      ScriptedBackend([.run(Run(.unbounded, point: [3, 1], ray: [0, 1]))])
    ).solve(unbounded)
    #expect(ray.termination == .unbounded && ray.bound == .infinity)
    #expect(ray.values == [3, 1] && ray.rowDuals.isEmpty)
  }

  @Test("values outside of a bound by rounding are set to it")
  func valuesBeyondBound() throws {
    let run = Run(.optimal, point: [3.000_000_1, 1], rowDuals: [3], reducedCosts: [-1, 0])
    let solution = try CheckedSolver(ScriptedBackend([.run(run)])).solve(Self.program)
    #expect(solution.values == [3, 1])
  }

  // MARK: Failures and limits

  @Test("after a failure the program is loaded again, and the next attempt follows")
  func afterFailureProgram() throws {
    let backend = ScriptedBackend([.failure(.lost("it fell over")), .run(Self.right)])
    let solution = try CheckedSolver(backend).solve(Self.program)
    #expect(solution.isOptimal)
    #expect(backend.requests == ["load", "simplex 0", "load", "simplex 1"])
  }

  @Test("a program that fails twice is an error with its reason")
  func failsTwiceError() {
    let backend = ScriptedBackend([.failure(.lost("it fell over"))])
    #expect(throws: SolverError.libraryFailure("it fell over")) {
      try CheckedSolver(backend).solve(Self.program)
    }
    let misused = ScriptedBackend([.failure(.misuse("not from here"))])
    #expect(throws: SolverError.libraryFailure("not from here")) {
      try CheckedSolver(misused).solve(Self.program)
    }
    #expect(misused.requests == ["load", "simplex 0"])
  }

  @Test("a hard stop counts as a limit, and the session continues from a new load")
  func hardStopLimit() throws {
    let backend = ScriptedBackend([.failure(.stopped), .run(Self.right)])
    let endings = try CheckedSolver(backend).withSession(Self.program) { session in
      [try session.solve(.standard).termination, try session.solve(.standard).termination]
    }
    #expect(endings == [.timeLimit, .optimal])
    #expect(backend.requests == ["load", "simplex 0", "load", "simplex 0"])
  }

  @Test("a limit gives a point only if it is feasible, and no bound")
  func limitGivesPoint() throws {
    for (point, isFeasible) in [([3.0, 2], true), ([0, 0], false)] {
      let backend = ScriptedBackend([.run(Run(.outOfTime(isFeasible: true), point: point))])
      let solution = try CheckedSolver(backend).solve(Self.program)
      #expect(solution.termination == .timeLimit)
      #expect((solution.primalStatus == .feasible) == isFeasible)
      #expect(solution.values == (isFeasible ? point : []) && solution.bound.isNaN)
    }
    let stopped = try CheckedSolver(
      ScriptedBackend([.run(Run(.outOfIterations(isFeasible: false)))])
    ).solve(Self.program)
    #expect(stopped.termination == .iterationLimit && stopped.values.isEmpty)
  }

  @Test("the last proof has the time that is left, and no more")
  func proofLastResort() throws {
    let backend = ScriptedBackend(
      attemptCount: 1, [.delay(.milliseconds(60)), .run(Run(.infeasible))])
    var options = SolveOptions()
    options.timeLimit = .milliseconds(50)
    let solution = try CheckedSolver(backend).solve(Self.program, options: options, from: nil)
    #expect(solution.termination == .timeLimit)
    #expect(backend.requests.filter { $0 == "simplex 0" }.count == 1)
  }

  @Test("without certificates, one claim is enough to try the least relaxation")
  func withoutCertificatesFirst() throws {
    let backend = ScriptedBackend(attemptCount: 5, capabilities: [], [.run(Run(.infeasible))])
    #expect(throws: SolverError.self) { try CheckedSolver(backend).solve(Self.program) }
    #expect(backend.requests.filter { $0.hasPrefix("simplex") } == ["simplex 0", "simplex 0"])
  }

  @Test("whole columns are refused if the backend cannot solve them")
  func wholeColumnsRefused() {
    let error = #expect(throws: SolverError.self) {
      try CheckedSolver(ScriptedBackend(capabilities: [], [.run(Self.right)])).solve(Self.whole)
    }
    #expect(error == .unsupported("does not support integer columns"))
    #expect(
      error?.description.hasPrefix(
        "this solver cannot solve the program: it does not support integer")
        == true)
  }

  // MARK: Whole columns

  /// min x subject to 2x ≥ 3, x whole. The optimum is 2, and 1.5 in the relaxation.
  static let whole: LinearProgram = {
    var program = LinearProgram()
    let x = program.addColumn(upper: 9, cost: 1, integer: true)
    program.add(2, x, to: program.addRow(lower: 3))
    return program
  }()

  static let relaxed = ScriptedBackend.Line.run(
    Run(.optimal, point: [1.5], rowDuals: [0.5], reducedCosts: [0]))
  static let fixedAtTwo = ScriptedBackend.Line.run(
    Run(.optimal, point: [2], rowDuals: [0], reducedCosts: [1]))

  private func solve(_ lines: [ScriptedBackend.Line]) throws -> (Solution, [String]) {
    let backend = ScriptedBackend(lines)
    let solver = CheckedSolver(backend, .init(dives: false))
    return (try solver.solve(Self.whole), backend.requests)
  }

  @Test("a whole point is solved again at whole values, for its duals")
  func wholePointSolved() throws {
    let (solution, requests) = try solve([
      Self.relaxed, .branch(BranchOutcome(ending: .searched, incumbent: [1.999_999_999_9])),
      Self.fixedAtTwo,
    ])
    #expect(solution.isOptimal && solution.values == [2] && solution.bound == 2)
    #expect(solution.reducedCosts == [1])
    #expect(requests == ["load", "simplex 0", "load", "branch", "basis", "simplex 0"])
  }

  static let contradictions = [
    BranchOutcome(ending: .searched),
    BranchOutcome(ending: .withinGap, bound: 1.5),
    BranchOutcome(ending: .searched, incumbent: [2, 2]),
  ]

  @Test("a search that contradicts itself is repeated carefully", arguments: contradictions.indices)
  func searchContradictsItself(index: Int) throws {
    let claim = ScriptedBackend.Line.branch(Self.contradictions[index])
    let (solution, requests) = try solve([
      Self.relaxed, claim, Self.relaxed,
      .branch(BranchOutcome(ending: .searched, incumbent: [2])), Self.fixedAtTwo,
    ])
    #expect(solution.isOptimal && solution.values == [2])
    #expect(requests.filter { $0.hasPrefix("branch") } == ["branch", "branch carefully"])
    #expect(throws: SolverError.self) { try solve([Self.relaxed, claim, Self.relaxed, claim]) }
  }

  static let beaten = [
    BranchOutcome(ending: .infeasible),
    BranchOutcome(ending: .withinGap, incumbent: [5], bound: 5),
    BranchOutcome(ending: .stopped, bound: 2.1),
    BranchOutcome(ending: .searched, incumbent: [3], bound: .nan),
  ]

  @Test("a bound that a known point contradicts is not accepted", arguments: beaten.indices)
  func boundKnownPoint(index: Int) throws {
    let claim = ScriptedBackend.Line.branch(Self.beaten[index])
    let start = [Self.relaxed, Self.fixedAtTwo]
    let backend = ScriptedBackend(
      start + [claim] + start + [.branch(BranchOutcome(ending: .searched, incumbent: [2]))])
    var options = SolveOptions()
    options.knownPoints = [[2]]
    let solution = try CheckedSolver(backend, .init(dives: false)).solve(
      Self.whole, options: options, from: nil)
    #expect(solution.isOptimal && solution.values == [2] && solution.bound == 2)
    #expect(backend.requests.filter { $0.hasPrefix("branch") } == ["branch", "branch carefully"])
    let stubborn = ScriptedBackend(start + [claim] + start + [claim])
    #expect(throws: SolverError.self) {
      try CheckedSolver(stubborn, .init(dives: false)).solve(
        Self.whole, options: options, from: nil)
    }
  }

  @Test("a point that is only nearly whole is searched for again, then refused")
  func pointWholeOnly() throws {
    let nearly = ScriptedBackend.Line.branch(BranchOutcome(ending: .searched, incumbent: [9.6]))
    let (solution, _) = try solve([
      Self.relaxed, nearly, .branch(BranchOutcome(ending: .searched, incumbent: [2])),
      Self.fixedAtTwo,
    ])
    #expect(solution.values == [2])
    #expect(throws: SolverError.self) { try solve([Self.relaxed, nearly, nearly]) }
  }

  @Test("a gap that the bound proves is accepted")
  func gapBoundProves() throws {
    let backend = ScriptedBackend([
      Self.relaxed, .branch(BranchOutcome(ending: .withinGap, incumbent: [2], bound: 1.5)),
      Self.fixedAtTwo,
    ])
    var options = SolveOptions()
    options.mipGap = 0.3
    let solution = try CheckedSolver(backend, .init(dives: false)).solve(
      Self.whole, options: options, from: nil)
    #expect(solution.isOptimal && solution.objective == 2 && solution.bound == 1.5)
  }

  @Test("an infeasible answer that branching does not prove is marked as unproven")
  func wholePointExists()
    throws
  {
    let (solution, _) = try solve([
      Self.relaxed, .branch(BranchOutcome(ending: .infeasible)),
      .run(ScriptedBackend.Run(.stuck("no end"))),
    ])
    #expect(solution.termination == .infeasible && solution.certificate == nil)
    #expect(solution.isUnproven)
  }
}
