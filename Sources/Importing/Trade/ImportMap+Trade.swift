extension ImportMap {
  /// The place of a country in trade records: the region of the map that joins it with others, or else the country itself.
  /// Countries that the map sums up as `others` stay apart.
  func place(of country: Country) -> String { regionOfCountry[country.code] ?? country.code }

  /// The commodities with HS codes as goods, in the order of the map.
  var goods: [TradeGood] {
    var found: [TradeGood] = []
    for item in items where !item.codes.isEmpty {
      if let place = found.firstIndex(where: { $0.id == item.commodity }) {
        found[place].codes += item.codes
        if found[place].name.isEmpty { found[place].name = item.name }
      } else {
        found.append(
          TradeGood(id: item.commodity, name: item.name, codes: item.codes, isCommodity: true))
      }
    }
    return found
  }
}
