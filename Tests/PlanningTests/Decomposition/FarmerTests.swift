import Formulation
import GLPKSolver
import LinearProgramming
import Planning
import Sourcing
import TestSupport
import Testing

/// The farmer of Birge and Louveaux, *Introduction to Stochastic Programming* (2011), section 1.1: acres of
/// wheat, corn and beets are chosen before the harvest is known, which is 20 % better, as usual or 20 % worse.
@Suite("Two-stage programs: the farmer")
struct FarmerTests {
  static let yields = [1.2, 1.0, 0.8].map { factor in [2.5, 3, 20].map { $0 * factor } }
  static let acres = [Column(0), Column(1), Column(2)]

  /// The cost of selling and buying after a harvest.
  static func recourse(_ yields: [Double], _ place: Int, bound: Column) -> Recourse {
    var whole = LinearProgram()
    for _ in acres { whole.addColumn() }
    for (place, (bought, sold, need)) in [(238.0, 170.0, 200.0), (210, 150, 240)].enumerated() {
      let buy = whole.addColumn(cost: bought)
      let sell = whole.addColumn(cost: -sold)
      let row = whole.addRow(lower: need)
      whole.add(yields[place], acres[place], to: row)
      whole.add(1, buy, to: row)
      whole.add(-1, sell, to: row)
    }
    let favourable = whole.addColumn(upper: 6000, cost: -36)
    let beyond = whole.addColumn(cost: -10)
    let row = whole.addRow(lower: 0)
    whole.add(yields[2], acres[2], to: row)
    whole.add(-1, favourable, to: row)
    whole.add(-1, beyond, to: row)
    return Recourse(
      .loss(.disruption(DisruptionIndex(place)), period: PeriodIndex(0)),
      program: RecourseProgram(whole, firstStageColumns: acres.count), bound: bound)
  }

  /// The least cost over harvests with their probabilities, by cuts.
  static func solve(_ harvests: [(probability: Double, yields: [Double])]) throws -> Solution {
    var master = LinearProgram()
    for cost in [150.0, 230, 260] { master.addColumn(cost: cost) }
    let land = master.addRow(upper: 500)
    for acre in acres { master.add(1, acre, to: land) }
    let recourses = harvests.enumerated().map { place, harvest in
      recourse(
        harvest.yields, place, bound: master.addColumn(lower: -1e6, cost: harvest.probability))
    }
    let cuts = RecourseCuts(recourses, solver: GLPKSolver())
    return try GLPKSolver().withSession(master) { session in
      while true {
        let solution = try session.solve(.standard)
        guard case .cuts(let found) = try cuts.separate(solution, .standard), !found.isEmpty else {
          return solution
        }
        for cut in found { try session.addRow(cut.expression, lower: -.infinity, upper: 0) }
      }
    }
  }

  @Test(
    "the recourse problem is worth 108,390, perfect information 7,015.56, the stochastic solution 1,150"
  )
  func knownValues() throws {
    let stochastic = try Self.solve(Self.yields.map { (1.0 / 3, $0) })
    #expect(abs(stochastic.objective + 108_390) < 1e-3)
    for (acre, known) in zip(Self.acres, [170.0, 80, 250]) {
      #expect(abs(stochastic[acre] - known) < 1e-6)
    }

    let known = try Self.yields.map { try Self.solve([(1, $0)]).objective }
    let waitAndSee = known.reduce(0, +) / 3
    #expect(abs(stochastic.objective - waitAndSee - 7015.56) < 0.01)

    let mean = try Self.solve([(1, Self.yields[1])])
    #expect(abs(mean.objective + 118_600) < 1e-3)
    let cuts = RecourseCuts(
      Self.yields.enumerated().map { Self.recourse($1, $0, bound: Column(3)) },
      solver: GLPKSolver())
    let values = try #require(try cuts.values(at: mean.values, .standard))
    let planting = zip(Self.acres, [150.0, 230, 260]).reduce(0) { $0 + mean[$1.0] * $1.1 }
    let meanPlan = planting + values.reduce(0, +) / 3
    #expect(abs(meanPlan - stochastic.objective - 1150) < 0.01)
  }
}
