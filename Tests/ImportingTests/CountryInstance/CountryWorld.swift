import Tables

@testable import Importing

/// Trade of a small world, and its mines, for tests of instances of countries.
struct CountryWorld: MineTons {
  /// What became of the rows of mines, and of those of trade.
  var summary = Self.read("mines.csv")
  var tradeSummary = Self.read("BACI_HS92_Y2023_V202401b.csv")
  /// Tons by mineral, place and year.
  var output: [String: [String: [Int: Double]]] = [:]
  /// Origin, destination, good, year, thousand US dollars, tons.
  var flows:
    [(origin: String, destination: String, code: String, year: Int, value: Double?, tons: Double?)] =
      []

  private static func read(_ file: String) -> ImportSummary {
    var summary = ImportSummary()
    summary.read(file)
    return summary
  }

  func mineral(named name: String) -> String? { output.keys.first { $0.hasPrefix(name) } }

  func years(of mineral: String) -> [Int] {
    Set((output[mineral] ?? [:]).values.flatMap(\.keys)).sorted()
  }

  func tons(of mineral: String, in place: String, year: Int) -> Double? {
    output[mineral]?[place]?[year]
  }

  mutating func add(
    _ origin: String, _ destination: String, _ tons: Double?, value: Double? = nil,
    code: String = "250410", years: ClosedRange<Int> = 2021...2023
  ) {
    for year in years {
      flows.append((origin, destination, code, year, value ?? tons.map { 2 * $0 }, tons))
    }
  }

  var records: TradeRecords {
    TradeRecords(
      source: .baci, frequency: .year,
      goods: Set(flows.map(\.code)).sorted().map {
        TradeGood(id: $0, codes: [$0], isCommodity: false)
      },
      records: flows.enumerated().map { line, flow in
        TradeRecord(
          good: flow.code, origin: flow.origin, destination: flow.destination,
          period: TradePeriod(year: flow.year),
          imports: TradeFigures(value: flow.value.map { 1000 * $0 }, tons: flow.tons), exports: nil,
          place: FilePlace(file: "BACI_HS92_Y\(flow.year)_V202401b.csv", line: line + 2))
      },
      placeNames: [:], summary: tradeSummary)
  }

  /// China and Brazil sell to Japan and Korea; Korea passes a part on to Japan.
  static var graphite: CountryWorld {
    var world = CountryWorld()
    world.add("CHN", "JPN", 600)
    world.add("BRA", "JPN", 300, value: 900)
    world.add("KOR", "JPN", 100, value: 300)
    world.add("CHN", "KOR", 400)
    world.output = [
      "Graphite (natural)": [
        "CHN": [2021: 5000, 2022: 5000, 2023: 5000], "BRA": [2021: 250, 2022: 250, 2023: 250],
        "JPN": [2021: 20, 2022: 20, 2023: 20],
      ]
    ]
    return world
  }

  func instance(
    _ home: String = "JPN", goods: String = "250410", rival: String? = nil, year: Int? = nil,
    withMines: Bool = true, minerals: [String: String?] = [:]
  ) throws -> CountryInstance {
    try CountryInstance.make(
      CountryQuestion(
        name: "made", home: home, goods: GoodChoice.list(goods), rival: rival, year: year,
        minerals: minerals), records: records, mines: withMines ? self : nil)
  }
}

extension CountryInstance {
  /// The cells of a table in some columns, one line for each row.
  func rows(_ file: String, _ columns: String...) -> [String] {
    let table = CSVTable(
      file: file, bytes: Array((files[file] ?? "").utf8), problems: ProblemLog())
    let places = columns.map { table.column($0) }
    return (0..<table.rowCount).map { row in
      places.map { $0.map { table.text(row: row, column: $0) } ?? "?" }.joined(separator: ",")
    }
  }
}
