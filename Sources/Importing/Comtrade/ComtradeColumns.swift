package import Tables

/// Where the columns of a UN Comtrade file are.
package struct ComtradeColumns {
  let year, reporter, flow, partner, code, weight, value: Int
  let frequency, kind, secondPartner, customs, mode, supply: Int?
  let quantity, quantityUnit, isEstimated: Int?

  /// The columns that a file must have, in the order of the properties.
  private static let required = [
    ColumnDefinition(
      "refYear", "period", content: "a year, or a date that starts with one",
      "The year of the trade."),
    ColumnDefinition(
      "reporterCode", content: "code of the UN", "The country that reports the trade."),
    ColumnDefinition(
      "flowCode", content: "`M` or `1`, `X` or `2`, `RX` or `3`, `RM` or `4`",
      "Imports, exports, re-exports, re-imports. Re-imports are left out."),
    ColumnDefinition(
      "partnerCode", content: "code of the UN", "The other country of the trade."),
    ColumnDefinition(
      "cmdCode", content: "HS code", "The goods. Codes that no `hs` names are left out."),
    ColumnDefinition(
      "netWgt", content: "number, 0 or more", unit: "kg", "The net weight. Blank or 0: not known."),
    ColumnDefinition("primaryValue", content: "number, 0 or more", unit: "USD", "The value."),
  ]

  /// The columns that a file may lack, in the order of the properties.
  private static let optional = [
    ColumnDefinition(
      "freqCode", isRequired: false, content: "code",
      "Only rows with `A` (a year) or blank are read."),
    ColumnDefinition(
      "typeCode", isRequired: false, content: "code",
      "Only rows with `C` (goods) or blank are read."),
    ColumnDefinition(
      "partner2Code", isRequired: false, content: "code",
      "The second partner. Only totals are read: 0 or blank."),
    ColumnDefinition(
      "customsCode", isRequired: false, content: "code",
      "The customs procedure. Only totals are read: `C00` or blank."),
    ColumnDefinition(
      "motCode", isRequired: false, content: "code",
      "The mode of transport. Only totals are read: 0 or blank."),
    ColumnDefinition(
      "mosCode", isRequired: false, content: "code",
      "The mode of supply. Only totals are read: 0 or blank."),
    ColumnDefinition(
      "qty", isRequired: false, content: "number, 0 or more", unit: "as `qtyUnitCode` says",
      "The quantity. It counts as weight where `netWgt` is blank or 0 and the unit is kilograms."),
    ColumnDefinition(
      "qtyUnitCode", isRequired: false, content: "code", "The unit of `qty`: 8 is kilograms."),
    ColumnDefinition(
      "isNetWgtEstimated", isRequired: false, content: "`true` or `1`, else no",
      "Whether the weight is an estimate of the UN. The summary of the import counts such rows."),
  ]

  /// The required columns, then the optional ones.
  package static var all: [ColumnDefinition] { required + optional }

  /// nil if the file lacks required columns, which is noted.
  init?(_ table: DownloadedTable, log: ProblemLog) {
    guard let found = table.places(Self.required) else {
      let missing = Self.required.filter { table.column($0) == nil }.map { column in
        column.names.map(DownloadedTable.plain).joined(separator: " or ")
      }
      log.add(
        "not a file of UN Comtrade: the header lacks \(missing.joined(separator: ", ")); download it from comtradeplus.un.org as CSV, in the Comtrade format",
        file: table.csv.file, line: table.csv.headerLine)
      return nil
    }
    (year, reporter, flow, partner) = (found[0], found[1], found[2], found[3])
    (code, weight, value) = (found[4], found[5], found[6])
    let others = Self.optional.map(table.column)
    (frequency, kind, secondPartner) = (others[0], others[1], others[2])
    (customs, mode, supply) = (others[3], others[4], others[5])
    (quantity, quantityUnit, isEstimated) = (others[6], others[7], others[8])
  }
}
