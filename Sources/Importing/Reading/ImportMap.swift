import SourcingFiles
public import Tables

/// An import map: which codes and names of a source are which commodities and regions of an instance. Read from a YAML
/// file, such as
///
/// ```yaml
/// home: JPN
/// commodities:
///   - {commodity: compounds, hs: [284610, 284690], unit: t}
///   - {commodity: ore, usgs: Rare earths, process: mine_ree, unit: t, unit_cost: 4}
/// regions: {EUR: [DEU, FRA], ROW: others}
/// areas: {899: omit, Other countries: ROW}
/// ```
public struct ImportMap: Sendable {
  /// A commodity with its codes and names in the sources.
  struct Item: Sendable {
    var commodity: String
    var name: String
    /// Harmonized System codes as text, since leading zeros count.
    var codes: [String]
    /// The chapter or commodity in the mineral commodity summaries.
    var usgsName: String?
    /// The sheet of World Mining Data.
    var worldMiningName: String?
    /// The kind of production taken from them.
    var statistic: String
    var process: String?
    /// Unit of quantities in the instance.
    var unit: WeightUnit
    /// Cost of making it, in money/unit; nil: not known.
    var unitCost: Double?
    var line: Int
  }

  /// What an area of a source means.
  enum Area: Sendable, Hashable {
    case region(String)
    case omitted
  }

  /// Path of the file; empty without one.
  var file = ""
  var home: String?
  /// Whether the home is that of the command line, and another than that of the file.
  private var isHomeArgument = false
  var title: String?
  var items: [Item] = []
  /// Regions by the alpha-3 codes of the countries in them.
  var regionOfCountry: [String: String] = [:]
  /// The region of countries that no other region has; nil: each is a region by itself.
  var others: String?
  /// Meanings of codes of UN Comtrade.
  private(set) var areas: [Int: Area] = [:]
  /// Meanings of names in statistics of mines and of codes with letters, in lower case.
  private(set) var namedAreas: [String: Area] = [:]
  private var namedRegions: Set<String> = []
  /// Homes that the map does not name: that of the command line, and that of the folder's instance.
  private var otherHomes: Set<String> = []
  /// The entries of `areas`, in the order of the file.
  private(set) var areaEntries: [MapArea] = []

  /// An empty map.
  public init() {}

  /// The region that a country belongs to.
  func region(of country: Country) -> String {
    if let region = regionOfCountry[country.code] { return region }
    // Homes and the regions that `areas` names are not among the others; nor is what only the map names.
    if country.code == home || otherHomes.contains(country.code)
      || namedRegions.contains(country.code)
    {
      return country.code
    }
    if country.number == 0 { return country.code }
    return others ?? country.code
  }

  /// Names the meaning of areas, and their regions.
  mutating func setAreas(_ entries: [MapArea]) {
    areaEntries = entries
    for entry in entries {
      for code in entry.numbers where entry.isNumber || areas[code] == nil {
        areas[code] = entry.meaning
      }
      if !entry.isNumber { namedAreas[entry.text.lowercased()] = entry.meaning }
      if case .region(let id) = entry.meaning { namedRegions.insert(id) }
    }
  }

  /// The items by their HS codes.
  var itemsByCode: [String: Item] {
    var result: [String: Item] = [:]
    for item in items { for code in item.codes { result[code] = item } }
    return result
  }

  /// The map with the home that counts: the argument, or else its own, or else that of the folder's instance. None of
  /// the three is among the others.
  func with(homeArgument: String?, or folderHome: String?) -> ImportMap {
    var map = self
    map.otherHomes = Set([homeArgument, home, folderHome].compactMap(\.self))
    map.home = homeArgument ?? home ?? folderHome
    map.isHomeArgument = homeArgument != nil && homeArgument != home
    return map
  }

  /// Reads a map from a YAML file.
  ///
  /// - Throws: all problems found. Their reason is `unreadable` where the file cannot be read.
  public static func read(file: String) throws(InputProblems) -> ImportMap {
    let log = ProblemLog()
    var map = ImportMap()
    map.file = file
    do throws(FileFailure) {
      let bytes = try contents(ofFile: file, limit: FileLimit.text)
      if let value = YAMLReader.read(bytes, file: file, log: log) {
        ImportMapReader(log: log).read(value, into: &map)
      }
    } catch {
      log.add(error, file: file)
    }
    do throws(InputProblems) { try log.throwIfAny() } catch {
      throw error.explained(by: file, as: .importMap)
    }
    return map
  }
}

extension ImportMap {
  /// The problem of a home that is not in the data: of the argument, unless the map has it.
  func wrongHome(_ message: String, file: String) -> InputProblems {
    guard isHomeArgument else {
      return InputProblems([Problem(message, file: file, column: "home")])
    }
    return InputProblems([Problem(message, file: "--home")], reason: .wrongArgument)
  }
}
