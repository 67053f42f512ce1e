import Sourcing

/// One place where a goal must hold: for a region or bloc, a commodity, a period and a bound.
struct GoalCell {
  var index: GoalIndex
  var goal: Goal
  var subject: RegionSet
  var commodity: CommodityGroup
  var period: PeriodIndex
  var direction: Goal.Direction
  var target: Double
}

/// One bound on a sum of money over all periods of a goal.
struct MoneyCell {
  var index: GoalIndex
  var goal: Goal
  var direction: Goal.Direction
  var target: Double
}

/// One place where a goal requires a service level, over a stress window and in each of its months.
struct WindowCell {
  var index: GoalIndex
  var goal: Goal
  var subject: RegionSet
  var commodity: CommodityGroup
  var period: PeriodIndex
  /// Least share served over the window; nil: not required.
  var service: Double?
  /// Least share served in every month; nil: not required.
  var monthlyService: Double?
}

extension Goal {
  /// The places where the goal must hold, by region, commodity, period and bound.
  func cells(at index: GoalIndex, in instance: Instance) -> [GoalCell] {
    places(in: instance).flatMap { subject, commodity, period in
      bounds.compactMap { bound in
        bound.target[period].map {
          GoalCell(
            index: index, goal: self, subject: subject, commodity: commodity, period: period,
            direction: bound.direction, target: $0)
        }
      }
    }
  }

  /// Its bounds on money: one sum over all its periods.
  func moneyCells(at index: GoalIndex) -> [MoneyCell] {
    bounds.compactMap { bound in
      bound.target.values.compactMap(\.self).first.map {
        MoneyCell(index: index, goal: self, direction: bound.direction, target: $0)
      }
    }
  }

  /// The places where it requires a service level in a stress window; none in a period before its path starts.
  func windowCells(at index: GoalIndex, in instance: Instance, monthly: Target?) -> [WindowCell] {
    places(in: instance).flatMap { subject, commodity, period -> [WindowCell] in
      let services: [Double?] =
        bounds.isEmpty ? [nil] : bounds.compactMap { $0.target[period].map(Optional.some) }
      return services.map { service in
        WindowCell(
          index: index, goal: self, subject: subject, commodity: commodity, period: period,
          service: service, monthlyService: monthly?[period])
      }
    }
  }

  private func places(in instance: Instance) -> [(RegionSet, CommodityGroup, PeriodIndex)] {
    subjects(in: instance).flatMap { subject in
      commodities.flatMap { commodity in periods.map { (subject, commodity, $0) } }
    }
  }
}
