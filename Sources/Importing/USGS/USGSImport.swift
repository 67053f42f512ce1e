import Sourcing
public import Tables

/// Makes facilities from the world production in the Mineral Commodity Summaries of the U.S. Geological Survey.
///
/// The capacity of a facility is the production of the last year, in the unit of the map.
public enum USGSImport {
  /// Reads files. Where several have a figure for the same country and year, that of the latest edition counts, and of
  /// one edition that of the file that comes last.
  ///
  /// - Parameters:
  ///   - files: paths of the files.
  ///   - map: which minerals are which commodities. With a map without `usgs`, every mineral is a commodity in tons.
  ///   - years: the years to read; nil: all.
  ///   - home: the region that plans in a new instance; nil: the one of the map.
  ///   - target: the folder that the import is made for.
  /// - Throws: all problems of the files and the map.
  public static func run(
    files: [String], map: ImportMap, years: Set<Int>?, home: String?, target: ImportTarget
  ) throws(InputProblems) -> ImportedInstance {
    let log = ProblemLog()
    let map = map.with(homeArgument: home, or: target.instance?.home.id)
    var mines = MineOutput(
      publisher: .usgs, map: map, years: YearFilter(wanted: years, periods: nil), log: log)
    for file in files { mines.read(usgs: file) }
    return try MineImport.instance(
      &mines, files: files, home: home, target: target,
      source: "U.S. Geological Survey, Mineral Commodity Summaries, data release")
  }
}

extension MineOutput {
  /// Reads a file of the Mineral Commodity Summaries.
  mutating func read(usgs file: String) {
    guard let table = DownloadedTable(file: file, log: log, dropsWrongRows: true) else { return }
    if USGSLayout.isSalient(table) {
      let place = FilePlace(file: file, line: table.csv.headerLine)
      return note { summary in
        summary.read(file)
        summary.count(
          .leftOut,
          "a file of salient statistics of the United States; world production is in the file that ends in _world.csv",
          at: place)
      }
    }
    guard let reader = USGSReader(table, log: log) else { return }
    var figures: [ProductionFigure] = []
    note { figures = reader.figures(&$0) }
    for figure in figures { read(figure) }
  }
}
