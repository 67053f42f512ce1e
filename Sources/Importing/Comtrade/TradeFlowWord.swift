import Tables

/// The meaning of a code or word for the direction of trade. The codes are those of the UN: letters, or the numbers of
/// the older comtrade.un.org.
enum TradeFlowWord: Hashable {
  case reported(ComtradeReport.Flow)
  /// A flow that is not read, with the reason.
  case other(String)

  init(_ text: String) {
    let word = DownloadedCell.code(text)
    if let flow = Self.usual[word] {
      self = .reported(flow)
      return
    }
    switch lettersAndDigits(word) {
    case "m", "1", "import", "imports": self = .reported(.imports)
    case "x", "2", "export", "exports": self = .reported(.exports)
    case "rx", "3", "reexport", "reexports": self = .reported(.reexports)
    case "rm", "4", "reimport", "reimports":
      self = .other("re-imports: the reporter's own goods come back")
    case "dx": self = .other(Self.part("domestic exports", "exports"))
    case "fm": self = .other(Self.part("foreign imports", "imports"))
    case "mip", "mop": self = .other(Self.part("imports for processing", "imports"))
    case "xip", "xop": self = .other(Self.part("exports after processing", "exports"))
    default: self = .other("flow \(shortened(text)) is neither imports nor exports")
    }
  }

  /// The codes of files of today.
  private static let usual: [String: ComtradeReport.Flow] = ["M": .imports, "X": .exports]

  private static func part(_ name: String, _ whole: String) -> String {
    "\(name): a part of the reporter's \(whole)"
  }
}

/// Editions of the Harmonized System.
enum HSEdition {
  /// 6 for `H6`; nil for any other name.
  static func number(_ name: String) -> Int? {
    let bytes = Array(name.utf8)
    guard bytes.count == 2, bytes[0] == UInt8(ascii: "H"), (48...57).contains(bytes[1]) else {
      return nil
    }
    return Int(bytes[1]) - 48
  }
}
