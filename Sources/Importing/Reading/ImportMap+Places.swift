/// The places that a map names, for those who look at trade without an instance.
extension ImportMap {
  /// The home of the map; nil: it names none.
  public var homePlace: String? { home }

  /// The regions that join countries, in alphabetical order, without the one of all `others`.
  public var joinedPlaces: [String] { Set(regionOfCountry.values).sorted() }

  /// The commodities of the map, in its order.
  public var commodities: [String] { items.map(\.commodity) }

  /// Whether an id is the alpha-3 code of a country.
  public static func isCountry(_ id: String) -> Bool { Country.coded(id) != nil }

  /// English name of a country by its alpha-3 code; nil: it is none.
  public static func countryName(_ id: String) -> String? { Country.coded(id)?.name }

  /// Alpha-3 codes of all countries.
  public static var countryCodes: [String] { Country.all.map(\.code) }
}
