import Testing

@testable import Importing

@Suite("Flows and editions of UN Comtrade")
struct TradeFlowWordTests {
  @Test("an edition of the HS is H and one digit of ASCII, and any other name is none")
  func editions() {
    #expect(HSEdition.number("H0") == 0 && HSEdition.number("H6") == 6)
    for name in ["H万", "H٣", "H½", "HS", "H", "H10", "S4", ""] {
      #expect(HSEdition.number(name) == nil, "\(name)")
    }
  }

  @Test(
    "flows are read by letter, number and word",
    arguments: [
      ("M", .imports), ("1", .imports), ("Import", .imports), ("X", .exports), ("2.0", .exports),
      ("Exports", .exports), ("RX", .reexports), ("3", .reexports), ("Re-Export", .reexports),
      ("RM", nil), ("DX", nil), ("FM", nil), ("MIP", nil), ("XOP", nil), ("", nil), ("Z", nil),
    ] as [(String, ComtradeReport.Flow?)])
  func flows(text: String, expected: ComtradeReport.Flow?) {
    switch TradeFlowWord(text) {
    case .reported(let flow): #expect(flow == expected)
    case .other(let reason): #expect(expected == nil && !reason.isEmpty)
    }
  }
}
