import GLPKSolver
import Hedging
import LinearProgramming
import Testing

@Suite("Rows that are added while worlds are solved")
struct BrokenRowsTests {
  /// Worlds that earn the decisions (x, y) at their own prices, inside a circle of radius 1 that only tangents state. Two
  /// such prices at a right angle share the angle between them.
  private static func problem(_ angles: [Double], isOwn: Bool) -> HedgeProblem {
    HedgeProblem(
      angles.enumerated().map { index, angle in
        var program = LinearProgram()
        let common = (0..<2).map { _ in program.addColumn(lower: -2, upper: 2, size: 1) }
        // The circle is about the decisions, or about own columns equal to them.
        var inside = common
        if isOwn {
          inside = (0..<2).map { _ in program.addColumn(lower: -2, upper: 2, size: 1) }
          for (column, other) in zip(inside, common) {
            var row = LinearExpression(column)
            row.add(-1, other)
            program.addRow(row, lower: 0, upper: 0)
          }
        }
        program.setCost(inside[0], -cosine(angle))
        program.setCost(inside[1], -cosine(90 - angle))
        let circle = (inside[0], inside[1])
        return HedgeWorld(
          name: "world \(index)", program: program, common: common, ownCost: -1,
          probability: 1 / Double(angles.count),
          brokenRows: { tangents(at: $0, circle.0, circle.1) })
      })
  }

  /// The tangent of the circle that a point outside it breaks.
  private static func tangents(at point: [Double], _ x: Column, _ y: Column) -> [LinearExpression] {
    let place = (point[x.index], point[y.index])
    let radius = (place.0 * place.0 + place.1 * place.1).squareRoot()
    guard radius > 1 + 1e-7 else { return [] }
    var tangent = LinearExpression(constant: -1)
    tangent.add(place.0 / radius, x)
    tangent.add(place.1 / radius, y)
    return [tangent]
  }

  /// The cosine of an angle in degrees, for the angles of this suite.
  private static func cosine(_ degrees: Double) -> Double {
    switch degrees {
    case 0: 1
    case 30: 3.0.squareRoot() / 2
    case 45: 0.5.squareRoot()
    case 60: 0.5
    case 90: 0
    default: .nan
    }
  }

  @Test(
    "Prices at a right angle share it, with a circle about the decisions or about own columns",
    arguments: [HedgeSolver.Method.whole, .decomposed], [false, true])
  func circle(method: HedgeSolver.Method, isOwn: Bool) throws {
    let problem = Self.problem([0, 90], isOwn: isOwn)
    var solver = HedgeSolver(problem, solver: GLPKSolver(), method: method)
    let half = 0.5.squareRoot()
    let least = try #require(try solver.solve(.regret).solution)
    #expect(least.isProven && abs(problem.worstRegret(of: least.costs) - (1 - half)) < 1e-6)
    #expect(least.common.allSatisfy { abs($0 - half) < 1e-3 })
    let cheapest = try #require(try solver.solve(.expected).solution)
    #expect(abs(problem.expectedCost(of: cheapest.costs) + half) < 1e-6)
    #expect(try solver.decidingWorlds(of: least) == [0, 1])
  }

  @Test(
    "A world between two others does not decide",
    arguments: [HedgeSolver.Method.whole, .decomposed])
  func between(method: HedgeSolver.Method) throws {
    let problem = Self.problem([0, 30, 60], isOwn: true)
    var solver = HedgeSolver(problem, solver: GLPKSolver(), method: method)
    let least = try #require(try solver.solve(.regret).solution)
    #expect(abs(problem.worstRegret(of: least.costs) - (1 - 3.0.squareRoot() / 2)) < 1e-6)
    #expect(try solver.decidingWorlds(of: least) == [0, 2])
  }

  @Test("Decisions outside the circle are not possible, and those on it cost what the prices say")
  func fixed() throws {
    var solver = HedgeSolver(Self.problem([0, 90], isOwn: true), solver: GLPKSolver())
    #expect(try solver.costs(with: [1, 1]) == [nil, nil])
    let costs = try solver.costs(with: [0.6, 0.8])
    #expect(zip(costs, [-0.6, -0.8]).allSatisfy { abs(($0 ?? 0) - $1) < 1e-6 })
  }
}
