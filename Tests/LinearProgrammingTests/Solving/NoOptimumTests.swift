import LinearProgramming
import TestSupport
import Testing

/// What is told where a solve ends without an answer, and limits shared by many solves.
@Suite struct NoOptimumTests {
  @Test(
    arguments: [
      (.timeLimit, "the split is not known: the time limit came first; give more"),
      (.iterationLimit, "the split is not known: the iteration limit came first; give more"),
      (.cancelled, "the split is not known: the solve was cancelled"),
      (
        .infeasible,
        "the split is not known: the solver stopped with infeasible, although there is always an "
          + "answer; please report it"
      ),
    ] as [(Termination, String)])
  func `It says what is not known, and why`(termination: Termination, sentence: String) {
    #expect(NoOptimum("the split", termination).description == sentence)
    #expect(termination.isLimit == !sentence.contains("report"))
  }

  @Test func `Only an optimum is one`() throws {
    let optimum = Solution(termination: .optimal, objective: 3)
    #expect(try optimum.optimum(of: "it").objective == 3)
    #expect(throws: NoOptimum("it", .unbounded)) {
      try Solution(termination: .unbounded, objective: 3).optimum(of: "it")
    }
  }

  @Test func `All solves of a limited solver end by one deadline`() throws {
    let inner = ScriptedSolver(CheckedSolver(DenseSimplex()))
    var options = SolveOptions()
    options.timeLimit = .milliseconds(80)
    let limited = Deadline(options).limiting(inner)
    #expect(limited.capabilities == inner.capabilities && limited.tuning == inner.tuning)
    #expect(try limited.solve(CheckedSolverTests.program).isOptimal)
    let last = try limited.withSession(CheckedSolverTests.program) { session in
      let first = try session.solve(.standard)
      guard first.isOptimal else { return first.termination }
      let end = ContinuousClock.now + .milliseconds(100)
      while ContinuousClock.now < end {}
      return try session.solve(.standard).termination
    }
    #expect(last == .timeLimit)
    #expect(try limited.solve(CheckedSolverTests.program).termination == .timeLimit)
    let limits = inner.requests.compactMap(\.options.timeLimit)
    #expect(limits.count == inner.requests.count && limits.allSatisfy { $0 <= .milliseconds(80) })
    #expect(inner.requests.count == 2, "what comes too late is not solved at all")
  }

  @Test func `Without a limit nothing is put around a solver`() {
    let inner = ScriptedSolver(CheckedSolver(DenseSimplex()))
    #expect(Deadline(.standard).limiting(inner) is ScriptedSolver)
  }
}
