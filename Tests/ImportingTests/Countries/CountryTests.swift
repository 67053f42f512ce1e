import Testing

@testable import Importing

@Suite("Countries")
struct CountryTests {
  @Test(
    "countries are found by the names and codes of either source",
    arguments: [
      ("Burma", "MMR"), ("Congo (Kinshasa)", "COD"), ("Congo (Brazzaville)", "COG"),
      ("Korea, Republic of", "KOR"), ("Korea, North", "PRK"), ("Turkey", "TUR"),
      ("Côte d’Ivoire", "CIV"), ("Vietnam", "VNM"), ("United States5", "USA"),
      ("Canada ", "CAN"), ("Papua New Guinea", "PNG"), ("New Caledonia", "NCL"),
    ])
  func names(name: String, code: String) {
    #expect(Country.named(name)?.code == code)
  }

  @Test(
    "customs territories of UN Comtrade are countries, and aggregates are not",
    arguments: [
      (842, "USA"), (251, "FRA"), (490, "TWN"), (699, "IND"), (579, "NOR"), (757, "CHE"),
      (392, "JPN"), (410, "KOR"), (704, "VNM"), (0, nil), (97, nil), (899, nil), (838, nil),
    ] as [(Int, String?)])
  func areas(number: Int, code: String?) throws {
    let area = try #require(TradeArea(code: number))
    if case .country(let country) = area {
      #expect(country.code == code)
    } else {
      #expect(code == nil)
    }
  }

  @Test("each country has its own code and number")
  func unique() {
    let all = Country.all
    #expect(all.count == 250)
    #expect(Set(all.map(\.number)).count == 250)
    #expect(all.allSatisfy { $0.code.count == 3 && !$0.name.isEmpty })
    #expect(TradeArea(code: 998) == nil)
  }
}
