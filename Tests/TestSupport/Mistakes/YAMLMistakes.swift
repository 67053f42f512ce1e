extension Mistake {
  private static let bomb =
    "a: &a [x, x, x, x, x, x, x, x, x]\n"
    + zip("bcdefghi", "abcdefgh").map { name, of in
      "\(name): &\(name) [*\(of), *\(of), *\(of), *\(of), *\(of), *\(of), *\(of), *\(of), *\(of)]\n"
    }.joined()

  /// What is wrong in `instance.yaml`.
  static let yaml: [Mistake] = [
    Mistake("not YAML", "instance.yaml", .append("{[\n"), line: 11, says: "not a YAML file"),
    Mistake("an alias bomb", "instance.yaml", .append(bomb), line: 15, says: "aliases"),
    Mistake("an empty YAML file", "instance.yaml", .write([]), line: 1, says: "empty"),
    Mistake(
      "YAML that is a list", "instance.yaml", .write(Array("- a\n".utf8)), line: 1, says: "mapping"),
    Mistake("YAML not UTF-8", "instance.yaml", .write([0x61, 0xE9]), line: 1, says: "UTF-8"),
    Mistake(
      "a key twice", "instance.yaml", .append("home: CHN\n"), line: 6, says: "given twice", "home"),
    Mistake(
      "an unknown key", "instance.yaml", .replace("discount_rate", with: "discount"), line: 5,
      says: "unknown key", "`discount_rate`"),
    Mistake(
      "no name", "instance.yaml", .replace("name: sample\n", with: ""), line: 1, says: "`name`"),
    Mistake(
      "a name with a space", "instance.yaml", .replace("name: sample", with: "name: a b"), line: 1,
      says: "identifier"),
    Mistake(
      "a title that is a list", "instance.yaml", .replace("A sample", with: "[a]"), line: 2,
      says: "title"),
    Mistake(
      "no periods", "instance.yaml", .replace("[2020, 2021, 2022]", with: "[]"), line: 4,
      says: "periods", "empty"),
    Mistake(
      "a period twice", "instance.yaml", .replace("2022]", with: "2021]"), line: 4, says: "`2021`",
      "twice"),
    Mistake(
      "periods that run backwards", "instance.yaml",
      .replace("[2020, 2021, 2022]", with: "{from: 2022, to: 2020}"), line: 4, says: "from"),
    Mistake(
      "periods before the year 0", "instance.yaml",
      .replace("[2020, 2021, 2022]", with: "{from: -5, to: 2020}"), line: 4, says: "from",
      "0 to 9999"),
    Mistake(
      "a billion periods", "instance.yaml",
      .replace("[2020, 2021, 2022]", with: "{from: 1, to: 1000000000}"), line: 4, says: "to"),
    Mistake(
      "half a year", "instance.yaml",
      .replace("[2020, 2021, 2022]", with: "[2020, 2021, {label: 2022, years: 0.5}]"), line: 4,
      says: "years", "whole number"),
    Mistake(
      "an unknown home", "instance.yaml", .replace("home: JPN", with: "home: JPM"), line: 6,
      says: "home", "`JPN`"),
    Mistake(
      "a negative discount rate", "instance.yaml", .replace("5%", with: "-5%"), line: 5,
      says: "discount_rate", "-5%"),
    Mistake(
      "text for the discount rate", "instance.yaml", .replace("5%", with: "five"), line: 5,
      says: "`five`"),
    Mistake(
      "parameters that are a list", "instance.yaml",
      .replace("{rival: CHN, focus: oxide}", with: "[a]"), line: 7, says: "parameters"),
    Mistake(
      "sources that are a mapping", "instance.yaml", .replace("[made up]", with: "{a: b}"), line: 9,
      says: "sources"),
    Mistake(
      "a currency that is a list", "instance.yaml", .replace("USD", with: "[USD]"), line: 3,
      says: "currency"),
    Mistake(
      "a description that is a list", "instance.yaml", .replace("For tests.", with: "[a]"), line: 8,
      says: "description"),
  ]
}
