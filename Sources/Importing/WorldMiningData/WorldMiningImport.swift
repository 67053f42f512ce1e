import Sourcing
public import Tables

/// Makes facilities from World Mining Data, table 6.4: the production of countries by minerals.
///
/// The capacity of a facility is the production of the last year that is known, in the unit of the map.
public enum WorldMiningImport {
  /// Reads files. Where several have a figure for the same country and year, that of the latest edition counts, and of
  /// one edition that of the file that comes last.
  ///
  /// - Parameters:
  ///   - files: paths of workbooks, or of sheets saved as CSV.
  ///   - map: which sheets are which commodities. With a map without `wmd`, every sheet is a commodity in tons.
  ///   - years: the years to read; nil: all.
  ///   - home: the region that plans in a new instance; nil: the one of the map.
  ///   - target: the folder that the import is made for.
  /// - Throws: all problems of the files and the map.
  public static func run(
    files: [String], map: ImportMap, years: Set<Int>?, home: String?, target: ImportTarget
  ) throws(InputProblems) -> ImportedInstance {
    let map = map.with(homeArgument: home, or: target.instance?.home.id)
    var mines = MineOutput(
      publisher: .worldMiningData, map: map, years: YearFilter(wanted: years, periods: nil),
      log: ProblemLog())
    for file in files { mines.read(worldMiningData: file) }
    return try MineImport.instance(
      &mines, files: files, home: home, target: target,
      source: "Austrian Federal Ministry of Finance, World Mining Data, table 6.4")
  }
}

extension MineOutput {
  /// Reads a workbook of World Mining Data, or a sheet of it saved as CSV.
  mutating func read(worldMiningData file: String) {
    var figures: [ProductionFigure] = []
    let reader = WorldMiningFile(file: file, log: log)
    note { summary in
      for sheet in reader.sheets(&summary) {
        if let problem = sheet.problem {
          reader.log.add(problem, file: sheet.file, line: sheet.headerLine)
        } else {
          figures += sheet.figures(&summary)
        }
      }
    }
    for figure in figures { read(figure) }
  }
}
