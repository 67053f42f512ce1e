import Foundation
import Sourcing

/// Files in the form of the sources, made by hand from the documented columns.
enum Downloads {
  /// The 47 columns of UN Comtrade.
  static let comtradeColumns =
    "typeCode,freqCode,refPeriodId,refYear,refMonth,period,reporterCode,reporterISO,reporterDesc,flowCode,flowDesc,partnerCode,partnerISO,partnerDesc,partner2Code,partner2ISO,partner2Desc,classificationCode,classificationSearchCode,isOriginalClassification,cmdCode,cmdDesc,aggrLevel,isLeaf,customsCode,customsDesc,mosCode,motCode,motDesc,qtyUnitCode,qtyUnitAbbr,qty,isQtyEstimated,altQtyUnitCode,altQtyUnitAbbr,altQty,isAltQtyEstimated,netWgt,isNetWgtEstimated,grossWgt,isGrossWgtEstimated,cifvalue,fobvalue,primaryValue,legacyEstimationFlag,isReported,isAggregate"

  /// One row, with blank names as in the preview.
  static func row(
    _ year: Int, _ reporter: Int, _ flow: String, _ partner: Int, _ code: String,
    kg: String, value: String, estimated: String = "False", second: Int = 0, mode: Int = 0,
    quantityUnit: Int = 8, quantity: String = "", frequency: String = "A"
  ) -> String {
    "C,\(frequency),\(year)0101,\(year),52,\(year),\(reporter),,,\(flow),,\(partner),,,\(second),,,H6,HS,True,\(code),,,,C00,,0,\(mode),,\(quantityUnit),,\(quantity),False,-1,,0.0,False,\(kg),\(estimated),0.0,False,0.0,0.0,\(value),0,False,True"
  }

  /// One row of a month.
  static func month(
    _ year: Int, _ month: Int, _ reporter: Int, _ flow: String, _ partner: Int, _ code: String,
    kg: String, value: String, frequency: String = "M"
  ) -> String {
    let period = "\(year)\(month < 10 ? "0" : "")\(month)"
    return
      "C,\(frequency),\(period)01,\(year),\(month),\(period),\(reporter),,,\(flow),,\(partner),,,0,,,H6,HS,True,\(code),,,,C00,,0,0,,8,,,False,-1,,0.0,False,\(kg),False,0.0,False,0.0,0.0,\(value),0,False,True"
  }

  static func comtrade(_ rows: [String]) -> String {
    ([comtradeColumns] + rows).joined(separator: "\n") + "\n"
  }

  /// Trade of Japan (392), China (156), the United States (842), France (251) and Taiwan (490) in a
  /// heading of two subheadings: line 2 on.
  static let trade = comtrade([
    row(2023, 392, "M", 0, "284610", kg: "900000", value: "9000000"),  // 2: World
    row(2023, 392, "M", 156, "284610", kg: "500000", value: "5000000"),  // 3
    row(2023, 392, "M", 156, "284690", kg: "100000", value: "4000000", estimated: "True"),  // 4
    row(2023, 156, "X", 392, "284610", kg: "200000", value: "1500000"),  // 5: mirror, factor > 2
    row(2023, 392, "M", 251, "284610", kg: "0", value: "300000"),  // 6: no weight
    row(2023, 251, "X", 392, "284610", kg: "50000", value: "250000"),  // 7: exporter counts
    row(2023, 251, "RX", 392, "284610", kg: "10000", value: "50000"),  // 8: re-exports
    // 9: the weight is in the quantity
    row(2023, 392, "M", 490, "284610", kg: "", value: "80000", quantity: "8000"),
    row(2023, 392, "M", 899, "284610", kg: "7", value: "70"),  // 10: Areas, nes
    row(2023, 392, "M", 156, "284610", kg: "500000", value: "5000000"),  // 11: again
    row(2023, 842, "X", 392, "280530", kg: "", value: "1000"),  // 12: no weight at all
    row(2023, 392, "M", 842, "2504", kg: "1000", value: "1000"),  // 13: not in the map
    row(2022, 392, "M", 156, "284610", kg: "400000", value: "2000000"),  // 14
    row(2023, 392, "RM", 392, "284610", kg: "5", value: "5"),  // 15: re-imports
    row(2023, 392, "M", 156, "284610", kg: "300000", value: "3000000", mode: 1000),  // 16: a mode
    row(2023, 392, "M", 156, "284610", kg: "1", value: "3", frequency: "M"),  // 17: monthly
  ])

  static let tradeMap = """
    home: JPN
    commodities:
      - {commodity: compounds, name: Rare-earth compounds, hs: [284610, 284690], unit: t}
      - {commodity: metal, hs: 280530, unit: t}

    """

  private static let type =
    "\"Rare earths, mine production, rare-earth-oxide equivalent, metric tons\""

  /// The edition of 2022, which writes `Est`.
  static let usgs2022 = """
    \u{FEFF}Source,Country,Type,Prod_t_2020,Prod_t_Est_2021,Prod_notes,Reserves_t,Reserves_notes\r
    MCS2022,United States,\(type),39000,43000,,1800000,\r
    MCS2022,Burma,\(type),31000,26000,Estimated,NA,\r
    MCS2022,World total (rounded),\(type),240000,280000,,120000000,\r

    """

  static let usgs2023 = """
    \u{FEFF}Source,Country,Type,Prod_t_2021,Prod_t_est_2022,Prod_notes,Reserves_t,Reserves_notes\r
    MCS2023,United States,\(type),"42,000","43,000",,2300000,\r
    MCS2023,Australia,\(type),W,>18000,,4200000,"Joint Ore Reserves Committee, 2.98 million tons"\r
    MCS2023,Burma,\(type),35000,12000,Estimated in 2021 also.,NA,\r
    MCS2023,Canada,\(type),--,NA,,830000,\r
    MCS2023,Other countries,\(type),60,80,,280000,\r
    MCS2023,World total (rounded),\(type),290000,300000,,130000000,\r

    """

  /// Blank columns at the end and rows of commas, as in the published file.
  static let usgs2024 = """
    \u{FEFF}Source,Country,Type,Prod_t_est_2022,Prod_t_est_2023,Prod_notes,Reserves_t,Reserves_notes,,,\r
    MCS2024,United States,\(type),42000,43000,,1800000,,,,\r
    MCS2024,China5,\(type),210000,240000,Production quota,44000000,,,,\r
    MCS2024,World total (rounded),\(type),300000,350000,,110000000,,,,\r
    ,,,,,,,,,,\r
    ,,,,,,,,,,\r

    """

  static let usgs2025 = """
    \u{FEFF}SOURCE,COMMODITY,COUNTRY,TYPE,UNIT_MEAS,PROD_2023,PROD_EST_ 2024,PROD_NOTES,CAP_2023,CAP_EST_ 2024,CAP_NOTES,RESERVES_2024,RESERVE_NOTES
    MCS2025,Rare earths,United States,"Mine production, rare-earth-oxide equivalent",metric tons,41600,45000,,,,,1900000,
    MCS2025,Rare earths,Canada ,"Mine production, rare-earth-oxide equivalent",metric tons,,,,,,,830000,
    MCS2025,Rare earths,World total (rounded),"Mine production, rare-earth-oxide equivalent",metric tons,376000,390000,,,,,>90000000,
    MCS2025,Cobalt,Congo (Kinshasa),"Mine production, cobalt content",thousand metric tons,175,220,,,,,6000,
    MCS2025,Cobalt,Finland,"Refinery production",metric tons,1,2,,,,,,
    MCS2025,Gemstones,Botswana,Mine production,thousand carats,25,30,,,,,,

    """

  /// Windows-1252: a dash (0x97) means none.
  static let usgs2026: [UInt8] = {
    let text = """
      MCS chapter,Section,Commodity,Country,Statistics,Statistics_detail,Unit,Year,Value,Notes,Is critical mineral 2025,Other notes
      RARE EARTHS,Salient Statistics~United States,Rare Earths,United States,Production,Production: Mineral concentrates,metric tons,2024,"45,500",,Yes,
      RARE EARTHS,World Mine Production and Reserves,Rare Earths,United States,Production,Mine production,metric tons,2024,"45,500",Reported.,Yes,
      RARE EARTHS,World Mine Production and Reserves,Rare Earths,United States,Production,Mine production,metric tons,2025,"51,000",Estimated.,Yes,
      RARE EARTHS,World Mine Production and Reserves,Rare Earths,Greenland,Production,Mine production,metric tons,2025,~,,Yes,
      RARE EARTHS,World Mine Production and Reserves,Rare Earths,World total,Production,Mine production: rounded,metric tons,2025,"390,000",,Yes,
      RARE EARTHS,World Mine Production and Reserves,Rare Earths,China,Reserves,Reserves,metric tons,2025,"44,000,000",,Yes,

      """
    return Array(text.utf8).map { $0 == UInt8(ascii: "~") ? 0x97 : $0 }
  }()
}
