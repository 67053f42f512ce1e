import Importing

extension Alert {
  /// The alerts of one good, those of the largest usual suppliers first.
  ///
  /// One for each origin that raises it by a fall, a jump or a sum of unit values (``OriginChange/reasons``). If the good
  /// is newly dependent, its largest origin has that reason too, or alone.
  ///
  /// - Parameters:
  ///   - change: what has moved, by origin.
  ///   - isDependent: whether the good passes all three indicators of the European Commission as of the period.
  ///   - newly: the largest origin if it did not a year before (``IndicatorSet/newlyDependentOn``); nil: it did, or it is
  ///     not known.
  public static func raised(
    by change: ChangeSet, isDependent: Bool, newlyDependentOn newly: String?
  ) -> [Alert] {
    let origins = Set(change.histories.map(\.origin)).union([newly].compactMap(\.self))
    return origins.compactMap { origin -> Alert? in
      let found = change.change(from: origin)
      var reasons = found?.reasons ?? []
      var since = found?.since
      if origin == newly {
        reasons.append(.dependent)
        since = min(since ?? change.asOf, TradeWindow(end: change.asOf).periods[0])
      }
      guard let since, !reasons.isEmpty else { return nil }
      return Alert(
        good: change.good, origin: origin, since: since, asOf: change.asOf, reasons: reasons,
        fall: found?.fall, z: found?.z, cusum: found?.cusum,
        usualShare: change.usualShares[origin], isDependent: isDependent)
    }
    .sorted { ($1.usualShare ?? 0, $0.origin) < ($0.usualShare ?? 0, $1.origin) }
  }
}
