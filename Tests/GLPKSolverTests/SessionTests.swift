import Foundation
import LinearProgramming
import Synchronization
import Testing

@testable import GLPKSolver

/// Programs changed in place, warm starts, limits, cancellation and progress.
@Suite struct SessionTests {
  @Test(arguments: 0..<60)
  func `A session changed in place answers as a program built anew`(seed: UInt64) throws {
    let original = RandomProgram(seed: 1000 + seed, isMixedInteger: seed % 3 == 0).program
      .boxed(by: 40)
    var generator = SplitMix64(seed: seed)
    try GLPKSolver().withSession(original) { session in
      for step in 0..<12 {
        try change(session, step, &generator)
        var options = SolveOptions()
        options.method = step % 2 == 0 ? .dual : .primal
        let warm = try session.solve(options)
        let cold = try GLPKSolver().solve(session.program)
        #expect(warm.termination == cold.termination)
        guard warm.isOptimal else { continue }
        let difference = abs(warm.objective - cold.objective)
        #expect(difference <= 1e-8 * max(1, abs(cold.objective)))
        let verdict = OptimalityReferee().examine(warm, of: session.program)
        #expect(verdict.complaint == nil)
      }
    }
  }

  private func change(
    _ session: any SolverSession, _ step: Int, _ generator: inout SplitMix64
  ) throws {
    let program = session.program
    let column = Column(Int.random(in: 0..<program.columnCount, using: &generator))
    let low = Double(Int.random(in: -4...4, using: &generator))
    switch step % 4 {
    case 0:
      try session.setBounds(column, lower: low, upper: low + Double(step))
    case 1:
      try session.setCost(column, Double(Int.random(in: -8...8, using: &generator)))
    case 2 where program.rowCount > 0:
      let row = Row(Int.random(in: 0..<program.rowCount, using: &generator))
      try session.setBounds(row, lower: low, upper: low + 5)
    default:
      var expression = LinearExpression(constant: 1)
      expression.add(1, column)
      expression.add(0.5, Column(0))
      try session.addRow(expression, lower: -20, upper: 20 + low)
    }
  }

  @Test func `An optimum's basis takes no iterations to confirm, and few after a change`() throws {
    let program = largeTransportation
    let cold = try GLPKSolver().solve(program)
    #expect(cold.iterations > 100)
    let again = try GLPKSolver().solve(program, options: .standard, from: cold.basis)
    #expect(again.iterations == 0)
    #expect(abs(again.objective - cold.objective) <= 1e-9 * cold.objective)
    var changed = program
    changed.setBounds(Row(0), lower: -.infinity, upper: program.rowUpper[0] * 0.9)
    let warm = try GLPKSolver().solve(changed, options: .standard, from: cold.basis)
    #expect(warm.iterations * 5 < cold.iterations)
    #expect(abs(warm.objective - (try GLPKSolver().solve(changed).objective)) <= 1e-6)
  }

  @Test func `A basis may come from before rows were added`() throws {
    var program = largeTransportation
    let basis = try GLPKSolver().solve(program).basis
    program.row([(1, Column(0)), (1, Column(1))], upper: 5)
    let warm = try GLPKSolver().solve(program, options: .standard, from: basis)
    #expect(abs(warm.objective - (try GLPKSolver().solve(program).objective)) <= 1e-6)
  }

  /// 60 origins, 60 markets, seeded costs.
  private var largeTransportation: LinearProgram {
    var generator = SplitMix64(seed: 7)
    var program = LinearProgram()
    let lanes = (0..<60).map { _ in
      (0..<60).map { _ in program.addColumn(cost: .random(in: 1...100, using: &generator)) }
    }
    for origin in lanes { program.row(origin.map { (1, $0) }, upper: 110) }
    for market in 0..<60 {
      program.row(lanes.map { (1, $0[market]) }, lower: .random(in: 50...100, using: &generator))
    }
    return program
  }

  /// A market split problem (Cornuéjols and Dawande): tiny, and far beyond branch and cut.
  private var hopeless: LinearProgram {
    var generator = SplitMix64(seed: 3)
    var program = LinearProgram()
    let columns = (0..<40).map { _ in program.addColumn(upper: 1, integer: true) }
    for _ in 0..<5 {
      let weights = columns.map { _ in Double(Int.random(in: 0..<100, using: &generator)) }
      let half = (weights.reduce(0, +) / 2).rounded(.down)
      let over = program.addColumn(cost: 1)
      let under = program.addColumn(cost: 1)
      program.row(
        zip(weights, columns).filter { $0.0 != 0 }.map { ($0, $1) } + [(-1, over), (1, under)],
        lower: half, upper: half)
    }
    return program
  }

  @Test func `A time limit ends the search with the best point so far`() throws {
    var options = SolveOptions()
    options.timeLimit = .milliseconds(400)
    let clock = ContinuousClock()
    let began = clock.now
    let solution = try GLPKSolver().solve(hopeless, options: options, from: nil)
    #expect(clock.now - began < .seconds(4))
    #expect(solution.termination == .timeLimit)
    #expect(solution.primalStatus == .feasible)
    #expect(OptimalityReferee().examinePoint(solution, of: hopeless).complaint == nil)
    #expect(solution.bound <= solution.objective)
  }

  @Test func `No time at all is a time limit too`() throws {
    var options = SolveOptions()
    options.timeLimit = .zero
    for program in [LinearProgram.sunOil, .galenet, largeTransportation] {
      let solution = try GLPKSolver().solve(program, options: options, from: nil)
      #expect(solution.termination == .timeLimit)
    }
  }

  @Test func `An iteration limit ends the simplex method`() throws {
    var options = SolveOptions()
    options.iterationLimit = 10
    let solution = try GLPKSolver().solve(largeTransportation, options: options, from: nil)
    #expect(solution.termination == .iterationLimit)
    #expect(solution.iterations <= 10)
    // From where it stopped another solve goes on.
    let rest = try GLPKSolver().solve(largeTransportation, options: .standard, from: solution.basis)
    #expect(rest.isOptimal)
  }

  @Test func `Cancelling from another thread stops a search soon, and the session lives on`() throws
  {
    let cancellation = Cancellation()
    var options = SolveOptions()
    options.cancellation = cancellation
    let program = hopeless
    try GLPKSolver().withSession(program) { session in
      DispatchQueue.global().asyncAfter(deadline: .now() + 0.3) { cancellation.cancel() }
      let clock = ContinuousClock()
      let began = clock.now
      let solution = try session.solve(options)
      #expect(solution.termination == .cancelled)
      #expect(clock.now - began < .seconds(4))
      // Cancelled before it begins.
      #expect(try session.solve(options).termination == .cancelled)
      for index in program.integerColumns {
        try session.setBounds(Column(Int(index)), lower: 0, upper: 0)
      }
      let zero = try session.solve(.standard)
      #expect(zero.isOptimal)
    }
  }

  @Test func `Progress tells iterations, and of a search incumbent and gap`() throws {
    let reports = Mutex<[SolveProgress]>([])
    var options = SolveOptions()
    options.timeLimit = .milliseconds(500)
    options.progress = { report in reports.withLock { $0.append(report) } }
    _ = try GLPKSolver().solve(hopeless, options: options, from: nil)
    let all = reports.withLock(\.self)
    #expect(all.count > 3)
    #expect(all.contains { $0.incumbent != nil && ($0.gap ?? -1) >= 0 })
    #expect(zip(all, all.dropFirst()).allSatisfy { $0.elapsed <= $1.elapsed })
  }
}
