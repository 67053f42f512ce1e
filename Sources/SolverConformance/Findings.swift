import LinearProgramming

/// The complaints that a check has collected.
struct Findings {
  private(set) var complaints: [String] = []

  mutating func expect(_ isRight: Bool, _ complaint: @autoclosure () -> String) {
    if !isRight { complaints.append(complaint()) }
  }

  /// Adds a complaint if a solution has no proof as `Solver` requires it.
  mutating func expectEvidence(for solution: Solution, of program: LinearProgram) {
    switch solution.termination {
    case .optimal:
      let complaint = OptimalityReferee().examine(solution, of: program).complaint
      expect(complaint == nil, "not optimal: \(complaint ?? "")")
      expectWholeValues(in: solution, of: program)
    case .infeasible:
      if let certificate = solution.certificate {
        expect(certificate.isProof(for: program), "the certificate proves nothing")
      } else {
        expect(program.isMixedInteger, "an infeasible LP has no certificate")
      }
    case .unbounded:
      let complaint = OptimalityReferee().examinePoint(solution, of: program.relaxation).complaint
      expect(
        complaint == nil, "unbounded, but from a point that is not feasible: \(complaint ?? "")")
    case .timeLimit, .iterationLimit, .cancelled:
      expect(false, "ended with \(solution.termination)")
    }
  }

  private mutating func expectWholeValues(in solution: Solution, of program: LinearProgram) {
    for index in program.integerColumns where solution.values.indices.contains(Int(index)) {
      let value = solution.values[Int(index)]
      expect(value == value.rounded(), "column \(index) is \(value), which is no whole number")
    }
    guard program.isMixedInteger else { return }
    let excess =
      program.sense == .minimise
      ? solution.bound - solution.objective : solution.objective - solution.bound
    expect(excess <= 0, "the bound \(solution.bound) is worse than \(solution.objective)")
  }

  /// Adds a complaint if two solutions differ in termination or optimum.
  mutating func expectSame(_ a: Solution, _ b: Solution, _ occasion: @autoclosure () -> String) {
    expect(
      a.termination == b.termination, "\(occasion()): \(a.termination) and \(b.termination)")
    guard a.isOptimal, b.isOptimal else { return }
    expect(
      abs(a.objective - b.objective) <= 1e-8 * max(1, abs(a.objective)),
      "\(occasion()): \(a.objective) and \(b.objective)")
  }

  /// Adds a complaint if a call does not throw the right kind of error.
  mutating func expectError(
    _ occasion: @autoclosure () -> String, _ isRight: (SolverError) -> Bool = { _ in true },
    _ body: () throws -> Void
  ) {
    do {
      try body()
      complaints.append("\(occasion()): no error")
    } catch {
      guard let error = error as? SolverError, isRight(error) else {
        complaints.append("\(occasion()): \(error)")
        return
      }
    }
  }
}
