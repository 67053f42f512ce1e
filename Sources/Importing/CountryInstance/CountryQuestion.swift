import Tables

/// What an instance is made for: a country, goods, and a base year.
public struct CountryQuestion: Sendable {
  /// The name of the instance.
  public var name: String
  /// The alpha-3 code of the country that plans.
  public var home: String
  /// The goods.
  public var goods: [GoodChoice]
  /// The alpha-3 code of the country whose supply home wants to depend on less; nil: home's largest origin.
  public var rival: String?
  /// The last year that plans are told of; nil: the last year of the records. Later years are withheld: a back-test
  /// compares them with plans.
  public var year: Int?
  /// The mineral of World Mining Data that is a good's production, by the good's id; nil as a value: none is, and the
  /// exporters are the producers. Goods that are not named have the one that their code says.
  public var minerals: [String: String?]

  /// A question about a country.
  public init(
    name: String, home: String, goods: [GoodChoice], rival: String? = nil, year: Int? = nil,
    minerals: [String: String?] = [:]
  ) {
    self.name = name
    self.home = home
    self.goods = goods
    self.rival = rival
    self.year = year
    self.minerals = minerals
  }

  /// The alpha-3 code of a country that is named by its code or its English name.
  ///
  /// - Throws: that it is not known, with the most similar name.
  public static func country(_ text: String, option: String) throws(GoodChoice.Mistake) -> String {
    if let country = Country.coded(text.uppercased()) ?? Country.named(text) { return country.code }
    let known = Country.all.flatMap { [$0.code, $0.name] }
    throw GoodChoice.Mistake(
      message:
        "\(option) `\(text)` is no country; name it by its code of three letters (ISO 3166-1 alpha-3), such as KOR"
        + nearestHint(to: text, among: known, listsKnown: false))
  }

  /// The mineral of World Mining Data whose output is a good's production, and the tons of the figure in a ton of the
  /// good; nil: none is known.
  func mineral(of good: GoodChoice) -> GoodMinerals.Entry? {
    if let chosen = minerals[good.id] {
      return chosen.map { GoodMinerals.Entry(mineral: $0, content: 1) }
    }
    return good.codes.lazy.compactMap { GoodMinerals.byCode[$0] }.first
  }
}
