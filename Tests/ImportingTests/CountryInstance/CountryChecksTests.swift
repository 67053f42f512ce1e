import Tables
import Testing

@testable import Importing

@Suite("Questions about a country that files cannot answer")
struct CountryChecksTests {
  private func problems(_ make: () throws -> CountryInstance) -> [String] {
    let found = #expect(throws: InputProblems.self) { _ = try make() }
    return found?.problems.map(\.message) ?? []
  }

  @Test("a good that home does not import is named, with what it imports")
  func notImported() {
    var world = CountryWorld.graphite
    world.add("CHN", "KOR", 10, code: "251110")
    world.add("CHN", "JPN", 10, code: "252910", years: 2021...2022)
    #expect(
      problems { try world.instance(goods: "250410,251110,252910") } == [
        "JPN imports no 251110 in 2023; leave it out (it imports 250410)",
        "JPN imports no 252910 in 2023; the last year with imports is 2022: say --year 2022, or leave the good out (it imports 250410)",
      ])
  }

  @Test("a code that no row has, a year that no file has, and home as rival")
  func others() {
    let world = CountryWorld.graphite
    #expect(
      problems { try CountryWorld().instance() }.first?.contains("no row is about 250410") == true)
    #expect(
      problems { try world.instance(year: 2019) } == [
        "no row of the goods is of the base year 2019; the files have 2021 to 2023"
      ])
    #expect(
      problems { try world.instance(rival: "JPN") } == [
        "--rival JPN is home itself; name another country"
      ])
  }

  @Test("goods without any weight")
  func weightless() {
    var world = CountryWorld()
    world.add("CHN", "JPN", nil, value: 10)
    #expect(
      problems { try world.instance() }.first?.contains("no row of 250410 has a weight") == true)
  }
}
