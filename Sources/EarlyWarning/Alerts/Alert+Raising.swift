import Importing

extension Alert {
  /// The alerts of one good, those of the largest usual suppliers first.
  ///
  /// One for each origin that raises it by a fall, a jump or a sum of unit values (``OriginChange/reasons``). If the good
  /// is newly dependent, its largest origin in the last year, by value, has that reason too, or alone.
  ///
  /// - Parameters:
  ///   - change: what has moved, by origin.
  ///   - trade: the trade of the good.
  ///   - isDependent: whether the good passes all three indicators of the European Commission as of the period.
  ///   - wasDependent: whether it did a year before; nil: not known, so that it is not new.
  public static func raised(
    by change: ChangeSet, trade: GoodTrade, isDependent: Bool, wasDependent: Bool?
  ) -> [Alert] {
    let window = TradeWindow(end: change.asOf)
    let imports = trade.imports(in: window)
    let isNew = isDependent && wasDependent == false
    let largest = isNew ? imports.max { ($0.value.value, $1.key) < ($1.value.value, $0.key) } : nil
    let origins = Set(change.histories.map(\.origin)).union(largest.map { [$0.key] } ?? [])
    return origins.compactMap { origin -> Alert? in
      let found = change.change(from: origin)
      var reasons = found?.reasons ?? []
      var since = found?.since
      if origin == largest?.key {
        reasons.append(.dependent)
        since = min(since ?? change.asOf, window.periods[0])
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
