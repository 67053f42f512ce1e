import EarlyWarning
import Importing

/// The figures of the goods in the report.
extension WatchReport {
  private func indicator(
    _ kind: Indicator.Kind, of good: String, _ basis: TradeBasis
  ) -> Indicator? {
    figures[good]?.first { $0.kind == kind && $0.basis == basis }
  }

  /// Goods and bases that have one of some figures.
  private func subjects(with kinds: [Indicator.Kind]) -> [(good: String, basis: TradeBasis)] {
    watch.goods.flatMap { good in
      TradeBasis.allCases.filter { basis in
        figures[good.id]?.contains {
          $0.basis == basis && kinds.contains($0.kind) && ($0.amount != nil || $0.passes != nil)
        } ?? false
      }.map { (good.id, $0) }
    }
  }

  // MARK: Dependence

  private static let commission: [Indicator.Kind] = [.cdi1, .cdi2, .cdi3]
  private static let geodep: [Indicator.Kind] = [.geodepImports, .geodepWorld, .geodepExports]

  mutating func addDependence() {
    let shown = subjects(with: Self.commission + Self.geodep + [.geopolrisk, .largestShare])
    guard !shown.isEmpty else { return }
    let has = { [watch] (kinds: [Indicator.Kind]) in
      watch.indicators.contains {
        kinds.contains($0.kind) && ($0.amount != nil || $0.passes != nil)
      }
    }
    let (hasGeoDep, hasRisk) = (has(Self.geodep), has([.geopolrisk]))
    var grid = TextGrid(
      ["good", "by", "CDI1", "CDI2", "CDI3", "dependent", "largest origin", "share"]
        + (hasGeoDep ? ["GeoDep"] : []) + (hasRisk ? ["GeoPolRisk"] : []), keyCount: 2)
    for (good, basis) in shown.prefix(Self.mostRows) {
      let figures = Self.commission.map { indicator($0, of: good, basis) }
      let largest = indicator(.largestShare, of: good, basis)
      let world = Self.geodep.map { indicator($0, of: good, basis)?.passes }
      grid.add(
        [words.names.cell(good), basis.rawValue] + figures.map(dependenceText)
          + [
            verdict(figures.map { $0?.passes }),
            largest?.origin.map { words.names.cell($0) + mark(good, $0) } ?? "",
            largest?.amount.map(NumberText.percent) ?? "",
          ] + (hasGeoDep ? [verdict(world)] : [])
          + (hasRisk ? [text(indicator(.geopolrisk, of: good, basis))] : []))
    }
    add(grid, heading: "Dependence")
    addRest(shown.count - Self.mostRows, in: "indicators.csv")
    addDependenceLegend(hasGeoDep, hasRisk)
  }

  private mutating func addDependenceLegend(_ hasGeoDep: Bool, _ hasRisk: Bool) {
    let limits = "; * above its limit"
    addLegend(
      [
        ("CDI1", "concentration of imports by origin, limit 0.4\(limits)"),
        ("CDI2", "imports from outside over all imports, limit 0.5"),
        ("CDI3", "imports from outside over exports, limit 1"),
        ("^", "the larger of value and tons"),
        ("dependent", "all three are above their limits (European Commission, 2021)"),
      ]
        + (hasGeoDep
          ? [
            (
              "GeoDep",
              "imports and world exports concentrated, and imports above exports, in 2 of 3 years (CEPII)"
            )
          ] : [])
        + (hasRisk
          ? [("GeoPolRisk", "concentration of world production × instability of the origins")] : [])
    )
  }

  /// An exclamation mark where both reports of the pair differ much.
  private func mark(_ good: String, _ origin: String) -> String {
    watch.mirrorGap(of: good, from: origin) == nil ? "" : " (!)"
  }

  /// A figure with a sign if it is larger than on the other basis.
  private func dependenceText(_ indicator: Indicator?) -> String {
    let size = { (indicator: Indicator?) -> Double? in
      indicator?.amount ?? (indicator?.passes == true ? .infinity : nil)
    }
    let other = TradeBasis.allCases.first { $0 != indicator?.basis }
    guard let indicator, let other, let amount = size(indicator),
      let rival = size(self.indicator(indicator.kind, of: indicator.good, other))
    else { return text(indicator) }
    return text(indicator) + (amount > rival ? "^" : "")
  }

  private func text(_ indicator: Indicator?) -> String {
    guard let indicator else { return "" }
    guard let amount = indicator.amount else {
      return indicator.kind == .cdi3 && indicator.passes == true ? "no exports*" : ""
    }
    return NumberText.amount(amount) + (indicator.passes == true ? "*" : "")
  }

  /// Whether all of some limits are passed; blank where this is not known.
  private func verdict(_ passes: [Bool?]) -> String {
    if passes.contains(false) { return "no" }
    return passes.allSatisfy { $0 == true } ? "yes" : ""
  }

  // MARK: Change

  private static let changes: [(kind: Indicator.Kind, title: String)] = [
    (.tonsChange, "tons"), (.unitValueChange, "unit value"), (.largestShareChange, "largest share"),
    (.hhiChange, "HHI"), (.newSuppliers, "new origins"), (.vanishedSuppliers, "vanished"),
  ]

  mutating func addChanges() {
    let shown = watch.goods.filter { good in
      figures[good.id]?.contains { indicator in
        indicator.amount != nil && Self.changes.contains { $0.kind == indicator.kind }
      } ?? false
    }
    guard !shown.isEmpty else { return }
    var grid = TextGrid(["good"] + Self.changes.map(\.title), keyCount: 1)
    for good in shown.prefix(Self.mostRows) {
      grid.add([words.names.cell(good.id)] + Self.changes.map { change(of: $0.kind, good.id) })
    }
    add(grid, heading: "Change against the year before")
    addRest(shown.count - Self.mostRows, in: "indicators.csv")
  }

  /// A change by tons, or else by value.
  private func change(of kind: Indicator.Kind, _ good: String) -> String {
    let found = [TradeBasis.tons, .value].lazy.compactMap { self.indicator(kind, of: good, $0) }
      .first { $0.amount != nil }
    guard let amount = found?.amount else { return "" }
    switch kind {
    case .newSuppliers, .vanishedSuppliers: return NumberText.whole(Int(amount.rounded()))
    case .hhiChange: return NumberText.signed(amount)
    default: return (amount > 0 ? "+" : "") + NumberText.percent(amount)
    }
  }
}
