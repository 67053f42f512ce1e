import Tables

/// Where the columns of a UN Comtrade file are.
struct ComtradeColumns {
  let year, reporter, flow, partner, code, weight, value: Int
  let frequency, kind, secondPartner, customs, mode, supply: Int?
  let quantity, quantityUnit, isEstimated: Int?

  /// nil, which is noted, where the file has not the columns of UN Comtrade.
  init?(_ table: DownloadedTable, log: ProblemLog) {
    let needed = [
      ["refyear", "period"], ["reportercode"], ["flowcode"], ["partnercode"], ["cmdcode"],
      ["netwgt"], ["primaryvalue"],
    ]
    var found: [Int] = []
    var missing: [String] = []
    for names in needed {
      if let place = names.lazy.compactMap({ table.column($0) }).first {
        found.append(place)
      } else {
        missing.append(names.joined(separator: " or "))
      }
    }
    guard missing.isEmpty else {
      log.add(
        "not a file of UN Comtrade: the header lacks \(missing.joined(separator: ", ")); download it from comtradeplus.un.org as CSV, in the Comtrade format",
        file: table.csv.file, line: table.csv.headerLine)
      return nil
    }
    (year, reporter, flow, partner) = (found[0], found[1], found[2], found[3])
    (code, weight, value) = (found[4], found[5], found[6])
    frequency = table.column("freqcode")
    kind = table.column("typecode")
    secondPartner = table.column("partner2code")
    customs = table.column("customscode")
    mode = table.column("motcode")
    supply = table.column("moscode")
    quantity = table.column("qty")
    quantityUnit = table.column("qtyunitcode")
    isEstimated = table.column("isnetwgtestimated")
  }
}
