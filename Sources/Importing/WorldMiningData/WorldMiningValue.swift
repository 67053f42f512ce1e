import Tables

extension ProductionValue {
  /// A figure as World Mining Data has it; nil if the text is no figure. A blank cell or a dash is not known, and an
  /// output of 0 is written as 0.
  init?(worldMiningData text: String) {
    switch text.lowercased() {
    case "": self = .blank
    case "-", "–", "—", "−", "...", "…", "n.a.", "na", "nan": self = .notAvailable
    default:
      guard let number = try? DecimalNumber.parse(DownloadedCell.withoutCommas(text)), number >= 0
      else { return nil }
      self = number == 0 ? .nothing : .amount(number, isBound: false)
    }
  }
}
