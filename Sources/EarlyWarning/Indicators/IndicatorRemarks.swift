import Importing

/// What a reader must know about the indicators of a good, one sentence each.
struct IndicatorRemarks {
  let trade: GoodTrade
  /// The last year, the one before it, and the one before that.
  let years: [YearOfTrade]
  let dependence: Dependence
  let geoDep: [TradeBasis: GeoDep]
  let supply: SuppliedRisk
  let turnover: SupplierTurnover
  let mirrorGaps: [String: MirrorGap]

  private var now: YearOfTrade { years[0] }
  private var before: YearOfTrade { years[1] }
  private var importer: String { trade.importer.name }

  /// All remarks, each with the good at its start.
  var all: [String] {
    let found = [missingPeriods(now, now: true), missingPeriods(before, now: false)]
    let rest = now.hasImports ? ofImports : noImports
    return (found + rest).compactMap(\.self).map { "\(trade.good.id): \($0)." }
  }

  private var noImports: [String?] {
    now.periods.isEmpty
      ? []
      : ["\(importer) has no imports in \(now.window.text), so its shares are blank", suppliers]
  }

  private var ofImports: [String?] {
    [weights(now), weights(before), noExports, verdict, world, production, risks, suppliers]
      + apart
  }

  // MARK: Periods and weights

  /// Which part of a year the files have; nil if they have all of it.
  private func missingPeriods(_ year: YearOfTrade, now isNow: Bool) -> String? {
    guard !year.isComplete else { return nil }
    let (found, all) = (year.periods.count, year.window.periods.count)
    let part =
      all == 1
      ? "no figures of \(importer) for \(year.window.text)"
      : "figures of \(importer) for \(found) of the \(all) months \(year.window.text)"
    let blank =
      !isNow
      ? "changes against that year are blank"
      : found == 0
        ? "all indicators are blank"
        : "shares are of these months, changes and GeoPolRisk are blank"
    return "the files have \(part)\(late(in: year)); \(blank)"
  }

  /// Who has not reported all of a year of which exporters report something, after a comma; empty if nobody.
  private func late(in year: YearOfTrade) -> String {
    let known = trade.known
    let members = Set(year.window.periods.flatMap { known.missing[$0] ?? [] }).sorted()
    let isSilent = year.window.periods.contains {
      known.all.contains($0) && !known.comparable.contains($0)
    }
    let who = members.isEmpty && isSilent ? importer : listed(members)
    guard !who.isEmpty else { return "" }
    let what = year.window.periods.count == 1 ? "it" : "the others"
    return ", since \(who) \(members.count > 1 ? "have" : "has") not reported \(what)"
  }

  /// How much of a year's trade has no weight; nil if all has one.
  private func weights(_ year: YearOfTrade) -> String? {
    guard year.hasImports else { return nil }
    let missing = 1 - year.allImports.covered(on: .tons)
    guard missing > 1e-9 else { return nil }
    let part =
      "\(ImportSummary.percent(missing)) of the value of imports in \(year.window.text) has no weight"
    if year.allImports.covered(on: .tons) < TradeBasis.leastCovered {
      let prices =
        year.allImports.unitValue == nil ? "unit values too" : "unit values are of the rest"
      return "\(part), so figures in tons are blank; \(prices)"
    }
    return "\(part); figures in tons and unit values are of the rest"
  }

  // MARK: Dependence

  private var noExports: String? {
    guard dependence.value.hasNoExports else { return nil }
    let said = "\(importer) has no exports in \(now.window.text), so CDI3 has no figure and passes"
    return trade.source == .baci
      ? said : "\(said); if the files were downloaded without exports, CDI3 is not known"
  }

  /// Which basis is worse, where both do not agree.
  private var verdict: String? {
    let (value, tons) = (dependence.value.isDependent, dependence.tons.isDependent)
    guard let value, let tons, value != tons else { return nil }
    return "\(importer) is dependent by \(value ? "value" : "tons"), "
      + "and not by \(value ? "tons" : "value")"
  }

  private var world: String? {
    let missing = years.filter { $0.worldExports == nil }
    guard missing.count >= 2 else { return nil }
    return "the files have the exports of the whole world in fewer than two of the years "
      + "\(geoDep[.value]?.period ?? now.window.text), so GeoDep is blank"
  }

  // MARK: GeoPolRisk

  private var production: String? {
    guard now.isComplete else { return nil }
    switch supply.production {
    case nil:
      return "there are neither facilities nor the exports of the whole world, "
        + "so the production is not known and GeoPolRisk is blank"
    case _ where supply.risk == nil:
      return "too few figures have a weight, so GeoPolRisk is blank"
    case .exports(let why):
      return "GeoPolRisk takes production from exports, since \(why)"
    case .facilities:
      return "GeoPolRisk takes production from the capacities of the instance's facilities"
    }
  }

  private var risks: String? {
    guard supply.risk != nil, !supply.originsWithoutRisk.isEmpty else { return nil }
    let shares = now.shares(on: .tons)
    let without = supply.originsWithoutRisk
    let part = without.reduce(0) { $0 + (shares.share(of: $1) ?? 0) }
    let who = without.count == shares.amounts.count ? "any origin" : listed(without)
    return "no risk is given for \(who) (\(ImportSummary.percent(min(1, part))) of the tons); "
      + "GeoPolRisk takes \(SupplyRisk.unknownRisk)"
  }

  // MARK: Suppliers and reports

  private var suppliers: String? {
    let parts = [
      turnover.new.flatMap { $0.isEmpty ? nil : "new suppliers are \(listed($0))" },
      turnover.vanished.flatMap { $0.isEmpty ? nil : "vanished suppliers are \(listed($0))" },
    ].compactMap(\.self)
    guard !parts.isEmpty else { return nil }
    return "against \(before.window.text) \(parts.joined(separator: "; "))"
  }

  /// The origins with at least 0.1 % of the imports whose reports differ by more than the limit.
  private var apart: [String] {
    let shares = TradeBasis.allCases.map(now.shares)
    return mirrorGaps.sorted { $0.key < $1.key }.compactMap { origin, gap in
      let isSupplier = shares.contains { ($0.share(of: origin) ?? 0) >= Limits.supplier }
      guard gap.isLarge, isSupplier, let basis = gap.largerBasis, let amount = gap.amount(on: basis)
      else { return nil }
      return "what \(importer) reports of imports from \(name(origin)) and what \(name(origin)) "
        + "reports of its exports differ by \(ImportSummary.percent(amount)) "
        + "of the larger (\(basis == .value ? "value" : "tons")) in \(now.window.text)"
    }
  }

  // MARK: Words

  private func name(_ place: String) -> String {
    guard let name = trade.placeNames[place], name != place, !name.isEmpty else { return place }
    return "\(name) (\(place))"
  }

  /// The first five places by name, and how many more there are.
  private func listed(_ places: [String]) -> String {
    let shown = places.prefix(5).map(name)
    let rest = places.count - shown.count
    let more = rest > 0 ? ["\(rest) more"] : []
    let all = shown + more
    guard let last = all.last, all.count > 1 else { return all.first ?? "" }
    return "\(all.dropLast().joined(separator: ", ")) and \(last)"
  }
}
