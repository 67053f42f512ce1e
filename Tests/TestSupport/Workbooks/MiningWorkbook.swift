/// Sheets in the form of World Mining Data, with figures of their own.
public enum MiningWorkbook {
  public static let title =
    "6.4. Production of Mineral Raw Materials of individual Countries by Minerals"

  public static let nickel = SampleWorkbook.Sheet(
    "Nickel",
    [
      [title], ["Country", "unit", "2020", "2021", "2022", "data source"],
      ["Australia", "metr. t", "169000", "151000", "155000", "r"],
      ["Congo, D.R.", "metr. t", "", "0", "50.5", "e"],
      ["Indonesia", "metr. t", "771000", "1040000", "", "e"],
      ["Total", "metr. t", "940000", "1191000", "1580000"],
    ])
  public static let tungsten = SampleWorkbook.Sheet(
    "Tungsten (W)",
    [
      [title], ["Country", "unit", "2020", "2021", "2022", "data source"],
      ["China", "metr. t", "66000", "67000", "66500", "r"],
      ["Korea, North", "metr. t", "410", "-", "520", "e"],
      ["Total", "", "66410", "67000", "67020"], [], ["r = reported, e = estimated"],
    ])
  public static let gold = SampleWorkbook.Sheet(
    "Gold",
    [
      [title], ["Country", "unit", "2020", "2021", "2022", "data source"],
      ["Ghana", "kg", "125000", "88000", "106000", "r"],
    ])
  public static let gas = SampleWorkbook.Sheet(
    "Natural Gas",
    [
      [title], ["Country", "unit", "2020", "2021", "2022", "data source"],
      ["Norway", "Mio m3", "111000", "113000", "122000", "r"],
    ])

  /// A workbook with a sheet for each mineral.
  public static let all = SampleWorkbook([nickel, tungsten, gold, gas])

  /// A sheet saved as CSV.
  public static func csv(_ sheet: SampleWorkbook.Sheet, separator: String = ",") -> String {
    let width = sheet.rows.map(\.count).max() ?? 0
    return sheet.rows.map { row in
      let cells = row + Array(repeating: "", count: width - row.count)
      return cells.map { $0.contains(separator) ? "\"\($0)\"" : $0 }.joined(separator: separator)
        + "\r\n"
    }.joined()
  }
}
