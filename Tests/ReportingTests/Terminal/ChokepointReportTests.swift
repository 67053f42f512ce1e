import CaseSupport
import GLPKSolver
import Planning
import Sourcing
import Testing

@testable import Reporting
@testable import Scenarios

@Suite("The report on chokepoints")
struct ChokepointReportTests {
  private static func map(_ commodity: String) throws -> ChokepointMap {
    let solved = try SolvedCase("stress")
    let runner = StressRunner(
      instance: solved.instance, model: solved.model, plan: try #require(solved.result.plan),
      solver: GLPKSolver())
    let group = try #require(solved.instance.commodityGroup(commodity))
    return try ChokepointMap(runner: runner, of: solved.instance.home, commodity: group)
  }

  private static func text(_ points: [Chokepoint], _ map: ChokepointMap) -> String {
    ChokepointReport(points, map: map).lines(width: 400).map(\.text).joined(separator: "\n")
  }

  @Test("has no months safe where no final demand counts, and says so first")
  func nothingCounts() throws {
    let map = try Self.map("k0")
    let points = try map.chokepoints(sharing: Sharing())
    try #require(points.contains { $0.planned.homeLostMost > 1 })
    let text = Self.text(points, map)
    #expect(text.contains("Region R0 (R0) has no final demand for k0 itself in 2020 or 2022"))
    #expect(!text.contains("months safe") && !text.contains(">=12") && !text.contains("R0 k0"))
    let table = ReportTable.chokepoints(points, map: map)
    for name in [
      "lost_value_here", "time_to_survive", "exposed", "lost_value_here_today",
      "time_to_survive_today",
    ] {
      let place = try #require(table.columns.firstIndex(of: name))
      #expect((0..<table.rowCount).allSatisfy { table[$0, place] == .blank }, "\(name)")
    }
  }

  @Test("has months safe of a good with final demand, and the names of places")
  func counts() throws {
    let map = try Self.map("k1")
    let points = try map.chokepoints(sharing: Sharing())
    let text = Self.text(points, map)
    #expect(text.contains("Chokepoints upstream of k1, for Region R0 (R0)."))
    #expect(text.contains("months safe") && text.contains("R0 k1"))
    #expect(!text.contains("has no final demand"))
    let table = ReportTable.chokepoints(points, map: map)
    let place = try #require(table.columns.firstIndex(of: "exposed"))
    #expect((0..<table.rowCount).allSatisfy { table[$0, place] != .blank })
  }

  private static func point(_ region: Int, world: Double, home: Double) -> Chokepoint {
    let figures = { (world: Double, home: Double) in
      Chokepoint.Figures(
        lostValue: world, lostUndisturbed: 0, homeLostLeast: 0, homeLostMost: home,
        hasDemandHere: true,
        lostValueHere: 0, timeToSurvive: 12, timeToSurviveProRata: 12, share: 0,
        concentrationRisk: nil)
    }
    return Chokepoint(
      node: ChainNode(region: RegionIndex(region)), timeToRecover: 12, today: figures(0, 0),
      planned: figures(world, home))
  }

  @Test("shows the places that cost the world or home most, in their order")
  func cut() {
    let points = [
      Self.point(0, world: 90, home: 0), Self.point(1, world: 80, home: 1),
      Self.point(2, world: 70, home: 0), Self.point(3, world: 60, home: 50),
      Self.point(4, world: 0, home: 0),
    ]
    let regions = { (limit: Int) in
      ChokepointReport.mostImportant(points, limit: limit).map(\.node.region.position)
    }
    #expect(regions(1) == [0, 3])
    #expect(regions(2) == [0, 1, 3])
    #expect(regions(10) == [0, 1, 2, 3])
  }

  @Test("warns of a shortage without any disruption")
  func shortInPeace() throws {
    let map = try Self.map("k1")
    var point = Self.point(0, world: 9, home: 1)
    #expect(!Self.text([point], map).contains("Warning"))
    point.today.lostUndisturbed = 1664
    let text = Self.text([point], map)
    #expect(
      text.contains("Warning: even without a disruption all regions together lose 1,664 in 2020."))
  }

  @Test("says how many places it leaves out")
  func rest() throws {
    let map = try Self.map("k1")
    let points = (0..<3).map { Self.point($0, world: 0, home: 0) }
    #expect(Self.text(points, map).contains("No loss costs the world or home anything."))
    let some = [Self.point(0, world: 9, home: 1)] + points
    #expect(Self.text(some, map).contains("and 3 more with smaller losses or none"))
  }
}
