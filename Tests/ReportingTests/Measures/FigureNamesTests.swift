import Foundation
import Reporting
import SourcingFiles
import Studies
import TestSupport
import Testing

@Suite("What figures are called for people")
struct FigureNamesTests {
  private static func names(_ parameters: String = "{}") throws -> FigureNames {
    try withTemporaryFolder { folder in
      try OneBuyer.write(
        to: folder, goal: "kind: reliance, of: A, upon: B, commodity: g, at_most: 50%",
        with: [
          "instance.yaml": (OneBuyer.files["instance.yaml"] ?? "") + "parameters: \(parameters)\n",
          "regions.csv": "region,name\nA,\"Aland, north\"\nB,Bland\nC,\n",
        ])
      return FigureNames(try InstanceReader.read(folder: folder.path))
    }
  }

  @Test("each figure has a title of its own, without ids")
  func titles() throws {
    let names = try Self.names("{focus: g, rival: B}")
    let figures = RunFigure.all(sharing: ["own"])
    let titles = figures.map { names.title(of: $0) }
    #expect(Set(titles).count == figures.count)
    #expect(titles.allSatisfy { !$0.contains("_") && $0.first?.isLowercase == true })
    #expect(names.title(of: .homeBill) == "bill of Aland")
    #expect(names.title(of: .reliance) == "reliance of Aland upon Bland for g, 2025")
    let change = PlanMeasure(name: "change_cost", figure: .cost, isChange: true)
    #expect(
      names.title(of: change, against: "without goals")
        == "total cost of all regions, more than without goals")
  }

  @Test("values have units, and differences a sign")
  func values() throws {
    let names = try Self.names()
    #expect(names.value(12, of: .init(name: "cost", figure: .cost)) == "12.00 USD")
    #expect(names.value(12, of: .init(name: "extra_cost", figure: .extraCost)) == "+12.00 USD")
    #expect(names.value(0.5, of: .reliance) == "50.0%")
    let change = PlanMeasure(name: "change_reliance", figure: .reliance, isChange: true)
    #expect(names.value(-0.25, of: change) == "-25.00 percentage points")
    #expect(names.unit(of: .cost) == "USD, discounted" && names.unit(of: .goals) == "")
  }

  @Test("names that an instance does not have are words, also when they are read again")
  func unknown() throws {
    let names = try Self.names()
    #expect(names.title(of: .reliance) == "reliance of Aland upon the rival for the focus, 2025")
    #expect(
      FigureNames.unknown.title(of: .largestShare)
        == "share of the largest source of the focus outside home, the last period")
    let text = try JSONEncoder().encode(names)
    #expect(try JSONDecoder().decode(FigureNames.self, from: text) == names)
  }
}
