/// The meaning of a reporter or partner code of UN Comtrade.
enum TradeArea: Hashable {
  case country(Country)
  /// The total of all partners or of a union. Its trade is counted with its countries.
  case aggregate(String)
  /// Trade whose partner is not told or no country.
  case unspecified(String)
  /// A code that is in no list.
  case unknown(String)

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

  /// The number that UN Comtrade has for an alpha-3 code, its own codes such as `W00` included; nil if there is none.
  /// Files that name areas by number and files that name them by letters so mean the same.
  static func number(iso: String) -> Int? { ownCodes[iso] ?? Country.coded(iso)?.number }

  /// All numbers that mean what an alpha-3 code means: 250 and 251 for `FRA`. Empty if it is no code.
  static func numbers(iso: String) -> [Int] {
    guard let number = number(iso: iso) else { return [] }
    guard let country = Country.coded(iso) else { return [number] }
    let others = aliases.filter { $0.value == iso }.map(\.key)
    return Set([number, country.number] + others).sorted()
  }

  /// The name of a code that means the world or a union of countries; nil for other codes.
  static func unionName(code: Int) -> String? { aggregates[code] }

  /// What it is, for the summary.
  var words: String {
    switch self {
    case .country(let country): "is \(country.name)"
    case .aggregate(let name): "is \(name), an aggregate"
    case .unspecified(let name): "is \(name): not a country"
    case .unknown(""): "is not told"
    case .unknown(let code)
    where code.utf8.count <= 4 && code.allSatisfy { $0.isLetter || $0.isNumber }:
      "\(code) is not known: say in the map what it is, `areas: {\(code): REGION}`, or `omit`"
    case .unknown: "is no code of a country"
    }
  }

  /// Codes that differ from the M49 number: customs territories (France with Monaco, Switzerland with
  /// Liechtenstein, the United States with Puerto Rico and the Virgin Islands) and codes kept from older lists. The UN
  /// reports Taiwan's trade as `Other Asia, nes`. Source: UN Comtrade's reporter and partner lists.
  private static let aliases = [
    251: "FRA", 381: "ITA", 490: "TWN", 579: "NOR", 699: "IND", 757: "CHE", 842: "USA", 710: "ZAF",
    711: "ZAF", 58: "BEL", 280: "DEU", 736: "SDN",
  ]

  /// Alpha-3 codes that ISO 3166-1 lacks, and those of countries whose number is not that of M49.
  private static let ownCodes = [
    "W00": 0, "WLD": 0, "EU2": 97, "USA": 842, "FRA": 251, "CHE": 757, "NOR": 579, "IND": 699,
    "S19": 490, "TWN": 490, "A49": 129, "A59": 637, "A79": 636, "E19": 568, "E29": 221, "F19": 577,
    "F49": 290, "F97": 879, "O19": 527, "R20": 697, "R91": 471, "NTZ": 536, "X1": 837, "X2": 838,
    "XX": 839, "_X": 899, "PUS": 849, "SCG": 891, "ANT": 530, "ZA1": 711,
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
