import Sourcing
import TestSupport
import Testing

@testable import SourcingFiles

/// The conversion to other units covers everything.
struct RestatingTests {
  @Test("every column with numbers has a unit that can be converted")
  func knowsColumns() throws {
    let columns = TableSchema.all.values.flatMap(\.columns).filter(\.holdsNumbers)
    #expect(columns.count > 30)
    // The unit of a published figure is that of the row's kind.
    let byRow = columns.filter { $0.unit == TableSchema.publishedUnit }
    #expect(byRow.map(\.name) == ["published"])
    for column in columns where column.unit != TableSchema.publishedUnit {
      _ = try UnitKind(column)
    }
  }

  @Test("a new unit is an error")
  func refusesUnknown() {
    let column = ColumnSchema.number("area", "hectares", "how large")
    #expect(throws: UnknownUnit.self) { try UnitKind(column) }
  }

  @Test("each number of the sample is converted by its unit")
  func restatesSample() throws {
    let files = InstanceFiles(SampleInstance.bytes)
    let restatement = Restatement(
      quantities: ["ore": 1000, "oxide": 10, "magnet": 10], money: 100)
    let restated = try files.restated(restatement)
    let text = { (name: String) in String(decoding: restated.bytes[name] ?? [], as: UTF8.self) }
    #expect(
      text("checks.csv").contains("2020,0.9,0.1\n") && text("checks.csv").contains("2020,400,\n"))
    #expect(text("commodities.csv").contains("ore,0.001 t,0.1\noxide,0.1 t,500\n"))
    #expect(text("recipes.csv").contains("separate,ore,input,1000\nsinter,oxide,input,0.4\n"))
    #expect(text("facilities.csv").contains("m1,mine,CHN,2000000,0.2,,,\n"))
    #expect(text("facilities.csv").contains("s1,separate,CHN,1500,100,50,,\n"))
    #expect(text("capacities.csv").contains("s1,2021,1400,110,\nm2,2022,,0.35"))
    #expect(text("prices.csv").contains("finals,*,700\n"))
    #expect(
      text("lanes.csv").contains(
        "ore,*,*,0.1,,,\noxide,*,*,10,,,\nmagnet,*,*,10,,,\noxide,CHN,allies,20,0.05,,2021\n"))
    #expect(text("lanes.csv").contains("finals,AUS,JPN,15,,5000,\n"))
    #expect(text("quotas.csv").contains("q,oxide,CHN,*,900,\n"))
    #expect(text("demands.csv").contains("JPN,magnet,*,400,10000\n"))
    #expect(text("stockpiles.csv").contains("w,JPN,oxide,50,200,1,100,0.01,10,50\n"))
    #expect(text("programmes.csv").contains("fund,JPN,100000,0.5,2020,2021\n"))
    #expect(text("projects.csv").contains("p1,separate,JPN,300,400,120,1,1000,50,2020,2021,20,"))
    #expect(text("contracts.csv").contains("c,oxide,AUS,JPN,50,2021,2022,700,650\n"))
    #expect(text("history.csv").contains("oxide,CHN,JPN,2020,200\n"))
    #expect(restated.bytes["disruptions.csv"] == files.bytes["disruptions.csv"])
  }

  @Test("money and penalties of goals are converted by their unit, after parameters are filled in")
  func restatesModel() throws {
    var files = InstanceFiles(SampleInstance.bytes)
    files.bytes["model.yaml"] = Array(
      """
      name: policy
      parameters: {limit: 300, soft: 7}
      goals:
        - {kind: capex, at_most: $limit, penalty: 2}
        - {kind: reliance, upon: $rival, commodity: $focus, at_most: 50%, penalty: $soft}
        - {kind: plus_one, beyond: $rival, commodity: $focus, each_at_least: 10%, penalty: 3}
        - {kind: cost, at_most: 1000}

      """.utf8)
    let restatement = Restatement(quantities: ["ore": 2, "oxide": 10, "magnet": 10], money: 100)
    let restated = try files.restated(restatement)
    let text = String(decoding: restated.bytes["model.yaml"] ?? [], as: UTF8.self)
    for piece in [
      "at_most: 30000\n  penalty: 2\n", "at_most: 50%\n  penalty: 70\n", "10%\n  penalty: 300\n",
      "at_most: 100000\n",
    ] {
      #expect(text.contains(piece), "\(text)")
    }
  }

  @Test("quantities that are added up are converted by the same factor")
  func ties() {
    let files = InstanceFiles(SampleInstance.bytes)
    #expect(Set(TiedCommodities(files).sets) == [["ore"], ["oxide", "magnet"]])
  }

  @Test("the conversion covers all keys of models")
  func knowsModelKeys() {
    #expect(Set(YAMLMapping.model.keyNames) == ModelKeys.all)
    for kind in Goal.KindName.allCases {
      #expect(Set(kind.mapping.keyNames).isSubset(of: ModelKeys.ofGoals), "\(kind)")
    }
  }
}
