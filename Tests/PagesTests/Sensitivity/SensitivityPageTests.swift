import Charts
import Foundation
import Pages
import Reporting
import Sourcing
import SourcingFiles
import Statistics
import Studies
import TestSupport
import Testing

@Suite("The page on a sensitivity analysis")
struct SensitivityPageTests {
  private static let cost = PlanMeasure(name: "cost", figure: .cost)
  private static let assumptions = """
    assumption,table,where,column,low,high,title,source
    b-cost,facilities,facility=fb,unit_cost,0.5,3,<b>B</b>'s cost,assumption: made up
    c-cost,facilities,facility=fc,unit_cost,0.8,1.2,,assumption: made up

    """

  /// The page on a function of two assumptions; nil is a world without a plan.
  private static func page(
    claims: [String] = [], samples: Int = 0, measures: [PlanMeasure] = [cost],
    _ value: @escaping @Sendable ([Double]) -> Double?
  ) throws -> Page {
    try withTemporaryFolder { folder in
      try OneBuyer.write(
        to: folder, goal: "kind: reliance, of: A, upon: B, commodity: g, at_most: 50%",
        with: ["assumptions.csv": assumptions])
      let instance = try InstanceReader.read(folder: folder.path)
      let model = try ModelReader.read(file: folder.path + "/model.yaml", instance: instance)
      let question = SensitivityQuestion(
        factors: instance.assumptions.map {
          UncertainFactor(name: $0.id, shape: .uniform, range: -1...1)
        }, measures: measures, claims: try claims.map { try Claim($0, among: measures) },
        samples: samples)
      let memory = WorldMemory { point in
        value(point).map { found in WorldValues(.planned, measures.map { _ in found }) }
          ?? WorldValues(without: .noPlan, count: measures.count)
      }
      let context = SensitivityContext(
        instance: instance, model: model, assumptions: Array(instance.assumptions), cells: [])
      let found = try SensitivityRunner(question, of: memory, jobs: 1).run()
      let page = Page(sensitivity: found, context, making: .init(program: "p", command: "c"))
      let tables = SensitivityTables(found, context)
      PageNumbers.expectAll(of: page, in: [tables.measures, tables.tornado, tables.claims])
      return page
    }
  }

  @Test("the answer names the assumption that decides most, with its title and the ends")
  func answer() throws {
    let page = try Self.page { 100 + 10 * $0[0] + $0[1] }
    #expect(
      page.answer.text
        == "Total cost of all regions: 100.0 USD in the nominal world. What decides most is <b>B</b>'s cost (b-cost): "
        + "90.00 USD at its low end, 110.0 USD at its high end.")
    #expect(page.figures.map(\.value) == ["100.0 USD"])
    #expect(
      page.figures[0].compared == "moved most by <b>B</b>'s cost (b-cost): 90.00 to 110.0 USD")
    #expect(page.figures[0].range == nil)
    #expect(page.assumed.contains { $0.contains("--samples 200") })
    #expect(page.pictures.map(\.id) == ["tornado-cost"])
    let rows = page.pictures[0].data.objects
    #expect(rows.map { $0["assumption"] } == [.text("b-cost"), .text("c-cost")])
    #expect(rows.map { $0["_name"] } == [.text("<b>B</b>'s cost (b-cost)"), .text("c-cost")])
    #expect(rows.map { $0["low"] } == [.number(90), .number(99)])
  }

  @Test("an assumption that moves nothing is no bar, and is counted")
  func idle() throws {
    let page = try Self.page { 5 + $0[0] }
    #expect(page.pictures[0].data.rows.count == 1)
    #expect(page.pictures[0].sentence.hasSuffix(" One assumption does not move it."))
    let still = try Self.page { _ in 5 }
    #expect(still.pictures.isEmpty)
    #expect(still.answer.text.hasSuffix("No assumption alone moves it."))
    #expect(still.figures[0].compared == "no assumption alone moves it")
  }

  @Test("an end without a plan is said, and has no bar")
  func endWithoutPlan() throws {
    let page = try Self.page { $0[1] > 0.5 ? nil : 5 + $0[0] }
    #expect(page.answer.text.contains("What decides most is c-cost: it has no value"))
    let row = try #require(page.pictures[0].data.objects.first)
    #expect(row["high"] == PictureValue.none && row["high_ending"] == .text("no plan"))
    #expect(row["_high_note"] == .text("no plan at its high end"))
    #expect(row["_low_note"] == PictureValue.none)
  }

  @Test(
    "without a plan in the nominal world the answer is bad news, and says whether other worlds have one"
  )
  func noPlan() throws {
    let some = try Self.page { $0[0] > -0.5 ? nil : 5 }
    #expect(some.answer.mood == .bad && some.answer.text.contains("some other worlds"))
    let none = try Self.page { _ in nil }
    #expect(none.answer.text.contains("none in any other world"))
    #expect(none.figures.map(\.value) == ["no plan"])
  }

  @Test("sampled worlds give ranges, a distribution of as many rows, and shares of claims")
  func sampled() throws {
    let page = try Self.page(claims: ["cost < 8"], samples: 40) { 5 + 4 * $0[0] + $0[1] }
    #expect(
      page.pictures.map(\.id) == [
        "tornado-cost", "worlds-cost", "claims", "boxes", "correlations-cost",
      ])
    #expect(
      page.pictures[3].data.objects.first?["_name"] == .text("cost < 8: <b>B</b>'s cost (b-cost)"))
    #expect(page.pictures[1].data.rows.count == 40)
    #expect(page.pictures[1].further.map(\.table) == ["measures"])
    #expect(page.figures[0].range?.hasSuffix("(90% of 40 worlds)") == true)
    #expect(page.figures[1].label == "Total cost of all regions below 8 USD")
    #expect(page.figures[1].compared == "each alone stops it: <b>B</b>'s cost (b-cost)")
    #expect(page.answer.text.contains("holds in the nominal world and in"))
  }

  @Test("of very many worlds the first ones are drawn, and the picture says so")
  func many() throws {
    let page = try Self.page(samples: 2300) { 5 + $0[0] }
    let picture = try #require(page.pictures.first { $0.id == "worlds-cost" })
    #expect(picture.data.rows.count == 2000)
    #expect(picture.sentence.contains("the first 2000 of 2300 rows; all are in worlds.csv"))
  }

  @Test("a figure that is the same in all sampled worlds has no distribution")
  func still() throws {
    let page = try Self.page(samples: 20) { _ in 0.5 }
    #expect(!page.pictures.contains { $0.id == "worlds-cost" })
  }
}
