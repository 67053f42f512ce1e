import LinearProgramming
import Testing

/// The referee accepts an optimum computed by hand, and refuses it if anything in it is wrong.
@Suite struct OptimalityRefereeTests {
  /// minimise 2x + 3y + 1 with x + y ≥ 4, x ≤ 3, x − y ≤ 5. The optimum is x = 3, y = 1; the dual value of the first
  /// row is 3.
  private var program: LinearProgram {
    var program = LinearProgram()
    program.constant = 1
    let x = program.addColumn(upper: 3, cost: 2)
    let y = program.addColumn(cost: 3)
    let demand = program.addRow(lower: 4)
    program.add(1, x, to: demand)
    program.add(1, y, to: demand)
    let slack = program.addRow(upper: 5)
    program.add(1, x, to: slack)
    program.add(-1, y, to: slack)
    return program
  }

  private var optimum: Solution {
    Solution(
      termination: .optimal, primalStatus: .feasible, dualStatus: .feasible, objective: 10,
      bound: 10, values: [3, 1], activities: [4, 2], rowDuals: [3, 0], reducedCosts: [-1, 0])
  }

  @Test("an optimum is accepted")
  func optimumAccepted() {
    let verdict = OptimalityReferee().examine(optimum, of: program)
    #expect(verdict.isAccepted)
    #expect(verdict.complaint == nil)
  }

  struct Flaw: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var complaint: String
    var spoil: @Sendable (inout Solution) -> Void

    init(_ name: String, _ complaint: String, _ spoil: @escaping @Sendable (inout Solution) -> Void)
    {
      testDescription = name
      self.complaint = complaint
      self.spoil = spoil
    }
  }

  static let flaws: [Flaw] = [
    Flaw("beyond a column's bound", "the bounds of column 0") { $0.values = [3.001, 1] },
    Flaw("beyond a row's bound", "the bounds of row 0") { $0.values = [3, 0.999] },
    Flaw("not the best point", "complementarity at row 0") {
      $0.values = [3, 1.01]
      $0.objective = 10.03
    },
    Flaw("another objective than the point's", "the reported objective") { $0.objective = 9.99 },
    Flaw("a dual of the wrong sign", "dual feasibility at row 1") {
      $0.rowDuals = [3, 0.5]
      $0.reducedCosts = [-1.5, 0.5]
    },
    Flaw("reduced costs that are none", "the reduced cost of column 0") {
      $0.reducedCosts = [-0.9, 0]
    },
    Flaw("duals of another vertex", "the duality gap") {
      $0.rowDuals = [2, 0]
      $0.reducedCosts = [0, 1]
    },
    Flaw("no finite value", "not finite") { $0.values = [3, .nan] },
    Flaw("no finite dual", "not finite") { $0.rowDuals = [.nan, 0] },
    Flaw("an objective that is no number", "the reported objective") { $0.objective = .nan },
    Flaw("a reduced cost that is no number", "the reduced cost of column 1") {
      $0.reducedCosts = [-1, .nan]
    },
    Flaw("a value too few", "one value per column") { $0.values = [3] },
    Flaw("no duals", "one dual per row") { $0.rowDuals = [] },
  ]

  @Test("a flawed solution is refused with its flaw", arguments: flaws)
  func flawedSolutionRefused(flaw: Flaw) throws {
    var solution = optimum
    flaw.spoil(&solution)
    let verdict = OptimalityReferee().examine(solution, of: program)
    #expect(!verdict.isAccepted)
    let complaint = try #require(verdict.complaint)
    #expect(complaint.contains(flaw.complaint), "\(complaint)")
  }

  @Test("the size of the numbers does not matter", arguments: [1e-6, 1e-3, 1, 1e3, 1e6])
  func sizeNumbersDoes(scale: Double) {
    var scaled = program
    scaled.constant *= scale
    for c in 0..<2 { scaled.setCost(Column(c), program.cost[c] * scale) }
    var solution = optimum
    solution.objective *= scale
    solution.rowDuals = optimum.rowDuals.map { $0 * scale }
    solution.reducedCosts = optimum.reducedCosts.map { $0 * scale }
    #expect(OptimalityReferee().examine(solution, of: scaled).complaint == nil)
    solution.rowDuals[0] *= 0.999
    #expect(OptimalityReferee().examine(solution, of: scaled).complaint != nil)
  }

  @Test("when maximising, the signs are reversed")
  func maximisingSignsOther() {
    var program = program
    program.sense = .maximise
    program.setBounds(Row(0), lower: -.infinity, upper: 4)
    // The optimum is y alone, with 3 for each unit.
    let solution = Solution(
      termination: .optimal, objective: 13, values: [0, 4], rowDuals: [3, 0], reducedCosts: [-1, 0])
    #expect(OptimalityReferee().examine(solution, of: program).complaint == nil)
    var wrong = solution
    wrong.rowDuals = [-3, 0]
    wrong.reducedCosts = [5, 6]
    #expect(OptimalityReferee().examine(wrong, of: program).complaint != nil)
  }

  @Test("whole columns must be whole, and are fixed when duals are checked")
  func wholeColumnsMust() {
    var program = LinearProgram()
    let lots = program.addColumn(upper: 10, cost: 5, integer: true)
    let rest = program.addColumn(upper: 1, cost: 3)
    let row = program.addRow(lower: 4.5)
    program.add(2, lots, to: row)
    program.add(1, rest, to: row)
    let solution = Solution(
      termination: .optimal, objective: 11.5, values: [2, 0.5], rowDuals: [3],
      reducedCosts: [-1, 0])
    #expect(OptimalityReferee().examine(solution, of: program).complaint == nil)
    var broken = solution
    broken.values = [2.25, 0]
    broken.objective = 11.25
    let complaint = OptimalityReferee().examine(broken, of: program).complaint
    #expect(complaint?.contains("the integrality of column 0") == true)
    #expect(OptimalityReferee().examinePoint(broken, of: program).complaint != nil)
    #expect(OptimalityReferee().examinePoint(solution, of: program).complaint == nil)
  }
}
