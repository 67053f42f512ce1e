import GLPKSolver
import LinearProgramming
import Testing

/// Programs on which a simplex method with fixed tolerances gives wrong answers.
@Suite("Numbers of very different size")
struct NumericsTests {
  @Test(
    "one huge cost does not hide a cheaper choice elsewhere", arguments: [1e9, 1e10, 1e12, 1e15])
  func hugeCost(_ huge: Double) throws {
    // Two ways to serve each demand, which differ by less than 1e-10 of the huge cost.
    var program = LinearProgram()
    for demand in 1...6 {
      let dear = program.addColumn(cost: 2 + Double(demand))
      let cheap = program.addColumn(upper: 10, cost: 2)
      let unserved = program.addColumn(cost: demand == 1 ? huge : 1000)
      let row = program.addRow(lower: 10, upper: 10)
      for column in [dear, cheap, unserved] { program.add(1, column, to: row) }
    }
    let solution = try GLPKSolver().solve(program)
    #expect(solution.isOptimal)
    #expect(abs(solution.objective - 120) < 1e-9)
  }

  @Test("quantities of any size are served", arguments: [1e-12, 1e-9, 1e-3, 1, 1e6, 1e9, 1e12])
  func anyUnit(_ unit: Double) throws {
    var program = LinearProgram()
    let near = program.addColumn(upper: 0.4 * unit, cost: 1 / unit, size: unit)
    let far = program.addColumn(cost: 3 / unit, size: unit)
    let row = program.addRow(lower: unit, upper: unit)
    program.add(1, near, to: row)
    program.add(1, far, to: row)
    let solution = try GLPKSolver().solve(program)
    #expect(abs(solution.objective - 2.2) < 1e-9)
  }

  @Test(
    "scarce supply next to a huge cost does not hide an expensive lane elsewhere",
    arguments: [1e9, 1e10, 1e12])
  func scarceSupply(_ huge: Double) throws {
    // One market can just be served, or not quite; the other has a cheap lane and an expensive one.
    for supply in [10.0, 9] {
      var program = LinearProgram()
      let scarce = program.addColumn(upper: supply, cost: 1)
      let unserved = program.addColumn(cost: huge)
      let dear = program.addColumn(upper: 1000, cost: 1.9)
      let cheap = program.addColumn(upper: 1000, cost: 1)
      let first = program.addRow(lower: 10, upper: 10)
      let second = program.addRow(lower: 500, upper: 500)
      for column in [scarce, unserved] { program.add(1, column, to: first) }
      for column in [dear, cheap] { program.add(1, column, to: second) }
      // From the worst basis, in which all is on the expensive lane.
      let basis = Basis(
        columns: [.atUpper, .basic, .basic, .atLower], rows: [.fixed, .fixed])
      let solution = try GLPKSolver().solve(program, options: .standard, from: basis)
      #expect(solution.isOptimal)
      #expect(abs(solution[cheap] - 500) < 1e-6)
      #expect(abs(solution[dear]) < 1e-6)
      // The referee alone detects it too.
      var wrong = solution
      (wrong.values[dear.index], wrong.values[cheap.index]) = (500, 0)
      wrong.activities = program.activities(at: wrong.values)
      wrong.objective = program.objective(at: wrong.values)
      wrong.rowDuals[second.index] = 1.9
      wrong.reducedCosts = program.reducedCosts(rowDuals: wrong.rowDuals)
      #expect(!OptimalityReferee().examine(wrong, of: program).isAccepted)
    }
  }

  @Test("a certificate may have rows in very different units", arguments: [1e-13, 1e-6, 1, 1e9])
  func certificateAcrossUnits(_ price: Double) throws {
    // 1e6 must be made, in some unit, and money is less than that costs.
    let amount = 1e6 / price
    var program = LinearProgram()
    let made = program.addColumn(size: amount)
    let demand = program.addRow(lower: amount)
    let money = program.addRow(upper: 0.9e6)
    program.add(1, made, to: demand)
    program.add(price, made, to: money)
    let solution = try GLPKSolver().solve(program)
    #expect(solution.termination == .infeasible)
    #expect(try #require(solution.certificate).isProof(for: program))
  }

  /// Plants that are built whole, and demands of which the first has a huge shortage cost.
  private static func plants(_ huge: Double, capacity: Double) -> LinearProgram {
    var program = LinearProgram()
    for k in 1...6 {
      let row = program.addRow(lower: 10, upper: 10)
      for cost in [30.0, 31] {
        let built = program.addColumn(upper: 1, cost: cost, integer: true)
        program.add(capacity, built, to: row)
      }
      program.add(1, program.addColumn(cost: k == 1 ? huge : 20), to: row)
      program.add(-1, program.addColumn(), to: row)
    }
    return program
  }

  @Test("a shortage at a huge cost that cannot be avoided is as small as possible")
  func unavoidableHugeCost() throws {
    // Two plants of 4 serve 8 of 10: the first market pays 61 + 2·huge, each other 61 + 40 (not 200).
    let solution = try GLPKSolver().solve(Self.plants(1e10, capacity: 4))
    #expect(solution.isOptimal)
    #expect(abs(solution.objective - (2e10 + 61 + 5 * 101)) < 1)
    #expect(abs(solution.values[2] - 2) < 1e-9)
  }

  @Test("a program with a huge cost ends at its time limit, and at its optimum without one")
  func timeLimit() throws {
    var options = SolveOptions()
    options.timeLimit = .zero
    let program = Self.plants(1e10, capacity: 20)
    let stopped = try GLPKSolver().solve(program, options: options, from: nil)
    #expect(stopped.termination == .timeLimit)
    let whole = try GLPKSolver().solve(program)
    #expect(whole.isOptimal && abs(whole.objective - 180) < 1e-9)
  }

  @Test("an infeasible answer of branch and cut is proven by branching")
  func infeasibleWholeProgramIsProven() throws {
    // x + y + z = 1.5 with whole columns: the relaxation has a point.
    var program = LinearProgram()
    let row = program.addRow(lower: 3, upper: 3)
    for _ in 0..<3 {
      program.add(2, program.addColumn(upper: 1, integer: true), to: row)
    }
    let solution = try GLPKSolver().solve(program)
    #expect(solution.termination == .infeasible)
    #expect(!solution.isUnproven)
  }

  @Test("an infeasible search that is too large to be proven is marked as unproven")
  func largeInfeasibleSearchIsUnproven() throws {
    // Σ 2·x = an odd number over many columns: branching needs a node for nearly every choice.
    var program = LinearProgram()
    let row = program.addRow(lower: 15, upper: 15)
    for _ in 0..<16 {
      program.add(2, program.addColumn(upper: 1, integer: true), to: row)
    }
    let solution = try GLPKSolver().solve(program)
    #expect(solution.termination == .infeasible)
    #expect(solution.isUnproven)
  }

  @Test("a huge cost does not change which whole choice is best")
  func hugeCostWithWholeColumns() throws {
    var program = LinearProgram()
    for k in 1...8 {
      let cheapPlant = program.addColumn(upper: 1, cost: 3, integer: true)
      let dearPlant = program.addColumn(upper: 1, cost: 3.001, integer: true)
      let unserved = program.addColumn(upper: 1, cost: k == 1 ? 1e12 : 50)
      let row = program.addRow(lower: 1)
      for column in [cheapPlant, dearPlant, unserved] { program.add(1, column, to: row) }
    }
    let solution = try GLPKSolver().solve(program)
    #expect(abs(solution.objective - 24) < 1e-9)
  }
}
