import Tables

/// Descriptions of goods from the list of a release of BACI.
public enum ProductNames {
  /// Reads the `product_codes` file beside a file of BACI.
  ///
  /// - Returns: descriptions by HS code of six digits; empty where there is no such file, or it is no such list: an
  ///   instance does without them.
  public static func read(beside file: String) -> [String: String] {
    guard let list = BACIRelease.list("product_codes", beside: file),
      let table = DownloadedTable(file: list, log: ProblemLog()),
      let code = table.csv.column("code"), let description = table.csv.column("description")
    else { return [:] }
    return (0..<table.csv.rowCount).reduce(into: [:]) { names, row in
      let digits = table.text(row, code)
      names[String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits] =
        visibleWords(table.text(row, description))
    }
  }
}
