/// Who publishes statistics of mines.
enum MinePublisher: CaseIterable, Sendable {
  /// The U.S. Geological Survey, in the Mineral Commodity Summaries.
  case usgs
  /// The Austrian ministry of finance, in World Mining Data.
  case worldMiningData

  /// What the source of a row starts with; an edition may follow it.
  var title: String {
    switch self {
    case .usgs: "USGS, Mineral Commodity Summaries"
    case .worldMiningData: "World Mining Data"
    }
  }

  /// The publisher of a row; nil if the row has another source.
  init?(source: String) {
    guard let found = Self.allCases.first(where: { source.hasPrefix($0.title) }) else { return nil }
    self = found
  }

  /// The key of an import map that names its minerals.
  var mapKey: String { self == .usgs ? "usgs" : "wmd" }

  /// What to do with a figure whose mineral is not told.
  var adviceOnMineral: String {
    switch self {
    case .usgs:
      "the file names no mineral: name the file as it is downloaded, such as mcs2024-raree_world.csv, or add a column COMMODITY"
    case .worldMiningData:
      "the file names no mineral: name the file as the sheet that it was saved from, such as Nickel.csv"
    }
  }

  /// The country with a name; nil if it is not known.
  func country(named name: String) -> Country? {
    switch self {
    case .usgs: USGSCountry.named(name)
    case .worldMiningData: Country.named(name)
    }
  }

  /// A figure as it is printed; nil if the text is no figure.
  func value(_ text: String) -> ProductionValue? {
    switch self {
    case .usgs: ProductionValue(usgs: text)
    case .worldMiningData: ProductionValue(worldMiningData: text)
    }
  }

  // MARK: Minerals

  /// The name of a mineral in a map in the form of ``keys(of:)``.
  func key(_ mineral: String) -> String {
    self == .usgs ? mineral.lowercased() : lettersAndDigits(mineral)
  }

  /// The forms of the name of a figure's mineral by which a map may select it.
  func keys(of figure: ProductionFigure) -> Set<String> {
    Set([figure.mineral, figure.fileCode].map(key))
  }

  /// Whether an entry of a map selects one of several statistics of a mineral by `type`.
  var hasSeveralStatistics: Bool { self == .usgs }

  /// What is counted of a mineral that no map names.
  func statistic(of mineral: String) -> String {
    self == .worldMiningData && mineral.lowercased() == "aluminium"
      ? "Smelter production" : ImportMap.Item.mineProduction
  }
}

extension ImportMap.Item {
  /// The kind of production where a map names none.
  static let mineProduction = "Mine production"

  /// What the item is called by a publisher; nil: it is not taken from it.
  func mineral(_ publisher: MinePublisher) -> String? {
    publisher == .usgs ? usgsName : worldMiningName
  }
}
