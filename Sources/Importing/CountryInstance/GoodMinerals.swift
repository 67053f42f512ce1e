/// Which minerals of World Mining Data are the production of which codes of the Harmonized System.
///
/// Only codes of what mines and first smelters sell: of metals, oxides and salts that are refined elsewhere, the output of
/// mines says nothing about who makes them. Where several codes are parts of one mineral, the code with the largest trade
/// has it.
enum GoodMinerals {
  /// A mineral, and what its figures count.
  struct Entry: Sendable, Hashable {
    /// The name of its sheet, without what stands in brackets.
    var mineral: String
    /// Metric tons of the figure in a metric ton of the good, such as 0.27 for copper in concentrate.
    var content: Double
  }

  /// The minerals, by code. Contents below 1 are usual grades of traded concentrates, rounded: assumptions.
  static let byCode: [String: Entry] = {
    var entries: [String: Entry] = [:]
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 2).map(String.init)
      guard parts.count == 3, let content = Double(parts[1]) else { continue }
      entries[parts[0]] = Entry(mineral: parts[2], content: content)
    }
    return entries
  }()

  private static let table = """
    250300 1 Sulfur
    250310 1 Sulfur
    250410 1 Graphite
    250700 1 Kaolin
    250810 1 Bentonite
    251010 0.3 Phosphate Rock
    251110 1 Baryte
    251200 1 Diatomite
    251910 1 Magnesite
    252010 1 Gypsum and Anhydrite
    252400 1 Asbestos
    252610 1 Talc, Steatite & Pyrophyllite
    252910 1 Feldspar
    252922 1 Fluorspar
    253010 1 Perlite
    260111 0.62 Iron
    260200 0.4 Manganese
    260300 0.27 Copper
    260400 0.015 Nickel
    260600 1 Bauxite
    260700 0.6 Lead
    260800 0.5 Zinc
    260900 0.5 Tin
    261000 0.44 Chromium
    261100 0.5 Tungsten
    261390 0.5 Molybdenum
    261400 0.5 Titanium
    261510 1 Zircon
    261710 0.55 Antimony
    270210 1 Lignite
    270900 1 Petroleum
    280490 1 Selenium
    280540 1 Mercury
    284690 0.7 Rare Earths
    710812 1 Gold
    711011 1 Platinum
    711021 1 Palladium
    711031 1 Rhodium
    760110 1 Aluminium
    810710 1 Cadmium
    """
}
