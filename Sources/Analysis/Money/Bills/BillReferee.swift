import Sourcing

/// Bills that are not the cost of their plan: a mistake of the program.
public struct BillMismatch: Error, CustomStringConvertible, Sendable {
  /// Which sum differs, and by how much.
  public let description: String
}

/// Checks that bills are the cost of a plan: in each period the parts of each category, over all payers, add up to the
/// cost of the category, and what each region gets by transfers to what others pay it. The costs are those of
/// ``PlanCosts``, which do not follow goods.
struct BillReferee {
  /// Allowed difference, relative to the cost of the period and all that changes hands in it.
  static let tolerance = 1e-9

  let costs: PlanCosts
  let horizon: Horizon
  let regions: Table<Region>

  init(_ view: PlanView) {
    costs = PlanCosts(view)
    (horizon, regions) = (view.instance.horizon, view.instance.regions)
  }

  /// Compares bills with the costs.
  ///
  /// - Throws: ``BillMismatch`` with the first sum that differs.
  func check(_ bills: Bills) throws(BillMismatch) {
    for period in horizon.indices {
      let (parts, wanted) = (bills.parts[period], costs.annual[period])
      let moved = parts.reduce(0) { $1.category.cost == nil ? $0 + abs($1.amount) : $0 }
      let scale = CostCategory.allCases.reduce(moved) { $0 + abs(wanted[$1]) }
      for category in BillCategory.allCases {
        let due = category.cost.map { wanted[$0] } ?? 0
        let billed = parts.reduce(0) { $1.category == category ? $0 + $1.amount : $0 }
        // Written so that a sum that is not a number differs.
        guard !(abs(billed - due) <= Self.tolerance * scale) else { continue }
        throw BillMismatch(
          description: "the bills of \(horizon[period].label) add up to \(billed) of "
            + "\(category.rawValue), the plan's cost is \(due); please report it with the command "
            + "and its inputs")
      }
      try checkTransfers(parts, allowed: Self.tolerance * scale, period)
    }
  }

  /// Of each region, what it gets and what is paid to it.
  private func checkTransfers(
    _ parts: [Bills.Part], allowed: Double, _ period: PeriodIndex
  ) throws(BillMismatch) {
    var sums: [RegionIndex: Double] = [:]
    for part in parts where part.category.cost == nil {
      sums[part.spentIn, default: 0] += part.amount
    }
    guard let worst = sums.max(by: { (abs($0.value), $1.key) < (abs($1.value), $0.key) }),
      !(abs(worst.value) <= allowed)
    else { return }
    throw BillMismatch(
      description:
        "what \(regions[worst.key].id) gets by contracts in \(horizon[period].label) differs by "
        + "\(worst.value) from what is paid to it; please report it with the command and its inputs"
    )
  }
}

extension Bills {
  /// The bills of a plan, checked: they add up to its cost.
  ///
  /// - Throws: ``BillMismatch`` if they do not, which is a mistake of the program.
  public init(checked view: PlanView) throws(BillMismatch) {
    self.init(view)
    try BillReferee(view).check(self)
  }
}
