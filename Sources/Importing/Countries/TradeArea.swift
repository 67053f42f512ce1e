/// The meaning of a reporter or partner code of UN Comtrade.
enum TradeArea: Hashable {
  case country(Country)
  /// The total of all partners or of a union. Its trade is counted with its countries.
  case aggregate(String)
  /// Trade whose partner is unknown or no country.
  case unspecified(String)

  /// The area of a code; nil if the code is not known.
  init?(code: Int) {
    if let alias = Self.aliases[code], let country = Country.coded(alias) {
      self = .country(country)
    } else if let name = Self.aggregates[code] {
      self = .aggregate(name)
    } else if let name = Self.unspecifiedAreas[code] {
      self = .unspecified(name)
    } else if let country = Country.numbered(code) {
      self = .country(country)
    } else {
      return nil
    }
  }

  /// Codes that differ from the M49 number: customs territories (France with Monaco, Switzerland with
  /// Liechtenstein, the United States with Puerto Rico and the Virgin Islands) and codes kept from older lists. The UN
  /// reports Taiwan's trade as `Other Asia, nes`. Source: UN Comtrade's reporter and partner lists.
  private static let aliases = [
    251: "FRA", 381: "ITA", 490: "TWN", 579: "NOR", 699: "IND", 757: "CHE", 842: "USA", 710: "ZAF",
    711: "ZAF", 58: "BEL", 280: "DEU", 736: "SDN",
  ]

  private static let aggregates = [0: "World", 97: "European Union", 975: "ASEAN"]

  private static let unspecifiedAreas = [
    129: "Caribbean, nes", 221: "Eastern Europe, nes", 290: "Northern Africa, nes",
    471: "CACM, nes", 472: "Africa CAMEU region, nes", 473: "LAIA, nes",
    492: "Europe EU, nes", 527: "Oceania, nes", 536: "Neutral Zone", 568: "Other Europe, nes",
    577: "Other Africa, nes", 636: "Rest of America, nes", 637: "North America, nes",
    837: "Bunkers", 838: "Free Zones", 839: "Special Categories", 879: "Western Asia, nes",
    899: "Areas, nes",
  ]
}
