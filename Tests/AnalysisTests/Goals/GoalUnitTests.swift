import Sourcing
import TestSupport
import Testing

@Suite("Units of goals")
struct GoalUnitTests {
  private static let regions = RegionSet(id: "A", members: [0])
  private static let kinds: [(kind: Goal.Kind, unit: Goal.Unit, step: Double)] = [
    (.reliance(upon: regions, basis: .supply, trace: .direct), .share, 0.01),
    (.reliance(upon: regions, basis: .supply, trace: .chain), .share, 0.01),
    (.largestSource(basis: .imports), .share, 0.01),
    (.hhi(basis: .supply), .index, 0.01),
    (.plusOne(beyond: regions, sources: 2), .share, 0.01),
    (.cover, .days, 1),
    (.service, .share, 0.01),
    (.capex(projects: []), .money, 1),
    (.subsidy(programme: 0), .money, 1),
    (.cost, .money, 1),
    (.resilience(against: .disruptions([0]), eachMonth: nil), .share, 0.01),
  ]

  @Test("each kind has a unit and a step for its shadow price", arguments: kinds)
  func units(kind: Goal.Kind, unit: Goal.Unit, step: Double) {
    #expect(kind.unit == unit)
    #expect(kind.unit.step == step)
    #expect(kind.unit.isFraction == (unit == .share || unit == .index))
  }

  @Test("kinds of goals about partners name these partners")
  func partners() {
    let partners = Self.kinds.map { $0.kind.partner }
    #expect(partners.compactMap(\.self).count == 3)
    #expect(partners[0] == Self.regions && partners[4] == Self.regions)
  }
}
