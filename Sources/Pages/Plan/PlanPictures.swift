import Analysis
import Charts
import Reporting
import Sourcing

/// The pictures of a plan.
struct PlanPictures {
  let summary: Summary
  let tables: PlanTables
  let words: PlanWords
  let regions: RegionColours
  /// The rows of `bills.csv`.
  let parts: [PaidAmounts.Row]
  /// The rows of `chain.csv`.
  let chainRows: [ChainRow]

  init(_ summary: Summary, _ tables: PlanTables) {
    self.summary = summary
    self.tables = tables
    words = PlanWords(summary: summary)
    regions = RegionColours(summary)
    parts = tables[.bills].rows.map {
      PaidAmounts.Row(
        period: $0.text("period"), payer: $0.text("payer"), spentIn: $0.text("spent_in"),
        category: $0.text("category"), amount: $0.number("amount") ?? 0,
        withoutGoals: $0.number("without_goals"), change: $0.number("change"))
    }
    chainRows = tables[.chain].rows.map {
      ChainRow(
        period: $0.text("period"), link: $0.text("link"), commodity: $0.text("commodity"),
        process: $0.text("process"), stage: $0.text("stage"), origin: $0.text("origin"),
        destination: $0.text("destination"), homeQuantity: $0.number("home_quantity") ?? 0,
        homeCost: $0.number("home_cost") ?? 0)
    }
  }

  /// The most important first.
  var all: [Picture] {
    supplyShares + [shortages, changeOfHomeBill, changesOfPayers, ranges].compactMap(\.self)
      + chain + map + [orders, costs, homeBill, stocks].compactMap(\.self)
  }

  private var ranges: Picture? {
    summary.ranges.flatMap { RangesPicture($0, currency: summary.currency).picture }
  }

  // MARK: Suppliers

  private static let mostSupplied = 3

  private var supplyShares: [Picture] {
    summary.suppliers.prefix(Self.mostSupplied).compactMap { suppliers in
      let origins = Set(suppliers.origins.map(\.region))
      let rows = tables[.shares].rows.filter {
        $0.text("destination") == summary.home && $0.text("commodity") == suppliers.commodity
          && origins.contains($0.text("origin"))
      }.map {
        SupplyShares.Row(
          period: $0.text("period"), origin: $0.text("origin"),
          quantity: $0.number("quantity") ?? 0, share: $0.number("share_of_supply") ?? 0)
      }
      guard rows.contains(where: { $0.quantity > 0 }) else { return nil }
      return SupplyShares.picture(
        id: "supply-shares-\(slug(suppliers.commodity))", of: rows, limits: limits(on: suppliers),
        regions: regions,
        words: .init(
          commodity: words.named(suppliers.commodity), homes: words.homes,
          unit: summary.units[suppliers.commodity] ?? "units", sentence: sentence(on: suppliers)))
    }
  }

  /// Targets on the share of the rivals, which are at the bottom of the picture: of each goal that limits just the share
  /// that is drawn.
  private func limits(on suppliers: Suppliers) -> [SupplyShares.Limit] {
    summary.goals.filter { goal in
      goal.kind == Goal.KindName.reliance.rawValue && goal.direction == .atMost
        && !goal.entries.isEmpty
        && goal.entries.allSatisfy { entry in
          entry.period.flatMap { shareOfRivals(in: $0, suppliers) }
            .map { abs($0 - entry.achieved) < 1e-6 } ?? false
        }
    }.flatMap { goal in
      goal.entries.compactMap { entry in
        entry.period.map { .init(goal: goal.title, period: $0, target: entry.target) }
      }
    }
  }

  private func shareOfRivals(in period: String, _ suppliers: Suppliers) -> Double? {
    summary.periods.firstIndex(of: period).map { place in
      suppliers.origins.filter { regions.role($0.region) == .rival }
        .reduce(0) { $0 + $1.share[place] }
    }
  }

  /// `China falls from 59.7% (2019) to 50.0% (2035), the goal (dashed); without the goals 73.5%.`
  private func sentence(on suppliers: Suppliers) -> String {
    guard let first = summary.periods.first, let last = summary.periods.last,
      let then = words.largest(of: suppliers, at: 0),
      let now = words.largest(of: suppliers, at: summary.periods.count - 1)
    else { return "" }
    let rivals = suppliers.origins.filter { regions.role($0.region) == .rival }
    let rival = rivals.max { ($0.share.max() ?? 0) < ($1.share.max() ?? 0) }
    let id = rival?.region ?? then.id
    guard let told = suppliers.origins.first(where: { $0.region == id }),
      let start = told.share.first, let end = told.share.last
    else { return "" }
    let name = capitalised(words.named(id))
    let (from, to) = (NumberText.percent(start), NumberText.percent(end))
    guard first != last else { return "\(name) has \(to) in \(last)." }
    let targets = limits(on: suppliers)
    let isGoal = targets.contains { $0.period == last && abs($0.target - end) < 1e-4 }
    let goal = isGoal ? ", the goal (dashed)" : targets.isEmpty ? "" : "; the goal is dashed"
    let course =
      from == to
      ? "\(name) has \(from) in \(first) and in \(last)"
      : "\(name) \(end < start ? "falls" : "rises") from \(from) (\(first)) to \(to) (\(last))"
    let most =
      now.id == id ? "" : " The largest supplier in \(last) is \(now.name) with \(now.share)."
    return "\(course)\(goal)\(alone(id, suppliers.commodity)).\(most)"
  }

  /// The share of a supplier in the last period of the plan without goals.
  private func alone(_ region: String, _ commodity: String) -> String {
    let share = summary.withoutGoals?.suppliers?.first { $0.commodity == commodity }?
      .origins.first { $0.region == region }?.share.last
    return share.map { "; without the goals \(NumberText.percent($0))" } ?? ""
  }
}

/// An id as a part of the id of an element: letters and digits of ASCII, and hyphens.
func slug(_ id: String) -> String {
  String(id.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
}
