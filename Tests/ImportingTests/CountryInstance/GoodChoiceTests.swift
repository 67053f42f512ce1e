import Testing

@testable import Importing

@Suite("Goods of an instance of a country")
struct GoodChoiceTests {
  @Test("are codes, or names with one code or several")
  func forms() throws {
    #expect(
      try GoodChoice.list("810411, graphite=250410+250490,x=284690") == [
        GoodChoice(id: "810411", codes: ["810411"]),
        GoodChoice(id: "graphite", codes: ["250410", "250490"]),
        GoodChoice(id: "x", codes: ["284690"]),
      ])
  }

  @Test(
    "that are wrong are refused with what would be right",
    arguments: [
      ("", "`` is no code of six digits"), ("2504", "`2504` is no code of six digits"),
      ("250410,250410", "the code 250410 is given twice"),
      ("a=250410,b=250410", "the code 250410 is given twice"),
      ("a=250410+250410", "the code 250410 is given twice"),
      ("a=250410,a=250490", "two goods have the name `a`"),
      ("250410+250490", "several codes need a name"), ("=250410", "`` is no name of a good"),
      ("ä=250410", "is no name of a good"), ("25041x", "`25041x` is no code of six digits"),
    ])
  func mistakes(text: String, message: String) {
    let mistake = #expect(throws: GoodChoice.Mistake.self) { try GoodChoice.list(text) }
    #expect(mistake?.message.contains(message) == true, "\(mistake?.message ?? "")")
  }

  @Test("countries are found by code and by name, and others get the most similar")
  func countries() throws {
    #expect(try CountryQuestion.country("kor", option: "--for") == "KOR")
    #expect(try CountryQuestion.country("South Korea", option: "--for") == "KOR")
    let mistake = #expect(throws: GoodChoice.Mistake.self) {
      try CountryQuestion.country("Germny", option: "--for")
    }
    #expect(mistake?.message.hasSuffix("the most similar name is `Germany`") == true)
  }
}
