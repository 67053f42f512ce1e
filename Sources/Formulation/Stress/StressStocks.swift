import LinearProgramming
import Sourcing

/// What stockpiles give in a stress window.
extension StressBlockBuilder {
  mutating func addStocks(
    _ month: Int, _ balances: inout Balances, to program: inout KeyedProgram
  ) {
    for (index, stockpile) in instance.stockpiles.indexed() where mayGive(index) {
      let size = plan.sizes.quantities[stockpile.commodity]
      var leaving: [Column] = []
      if isWanted(index, in: stockpile.region) {
        let draw = program.addColumn(size: size)
        block.draws.append(.init(stockpile: index, month: month, column: draw))
        leaving.append(draw)
        balances.used[
          Place(region: stockpile.region, commodity: stockpile.commodity), default: []
        ].append((1, draw))
      }
      for destination in sharers.receivers(of: index)
      where isWanted(index, in: destination) && maySend(stockpile, to: destination, month) {
        let shared = program.addColumn(size: size)
        block.sharedDraws.append(
          .init(stockpile: index, destination: destination, month: month, column: shared))
        balances.used[
          Place(region: destination, commodity: stockpile.commodity), default: []
        ].append((1, shared))
        leaving.append(shared)
      }
      addLevel(of: index, stockpile, month, leaving, to: &program)
    }
  }

  /// d[w,j,m] needs a lane that is open in τ and that no factor of 0 closes in m. Limits of the lane do not hold for
  /// it.
  private func maySend(_ stockpile: Stockpile, to destination: RegionIndex, _ month: Int) -> Bool {
    let key = FlowKey(
      commodity: stockpile.commodity, origin: stockpile.region, destination: destination,
      period: plan.period)
    let hit = factors.lane(
      commodity: key.commodity, origin: key.origin, destination: key.destination, month: month)
    return lane(key) != nil && hit ?? 1 > 0
  }

  /// `stress_stock`, for each stockpile w, with S ≥ 0 and S[w,0] the plan's level × the `stock` factor, and
  /// `stress_release`, where there is a limit:
  ///
  ///     S[w,m] − (1−loss(w))^(1/12)·S[w,m−1] + (1/12)·(draw[w,m] + Σ_j d[w,j,m]) = 0
  ///     draw[w,m] + Σ_j d[w,j,m] ≤ release(w)
  ///
  /// Rows: units; units a year. Duals ≤ 0: minus the lost value that one more unit in store, or one more unit a year
  /// of release, saves.
  mutating func addLevel(
    of index: StockpileIndex, _ stockpile: Stockpile, _ month: Int, _ leaving: [Column],
    to program: inout KeyedProgram
  ) {
    let years = block.years(month)
    let kept = power(1 - stockpile.loss, years)
    let level = program.addColumn(size: plan.sizes.quantities[stockpile.commodity])
    var balance = LinearExpression(level)
    for column in leaving { balance.add(years, column) }
    if month == 1 {
      balance.add(plan.startingLevel(index), scaledBy: -kept * factors.stock(stockpile))
    } else if let before = block.levels.last(where: { $0.stockpile == index }) {
      balance.add(-kept, before.column)
    }
    let row = program.addRow(
      key(.stock(stockpile: index, month: month)), balance, lower: 0, upper: 0)
    block.levels.append(.init(stockpile: index, month: month, column: level, balance: row))
    let most = plan.usable.limit(stockpile.releaseLimit, of: stockpile.commodity)
    guard most < .infinity else { return }
    let release = program.addRow(
      key(.release(stockpile: index, month: month)), upper: most)
    for column in leaving { program.add(1, column, to: release) }
  }

  /// `sharing_quota`, for each stockpile w that others may draw on under `quota`:
  ///
  ///     (1/12)·Σ_{j,m} d[w,j,m] ≤ quota·S[w,0]
  ///
  /// Row: units over the window. Dual ≤ 0: minus the lost value that one more unit for others saves.
  mutating func addSharingQuotas(to program: inout KeyedProgram) {
    guard case .quota(let share) = options.sharing.mode else { return }
    for (index, stockpile) in instance.stockpiles.indexed() {
      let shared = block.sharedDraws.filter { $0.stockpile == index }
      guard !shared.isEmpty else { continue }
      var sum = LinearExpression()
      for draw in shared { sum.add(block.years(draw.month), draw.column) }
      sum.add(plan.startingLevel(index), scaledBy: -share * factors.stock(stockpile))
      let row = program.addRow(
        key(.sharingQuota(stockpile: index)), sum, upper: 0)
      block.quotaRows.append((index, row))
    }
  }
}
