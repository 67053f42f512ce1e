import GLPKSolver
import Synchronization
import Testing

@testable import LinearProgramming

/// What a solve of a MIP reports of its best point and its bound.
@Suite("Progress of a search")
struct SearchProgressTests {
  /// Depots of fixed cost that serve customers: 10 whole columns, and 250 others. The costs are of the size of `money`,
  /// the amounts of the size of `size`.
  static func depots(
    seed: UInt64, money: Double = 1, size: Double = 1, constant: Double = 0, maximised: Bool = false
  ) -> LinearProgram {
    var state = seed
    func draw() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 33) / Double(1 << 31)
    }
    let (depots, customers) = (10, 25)
    let sign = maximised ? -1.0 : 1
    var program = LinearProgram(sense: maximised ? .maximise : .minimise)
    program.constant = constant
    let open = (0..<depots).map { _ in
      program.addColumn(lower: 0, upper: 1, cost: sign * money * (2 + 3 * draw()), integer: true)
    }
    let rows = (0..<customers).map { _ in
      program.addRow(lower: size * (1 + draw()), upper: .infinity)
    }
    for depot in open {
      let capacity = program.addRow(lower: -.infinity, upper: 0)
      program.add(-size * (6 + 4 * draw()), depot, to: capacity)
      for row in rows {
        let flow = program.addColumn(
          lower: 0, upper: .infinity, cost: sign * money * (0.1 + draw()) / size)
        program.add(1, flow, to: row)
        program.add(1, flow, to: capacity)
      }
    }
    return program
  }

  /// The solution of a program, and what was reported on the way.
  private func solved(_ program: LinearProgram) throws -> (Solution, [SolveProgress.Search]) {
    let reports = Mutex<[SolveProgress]>([])
    var options = SolveOptions()
    options.objectiveIsResult = true
    options.progress = { report in reports.withLock { $0.append(report) } }
    let solution = try GLPKSolver().solve(program, options: options, from: nil)
    let all = reports.withLock(\.self)
    #expect(all.allSatisfy { $0.objectiveIsResult })
    return (solution, all.compactMap(\.search))
  }

  /// Checks that no report contradicts the optimum, and that the last one is the optimum.
  private func check(_ searches: [SolveProgress.Search], _ solution: Solution, sign: Double) throws
  {
    #expect(solution.isOptimal)
    let optimum = solution.objective
    let tolerance = 1e-6 * abs(optimum)
    for search in searches {
      if let point = search.incumbent { #expect(sign * point >= sign * optimum - tolerance) }
      if let bound = search.bound { #expect(sign * bound <= sign * optimum + tolerance) }
    }
    let last = try #require(searches.last)
    #expect(last.incumbent == optimum && last.bound == solution.bound)
    #expect(try #require(last.gap) <= 1e-9)
    // Before the end, some reports have a bound that is not the optimum: the search was not over at once.
    #expect(searches.contains { $0.bound.map { abs($0 - optimum) > tolerance } ?? false })
    #expect(searches.count > 3)
  }

  @Test(
    "points and bounds that are reported are those of the program as it was given, whatever the units",
    arguments: [(1.0, 1.0), (1e6, 1), (1e-6, 1e3), (3e4, 1e-4)])
  func units(money: Double, size: Double) throws {
    let program = Self.depots(seed: 7, money: money, size: size)
    let (solution, searches) = try solved(program)
    try check(searches, solution, sign: 1)
  }

  @Test("they have the constant of the objective")
  func constant() throws {
    let (plain, _) = try solved(Self.depots(seed: 3))
    let (solution, searches) = try solved(Self.depots(seed: 3, constant: 1e3))
    try check(searches, solution, sign: 1)
    #expect(abs(solution.objective - plain.objective - 1e3) < 1e-6)
  }

  @Test("they are right for a maximum")
  func maximum() throws {
    let (solution, searches) = try solved(Self.depots(seed: 5, constant: 40, maximised: true))
    try check(searches, solution, sign: -1)
  }

  @Test("they are right after the costs have changed by much in a session")
  func changedCosts() throws {
    let program = Self.depots(seed: 11, constant: 50)
    let reports = Mutex<[SolveProgress]>([])
    var options = SolveOptions()
    options.progress = { report in reports.withLock { $0.append(report) } }
    let solution = try GLPKSolver().withSession(program) { session in
      _ = try session.solve(.standard)
      for column in 0..<program.columnCount {
        try session.setCost(Column(column), 1e5 * program.cost[column])
      }
      return try session.solve(options)
    }
    try check(reports.withLock { $0.compactMap(\.search) }, solution, sign: 1)
  }

  @Test("with a cost far above the others, the point that is reported has its real cost")
  func loweredCosts() throws {
    var program = Self.depots(seed: 2)
    // One customer may be left out, at a cost that the search lowers, and must be: he needs more than there is.
    let missing = program.addColumn(lower: 0, upper: .infinity, cost: 1e9)
    program.add(1, missing, to: Row(0))
    program.setBounds(Row(0), lower: 200, upper: .infinity)
    #expect(program.withModerateCosts() != nil)
    let (solution, searches) = try solved(program)
    #expect(solution.isOptimal && solution.objective > 1e10)
    let last = try #require(searches.last)
    #expect(last.incumbent == solution.objective)
    for search in searches {
      if let point = search.incumbent { #expect(point >= solution.objective * (1 - 1e-9)) }
      if let bound = search.bound { #expect(bound <= solution.objective * (1 + 1e-9)) }
    }
  }

  @Test("a linear program has no search")
  func linearProgram() throws {
    let (solution, searches) = try solved(Self.depots(seed: 7).relaxation)
    #expect(solution.isOptimal && searches.isEmpty)
  }
}
