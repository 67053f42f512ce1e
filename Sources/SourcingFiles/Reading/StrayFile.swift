import Tables

/// Files in the folder of an instance that users may take for its tables, but that are not read: workbooks, tables of
/// another form, copies.
enum StrayFile {
  private static let workbooks = ["xlsx", "xlsm", "xlsb", "xls", "ods", "fods", "numbers"]
  private static let others = ["tsv", "tab", "csv~", "bak", "orig", "old", "tmp", "txt"]
  /// Forms that are tables only if they have the name of one.
  private static let documents = ["json", "gz", "zip", "doc", "docx", "parquet"]

  /// Whether a file may be taken for a table: a workbook, or a name with an ending that copies of tables have.
  /// Tables with unknown names are errors, and no stray files.
  static func isStray(_ name: String) -> Bool {
    guard !name.hasPrefix("."), !name.hasPrefix("~$") else { return false }
    let (stem, ending) = parts(name)
    if workbooks.contains(ending) { return true }
    if documents.contains(ending) { return InstanceTable(rawValue: withoutCSV(stem)) != nil }
    guard others.contains(ending) else { return false }
    return ["tsv", "tab", "csv~"].contains(ending) || nearestTable(stem) != nil
  }

  /// What a stray file is, and how its data can be read.
  static func message(_ name: String) -> String {
    let (stem, ending) = parts(name)
    let table = nearestTable(stem)
    if workbooks.contains(ending) {
      let target =
        table.map { "`\($0)`" } ?? "a CSV file with the name of its table, such as `demands.csv`"
      return "the file is not read: tables are text in CSV. Save each sheet as \(target)"
    }
    return "the file is not read: tables end in `.csv`"
      + (table.map { ". The name of the table is `\($0)`" } ?? "")
  }

  /// Which file of a folder may be meant by one that is missing; nil if none is like it.
  static func hint(for fileName: String, among names: [String]) -> String? {
    let stem = parts(fileName).stem
    let similar = names.first { name in
      let (other, ending) = parts(name)
      let mayBeMeant =
        workbooks.contains(ending) || others.contains(ending)
        || ["yml", "yaml", "csv"].contains(ending)
      return mayBeMeant && name != fileName
        && (other == stem || other == fileName || name.lowercased() == fileName)
    }
    return similar.map { name in
      workbooks.contains(parts(name).ending)
        ? "save `\(name)` as `\(fileName)`, in CSV"
        : "is it `\(name)`? Its name must be `\(fileName)`"
    }
  }

  /// A name in small letters without its ending, and the ending without its point.
  private static func parts(_ name: String) -> (stem: String, ending: String) {
    let name = name.lowercased()
    guard let point = name.lastIndex(of: ".") else { return (name, "") }
    return (String(name[..<point]), String(name[name.index(after: point)...]))
  }

  private static func withoutCSV(_ stem: String) -> String {
    stem.hasSuffix(".csv") ? String(stem.dropLast(4)) : stem
  }

  /// The table that a name without ending is like.
  private static func nearestTable(_ stem: String) -> String? {
    let stem = withoutCSV(stem)
    let names = InstanceTable.allCases.map(\.rawValue)
    return names.first { stem == $0 || stem + "s" == $0 || stem.contains($0) }.map { $0 + ".csv" }
  }
}
