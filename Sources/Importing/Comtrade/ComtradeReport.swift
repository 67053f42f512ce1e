/// An annual figure that a country reports to the UN: its imports from or exports to a partner.
struct ComtradeReport: Sendable {
  /// The direction that is reported.
  enum Flow: Hashable {
    case imports, exports, reexports
  }

  /// Goods of one HS code made in one country and used in another, in a year.
  struct Trade: Hashable, Comparable {
    var code: String
    var origin: Country
    var destination: Country
    var year: Int

    static func < (a: Self, b: Self) -> Bool {
      (a.code, a.year, a.origin.code, a.destination.code)
        < (b.code, b.year, b.origin.code, b.destination.code)
    }
  }

  var trade: Trade
  var flow: Flow
  /// Net weight in metric tons; nil if none is reported.
  var tons: Double?
  /// US dollars: of imports CIF, of exports FOB.
  var value: Double
  /// The weight was estimated by the UN.
  var isEstimated: Bool
  var place: FilePlace
}
