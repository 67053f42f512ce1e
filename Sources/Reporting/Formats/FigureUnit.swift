/// What a figure of a result table or of JSON is counted in. Money is in the instance's currency, `units` are
/// those of the commodity.
package enum FigureUnit: String, Sendable, CaseIterable {
  /// An amount that is not discounted.
  case money
  /// A yearly amount, which is not discounted.
  case moneyAYear = "money a year"
  /// Summed over the horizon.
  case discountedMoney = "discounted money"
  /// Of the last stage of a model's objective.
  case objective = "unit of the objective"
  /// Money for one unit of a commodity.
  case moneyPerUnit = "money a unit"
  /// A quantity, such as the level of a stockpile or the shortage over a window.
  case units
  /// A yearly rate.
  case unitsAYear = "units a year"
  /// From 0 to 1.
  case share
  /// From 0 to 1.
  case index
  /// Where an assumption stands: -1 is low, 0 as in the tables, 1 high.
  case assumptionPlace = "-1 to 1"
  /// A number of things, or a rank.
  case count
  /// A hundredth of a share.
  case points = "percentage points"
  /// A number relative to another, which may be above 1.
  case ratio
  /// A year of the calendar.
  case year
  /// An angle on the globe.
  case degrees
  /// A length of time: days of use.
  case days
  /// A length of time.
  case months
  /// The first month of a window is 1.
  case month
  /// Wall-clock time.
  case seconds
  /// The size of a file.
  case bytes
  /// From 1.
  case line
  /// A share, an index, days or money: see `Goal.Unit`.
  case goalUnit = "unit of the goal"
  /// Change of the discounted cost if the target rises by one step of the goal's unit: a percentage point, a
  /// day, a unit of money.
  case moneyAStep = "discounted money a step of the target"
  /// As the figure that a column is the change of.
  case figureUnit = "unit of the figure"
  /// Of the row that a goal states, such as units a year for a goal on shares.
  case rowUnit = "unit of the goal's constraint"
  /// Of the model's parameter that is varied.
  case parameterUnit = "unit of the parameter"
  /// Change of the discounted cost for one step of the model's parameter that is varied.
  case moneyAParameterStep = "discounted money a step of the parameter"
  /// Of a capacity, or of a share.
  case capacityOrShare = "units a year, or share"
  /// US dollars at current prices.
  case dollars = "USD"
  /// US dollars at current prices for one ton.
  case dollarsPerTon = "USD a ton"
  /// Metric tons.
  case tons
  /// Of the indicator: a share, a ratio or a number of origins.
  case indicatorUnit = "unit of the indicator"
  /// Of the figure that a check is about: a share, units a year, or money a unit.
  case checkUnit = "unit of the check"
  /// As the definition of the column of a table of an instance has it.
  case columnUnit = "unit of the column"
  /// As the user's table of a game has it.
  case gameUnit = "unit of the game"
}
