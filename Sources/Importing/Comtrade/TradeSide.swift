/// What one country reports of a flow: the sum of its rows. More than one row is of one flow where the map, or the
/// list of areas, joins several codes in one country.
struct TradeSide {
  /// Net weight in metric tons of the rows with a weight; nil: no row has one.
  private(set) var tons: Double?
  /// The part of ``tons`` in rows that have a value too.
  private(set) var pricedTons = 0.0
  /// US dollars of the rows with a weight.
  private(set) var value = 0.0
  /// US dollars of the rows without a weight.
  private(set) var weightless = 0.0
  /// Where the rows with a weight are.
  private(set) var weighed: [FilePlace] = []
  /// Where the rows with a value and without a weight are.
  private(set) var unweighed: [FilePlace] = []
  /// Where the rows whose weight is an estimate of the UN are.
  private(set) var estimated: [FilePlace] = []

  /// The year is the sum of its months.
  private(set) var isOfMonths = false

  /// US dollars of all rows; 0: not known.
  var total: Double { value + weightless }

  /// Where all rows are.
  var places: [FilePlace] { weighed + unweighed }

  /// Adds a row. A row with neither weight nor value adds nothing, and is not counted here.
  mutating func add(_ report: ComtradeReport) {
    if report.period != report.identity.pair.period { isOfMonths = true }
    if let more = report.tons {
      tons = (tons ?? 0) + more
      if let value = report.value {
        self.value += value
        pricedTons += more
      }
      weighed.append(report.place)
      if report.isEstimated { estimated.append(report.place) }
    } else if let more = report.value {
      weightless += more
      unweighed.append(report.place)
    }
  }

  /// The side with the sums of figures whose rows are not known.
  ///
  /// - Parameter place: where the first of the rows is.
  init(_ figures: TradeFigures, at place: FilePlace) {
    tons = figures.tons
    pricedTons = figures.pricedTons
    value = figures.weighedValue
    weightless = figures.value - figures.weighedValue
    if weightless > 0 { unweighed = [place] }
  }

  /// A side without a row.
  init() {}

  /// Its sums.
  var figures: TradeFigures {
    var figures = TradeFigures(value: total, tons: tons)
    figures.weighedValue = value
    figures.pricedTons = pricedTons
    return figures
  }

  /// The weight of this side with a value that the other country reports.
  func priced(_ value: Double) -> TradeSide {
    var side = self
    side.value = value
    side.pricedTons = tons ?? 0
    return side
  }

  /// The part of it that remains: a share of the weight, and a share of the values.
  func scaled(weight: Double, value share: Double) -> TradeSide {
    var side = self
    side.tons = tons.map { $0 * weight }
    side.pricedTons *= weight
    side.value *= share
    side.weightless *= share
    return side
  }
}
