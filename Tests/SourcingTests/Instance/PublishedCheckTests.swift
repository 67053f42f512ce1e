import Sourcing
import TestSupport
import Testing

@Suite("A check against a published figure")
struct PublishedCheckTests {
  private static func check(
    _ kind: PublishedCheck.Kind, _ published: Double, tolerance: Double
  ) -> PublishedCheck {
    let region = RegionSet(id: "A", members: [0])
    return PublishedCheck(
      id: "c", kind: kind, commodity: CommodityGroup(id: "g", members: [0]), region: region,
      partner: kind.hasPartner ? region : nil, period: 0, published: published,
      tolerance: tolerance)
  }

  @Test("of a share accepts a difference up to the tolerance itself")
  func shares() {
    let kinds = PublishedCheck.Kind.allCases.filter(\.isShare)
    #expect(kinds == [.supplyShare, .lookThroughShare, .productionShare])
    for kind in kinds {
      let check = Self.check(kind, 0.5, tolerance: 0.05)
      // 0.55 − 0.5 is a little more than 0.05 in binary numbers.
      for figure in [0.45, 0.5, 0.55] { #expect(check.accepts(figure), "\(figure)") }
      for figure in [0.449, 0.551, 0, 1] { #expect(!check.accepts(figure), "\(figure)") }
    }
    #expect(Self.check(.supplyShare, 0, tolerance: 0.05).accepts(0.05))
    #expect(!Self.check(.supplyShare, 0, tolerance: 0.05).accepts(0.051))
  }

  @Test("of a quantity or price accepts a part of the published figure")
  func amounts() {
    let kinds = PublishedCheck.Kind.allCases.filter { !$0.isShare }
    #expect(kinds == [.demand, .production, .price])
    for kind in kinds {
      for size in [1e-9, 1, 1e9] {
        let check = Self.check(kind, 200 * size, tolerance: 0.05)
        for figure in [190.0, 200, 210] { #expect(check.accepts(figure * size), "\(figure)") }
        for figure in [189.9, 210.1, 0, -200] {
          #expect(!check.accepts(figure * size), "\(figure)")
        }
      }
    }
  }

  @Test("of a published 0 accepts nothing else, of whatever size")
  func zero() {
    let check = Self.check(.production, 0, tolerance: 0.05)
    #expect(check.accepts(0))
    for figure in [1e-9, 1, 1e9] { #expect(!check.accepts(figure)) }
  }

  @Test("with a tolerance of 0 accepts rounding and no more")
  func exact() {
    for kind in PublishedCheck.Kind.allCases {
      let check = Self.check(kind, 0.3, tolerance: 0)
      #expect(check.accepts(0.1 + 0.2) && check.accepts(0.3 + 1e-8))
      #expect(!check.accepts(0.3 + 1e-5))
    }
  }

  @Test("has the tolerance of 5 % where none is given")
  func standard() {
    let region = RegionSet(id: "A", members: [0])
    let check = PublishedCheck(
      id: "c", kind: .demand, commodity: CommodityGroup(id: "g", members: [0]), region: region,
      period: 0, published: 100)
    #expect(check.accepts(105) && !check.accepts(105.1))
  }
}
