import Sourcing
import TestSupport
import Testing

@testable import Reporting

@Suite("Names beside ids")
struct NamesTests {
  private func names() -> Names {
    var instance = Instance(name: "two", horizon: Horizon(years: 2030...2031, discountRate: 0.05))
    instance.regions = [
      Region(id: "JPN", name: "Japan"), Region(id: "FRA", name: "France (with others)"),
      Region(id: "EUR", name: "EUR"), Region(id: "ZZZ"),
    ]
    let price = PerPeriod(repeating: 1.0, count: 2)
    instance.commodities = [
      Commodity(id: "ore", name: "Ore, washed", unit: "t", price: price),
      Commodity(id: "metal", unit: "t", price: price),
    ]
    instance.blocs = [
      RegionSet(id: "friends", members: [1, 3].map { RegionIndex($0) }),
      RegionSet(id: "world", members: Array(instance.regions.indices)),
    ]
    return Names(instance)
  }

  @Test("blocs are explained by their members")
  func blocs() {
    let names = names()
    #expect(names.blocs == ["friends": "France, ZZZ"])
    #expect(
      names.legend(for: ["29.0% in friends, 1.0% in world"], width: 100)
        == ["", "Blocs: friends = France, ZZZ."])
  }

  @Test("are shown where there are names that are not the ids")
  func shown() {
    let names = names()
    #expect(names.regions == ["JPN": "Japan", "FRA": "France (with others)"])
    #expect(names.commodities == ["ore": "Ore, washed"])
    #expect(
      ["JPN", "FRA", "EUR", "ZZZ"].map(names.row) == ["JPN Japan", "FRA France", "EUR", "ZZZ"])
    #expect(["JPN", "ore", "quad"].map(names.sentence) == ["Japan (JPN)", "Ore (ore)", "quad"])
  }

  @Test("stand for ids in a text, but not for plain words, nor in backquotes")
  func inWords() {
    var names = names()
    names.commodities["Nd_oxide"] = "neodymium oxide"
    #expect(
      names.inWords("At most 50% of JPN's Nd_oxide and rare_earths, no ore: see `JPN_x`, `FRA`.")
        == "At most 50% of Japan's neodymium oxide and rare earths, no ore: see `JPN_x`, `FRA`.")
  }

  @Test("have an article or a small letter in a sentence where they need it")
  func within() {
    var names = names()
    names.regions["USA"] = "United States"
    names.regions["NLD"] = "Netherlands"
    names.commodities = ["chips": "Packaged chips", "mag_x": "NdFeB magnets", "api": "API"]
    #expect(
      ["USA", "NLD", "JPN", "chips", "mag_x", "api"].map(names.within)
        == [
          "the United States", "the Netherlands", "Japan", "packaged chips", "NdFeB magnets", "API",
        ])
    #expect(
      names.inWords("At least 10% of USA's mag_x")
        == "At least 10% of the United States' NdFeB magnets")
    #expect(names.inWords("USA makes mag_x") == "The United States makes NdFeB magnets")
  }

  @Test("a report ends with the names that it has not shown yet")
  func legend() {
    let names = names()
    #expect(
      names.legend(for: ["At most 50% of JPN's ore from FRA."], width: 100) == [
        "", "Regions: FRA = France (with others); JPN = Japan.", "Commodities: ore = Ore, washed.",
      ])
    #expect(
      names.legend(for: ["Suppliers of ore to Japan (JPN)", "  FRA France  50%"], width: 100)
        == ["", "Commodities: ore = Ore, washed."])
    #expect(names.legend(for: ["ZZZ, EUR, FRANCE, core and JPN-2"], width: 100) == [])
    let narrow = names.legend(for: ["FRA JPN"], width: 30)
    #expect(narrow.count == 3 && narrow.allSatisfy { $0.count <= 30 })
  }
}
