import Foundation
import LinearProgramming
import Synchronization

extension SolverConformance {
  /// Checks of limits and cancellation. A solve may end some seconds late, because the machine may be busy.
  static let limitChecks: [ConformanceCheck] = [
    ConformanceCheck("With a time limit of 0 the solve ends at once") { solver, findings in
      var options = SolveOptions()
      options.timeLimit = .zero
      let whole: [LinearProgram] = solver.capabilities.contains(.integers) ? [.sunOil] : []
      for program in [.galenet, .transportation] + whole {
        let solution = try solver.solve(program, options: options, from: nil)
        findings.expect(solution.termination == .timeLimit, "ended with \(solution.termination)")
      }
    },
    ConformanceCheck("A solve that is cancelled before it starts ends as cancelled") {
      solver, findings in
      var options = SolveOptions()
      options.cancellation = Cancellation()
      options.cancellation?.cancel()
      let solution = try solver.solve(.transportation, options: options, from: nil)
      findings.expect(solution.termination == .cancelled, "ended with \(solution.termination)")
    },
    ConformanceCheck("An iteration limit ends the simplex method, and the next solve continues") {
      solver, findings in
      var options = SolveOptions()
      options.iterationLimit = 10
      let solution = try solver.solve(.transportation, options: options, from: nil)
      findings.expect(
        solution.termination == .iterationLimit, "ended with \(solution.termination)")
      findings.expect(solution.iterations <= 10, "took \(solution.iterations) iterations")
      let rest = try solver.solve(
        .transportation, options: .standard, from: solution.basis)
      findings.expect(rest.isOptimal, "then ended with \(rest.termination)")
    },
    ConformanceCheck("A time limit ends a search in time, with a feasible point", needs: .integers)
    { solver, findings in
      var options = SolveOptions()
      options.timeLimit = .milliseconds(400)
      let began = ContinuousClock.now
      let solution = try solver.solve(.marketSplit, options: options, from: nil)
      let took = began.duration(to: .now)
      findings.expect(took < .seconds(4), "took \(took)")
      findings.expect(solution.termination == .timeLimit, "ended with \(solution.termination)")
      guard solution.primalStatus == .feasible else { return }
      let verdict = OptimalityReferee().examinePoint(solution, of: .marketSplit)
      findings.expect(verdict.complaint == nil, "no feasible point: \(verdict.complaint ?? "")")
      findings.expect(!(solution.bound > solution.objective), "the bound is worse than the point")
    },
    ConformanceCheck(
      "A search cancelled from another thread ends soon, and its session can be used",
      needs: .integers
    ) { solver, findings in
      let cancellation = Cancellation()
      var options = SolveOptions()
      options.cancellation = cancellation
      let program = LinearProgram.marketSplit
      try solver.withSession(program) { session in
        // Its own thread, because a shared queue may be busy.
        let cancelled = Mutex<ContinuousClock.Instant?>(nil)
        Thread.detachNewThread {
          Thread.sleep(forTimeInterval: 0.3)
          cancelled.withLock { $0 = .now }
          cancellation.cancel()
        }
        let solution = try session.solve(options)
        let ended = ContinuousClock.now
        let took = (cancelled.withLock { $0 } ?? ended).duration(to: ended)
        findings.expect(solution.termination == .cancelled, "ended with \(solution.termination)")
        findings.expect(took < .seconds(4), "took \(took)")
        for index in program.integerColumns {
          try session.setBounds(Column(Int(index)), lower: 0, upper: 0)
        }
        let zero = try session.solve(.standard)
        findings.expectEvidence(for: zero, of: session.program)
      }
    },
  ]
}
