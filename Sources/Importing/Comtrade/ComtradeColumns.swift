package import Tables

/// Where the columns of a UN Comtrade file are. Names are those of comtradeplus.un.org and its API, of the older
/// comtrade.un.org, and of its API; only their letters and digits count, so `ref_year` is `refYear`.
package struct ComtradeColumns {
  let year, reporter, flow, partner, code, weight, value: Int
  let frequency, period, month, kind, classification, searched, isOriginal: Int?
  let secondPartner, customs, mode, supply: Int?
  let quantity, quantityUnit, isEstimated, flag, description: Int?

  /// The columns that a file must have, in the order of the properties.
  private static let required = [
    ColumnDefinition(
      "refYear", "Year", "yr", "period", "refPeriodId",
      content: "a year, or a date that starts with one", "The year of the trade."),
    ColumnDefinition(
      "reporterCode", "rtCode", "reporterISO", "rt3ISO",
      content: "code of the UN, or ISO 3166-1 alpha-3", "The country that reports the trade."),
    ColumnDefinition(
      "flowCode", "Trade Flow Code", "rgCode", "flowDesc", "Trade Flow", "rgDesc",
      content: "`M`, `1` or `Import`; `X`, `2` or `Export`; `RX`, `3` or `Re-Export`",
      "Imports, exports, re-exports. Other flows, such as re-imports, are left out."),
    ColumnDefinition(
      "partnerCode", "ptCode", "partnerISO", "pt3ISO",
      content: "code of the UN, or ISO 3166-1 alpha-3", "The other country of the trade."),
    ColumnDefinition(
      "cmdCode", "Commodity Code", content: "HS code",
      "The goods. Codes that no `hs` names are left out."),
    ColumnDefinition(
      "netWgt", "Netweight (kg)", "NetWeight", content: "number above 0", unit: "kg",
      "The net weight. Blank, 0 or no number: not known."),
    ColumnDefinition(
      "primaryValue", "Trade Value (US$)", "Trade Value (USD)", "TradeValue",
      content: "number above 0", unit: "USD", "The value. Blank, 0 or no number: not known."),
  ]

  /// The columns that a file may lack, in the order of the properties.
  private static let optional = [
    ColumnDefinition(
      "freqCode", isRequired: false, content: "code",
      "`A` is a year, `M` a month. Other rows are left out; where it is blank, `period` and `refMonth` tell."
    ),
    ColumnDefinition(
      "period", isRequired: false, content: "a year, or a year and a month",
      "202307 is a month, unless `freqCode` is `A`."),
    ColumnDefinition(
      "refMonth", isRequired: false, content: "number",
      "1 to 12 is a month, unless `freqCode` is `A`. 52 is a year."
    ),
    ColumnDefinition(
      "typeCode", isRequired: false, content: "code",
      "Only rows with `C` (goods) or blank are read."),
    ColumnDefinition(
      "classificationCode", "Classification", "pfCode", isRequired: false, content: "code",
      "Only rows of the HS (`HS`, `H0` to `H9`) or blank are read. If the files have one flow in several editions, the "
        + "original one counts, otherwise the newest."),
    ColumnDefinition(
      "classificationSearchCode", isRequired: false, content: "code",
      "Only rows with `HS`, an edition of it, or blank are read."),
    ColumnDefinition(
      "isOriginalClassification", isRequired: false, content: "`true` or `1`, else no",
      "Whether the edition is the one in which the country reports."),
    ColumnDefinition(
      "partner2Code", "2nd Partner Code", "ptCode2", isRequired: false, content: "code",
      "The second partner. Only totals are read: 0 or blank."),
    ColumnDefinition(
      "customsCode", "Customs Proc. Code", "cstCode", isRequired: false, content: "code",
      "The customs procedure. Only totals are read: `C00` or blank."),
    ColumnDefinition(
      "motCode", "Mode of Transport Code", isRequired: false, content: "code",
      "The mode of transport. Only totals are read: 0 or blank."),
    ColumnDefinition(
      "mosCode", isRequired: false, content: "code",
      "The mode of supply. Only totals are read: 0 or blank."),
    ColumnDefinition(
      "qty", "TradeQuantity", isRequired: false, content: "number above 0",
      unit: "as `qtyUnitCode` says",
      "The quantity. It counts as weight where the net weight is not known and the unit is a weight."
    ),
    ColumnDefinition(
      "qtyUnitCode", "Qty Unit Code", "qtCode", isRequired: false, content: "code",
      "The unit of `qty`: 8 is kilograms, 15 grams, 21 thousand kilograms."),
    ColumnDefinition(
      "isNetWgtEstimated", isRequired: false, content: "`true` or `1`, else no",
      "Whether the weight is an estimate of the UN. The summary of the import counts such rows."),
    ColumnDefinition(
      "legacyEstimationFlag", "Flag", "estCode", isRequired: false, content: "number",
      "4 and 6: the weight is an estimate of the UN."),
    ColumnDefinition(
      "cmdDesc", "Commodity", "cmdDescE", isRequired: false, content: "text",
      "The name of the goods. Only `watch` without a map reads it."),
  ]

  /// The required columns, then the optional ones.
  package static var all: [ColumnDefinition] { required + optional }

  /// The names of the columns that a file must have.
  static var names: [String] { required.map(\.name) }

  /// Whether a table has the columns that a file must have.
  static func areIn(_ table: DownloadedTable) -> Bool {
    let names = ColumnPlaces(table)
    return required.allSatisfy { names.place($0) != nil }
  }

  /// nil if the file lacks required columns, which is noted.
  init?(_ table: DownloadedTable, log: ProblemLog) {
    let names = ColumnPlaces(table)
    let found = Self.required.compactMap(names.place)
    guard found.count == Self.required.count else {
      let missing = Self.required.filter { names.place($0) == nil }.map(\.name)
      log.add(
        "not a file of UN Comtrade: the header lacks \(missing.joined(separator: ", ")); download it from comtradeplus.un.org as CSV, in the Comtrade format",
        file: table.csv.file, line: table.csv.headerLine)
      return nil
    }
    (year, reporter, flow, partner) = (found[0], found[1], found[2], found[3])
    (code, weight, value) = (found[4], found[5], found[6])
    let others = Self.optional.map(names.place)
    (frequency, period, month, kind) = (others[0], others[1], others[2], others[3])
    (classification, searched, isOriginal) = (others[4], others[5], others[6])
    (secondPartner, customs, mode, supply) = (others[7], others[8], others[9], others[10])
    (quantity, quantityUnit, isEstimated, flag) = (others[11], others[12], others[13], others[14])
    description = others[15]
  }
}
