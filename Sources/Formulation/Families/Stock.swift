import LinearProgramming
import Sourcing

extension PlanningBuilder {
  /// `stock`, for each stockpile w:
  ///
  ///     S[w,t] − (1−loss(w))^years(t)·S[w,t−1] − years(t)·(put[w,t] − draw[w,t]) = 0,   S[w,0] = initial(w)
  ///
  /// Row: units. Dual: the change of the discounted cost with one more unit in store at the end of t; below 0
  /// where that unit is worth something.
  mutating func addStock(in period: PeriodIndex) {
    guard model.stockpiles != .none else { return }
    let years = Double(instance.horizon[period].years)
    for (index, stockpile) in instance.stockpiles.indexed() {
      guard let level = columns.level[index][period] else { continue }
      let kept = power(1 - stockpile.loss, years)
      let carried = period == .first ? kept * stockpile.initial : 0
      let row = addRow(
        .stock(stockpile: index, period: period), lower: carried,
        upper: carried)
      add(1, level, to: row)
      if period > .first, let before = columns.level[index][period.before] {
        add(-kept, before, to: row)
      }
      if let put = columns.put[index][period] { add(-years, put, to: row) }
      if let draw = columns.draw[index][period] { add(years, draw, to: row) }
    }
  }
}
