import Sourcing
import Testing

@testable import Reporting

@Suite("Sources of a plan")
struct CitedSourceTests {
  private static func source(_ id: String, _ rows: [String: Int]) -> Source {
    var source = Source(
      id: id, title: "T-\(id)", publisher: "P", year: 2020, url: "https://example.org/\(id)")
    source.rows = rows
    return source
  }

  private static let instance = {
    var instance = Instance(name: "i", horizon: Horizon(years: 2020...2021, discountRate: 0))
    instance.listedSources = [
      source("a", ["demands": 1]), source("b", ["history": 2, "demands": 1]),
      source("c", ["disruptions": 9]), source("d", [:]), source("e", ["lanes": 1]),
    ]
    return instance
  }()

  @Test("are those of the tables that the model uses, of most rows first")
  func used() throws {
    let all = try #require(CitedSource.all(of: Self.instance, for: Model(for: Self.instance)))
    #expect(all.map(\.source) == ["b", "a", "e"])
    #expect(all[0].rows == 3 && all[0].tables == ["history": 2, "demands": 1])
    #expect(all[1].sentence == "T-a. P, 2020. https://example.org/a")
  }

  @Test("do not count history that the model ignores, and count disruptions that it foresees")
  func byModel() throws {
    let ignoring = Model(
      for: Self.instance, history: .ignore,
      risk: RiskTerm(
        against: [], of: RegionSet(id: "", members: []), periods: [], expected: 1, cvarLevel: 0.9,
        cvarWeight: 0))
    let all = try #require(CitedSource.all(of: Self.instance, for: ignoring))
    #expect(all.map(\.source) == ["c", "a", "b", "e"])
    #expect(all[2].tables == ["demands": 1])
  }

  @Test("are nil where no row cites one")
  func none() {
    var instance = Self.instance
    instance.listedSources = [Self.source("d", [:])]
    #expect(CitedSource.all(of: instance, for: Model(for: instance)) == nil)
  }
}
