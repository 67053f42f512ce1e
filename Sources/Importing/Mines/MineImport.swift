import Sourcing
import Tables

/// Makes facilities from the output of mines.
enum MineImport {
  /// The rows for a folder.
  ///
  /// - Parameters:
  ///   - mines: the figures of all files.
  ///   - files: paths of the files.
  ///   - home: the region that plans in a new instance; nil: the one of the map.
  ///   - target: the folder that the import is made for.
  ///   - source: the name of the statistics in the list of sources.
  /// - Throws: all problems of the files and the map.
  static func instance(
    _ mines: inout MineOutput, files: [String], home: String?, target: ImportTarget, source: String
  ) throws(InputProblems) -> ImportedInstance {
    mines.finish()
    try mines.log.throwIfAny()
    let map = mines.map
    let tables = MineTables(mines, target: target, folder: try target.tables())
    guard !tables.producers.isEmpty else {
      throw InputProblems([mines.summary.nothingKept(files)])
    }
    let home = target.instance == nil ? try checked(home ?? map.home, tables, map, files) : nil
    let names = mines.summary.files.map(\.lastPathPart).joined(separator: ", ")
    return ImportedInstance(
      tables: tables.all(home: home), years: tables.years, home: home, title: map.title,
      focus: tables.focus, source: "\(source): \(names)", missing: tables.missing,
      summary: mines.summary)
  }

  private static func checked(
    _ home: String?, _ tables: MineTables, _ map: ImportMap, _ files: [String]
  ) throws(InputProblems) -> String {
    let file = map.file.isEmpty ? files.first ?? "" : map.file
    guard let home else {
      throw InputProblems([
        Problem(
          "which region plans? Say --home REGION, such as --home USA, or `home: REGION` in a map",
          file: file)
      ])
    }
    guard Country.coded(home) != nil || tables.producers.contains(where: { $0.region == home })
    else {
      throw map.wrongHome(
        "`\(home)` is neither a country's alpha-3 code nor a region of the map", file: file)
    }
    return home
  }
}
