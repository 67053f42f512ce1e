/// The main figure of the rows of a table: the number that `basis` is about, and what its value is.
///
/// The value of a row is its main figure, in units a year, times price and years, summed over the places and periods in
/// which the row counts. It is in money, not discounted. It weighs the figures of different tables; since it counts the
/// same goods as demand, as capacity and as a flow, it is no figure of the supply network.
public struct MainFigure: Sendable, Hashable {
  /// The column that has it.
  public var column: String
  /// What the value of a row is, in words.
  public var value: String
}

extension InstanceTable {
  /// The main figure of a row; nil for tables whose rows have none that a price makes a value of.
  public var mainFigure: MainFigure? {
    switch self {
    case .demands:
      MainFigure(
        column: "quantity", value: "quantity × price × years, over regions, commodities and periods"
      )
    case .history:
      MainFigure(column: "quantity", value: "quantity × price × years")
    case .contracts:
      MainFigure(
        column: "quantity", value: "quantity × price × years, from `starts` to `ends`")
    case .quotas:
      MainFigure(
        column: "quantity", value: "quantity × mean price of its commodities × years, over periods")
    case .lanes:
      MainFigure(
        column: "capacity", value: "capacity × price × years, over the lanes and periods of the row"
      )
    case .facilities:
      MainFigure(
        column: "capacity",
        value:
          "capacity × price of the main output × years, in the periods for which `capacities.csv` gives none"
      )
    case .capacities:
      MainFigure(column: "capacity", value: "capacity × price of the main output × years")
    case .projects:
      MainFigure(
        column: "max_capacity",
        value:
          "largest capacity × price of the main output × years, in the periods in which it can be in operation"
      )
    case .stockpiles:
      MainFigure(column: "initial", value: "first level × price in the first period")
    case .regions, .blocs, .commodities, .groups, .processes, .recipes, .prices, .programmes,
      .disruptions, .checks, .observed, .assumptions, .sources:
      nil
    }
  }

  /// Whether its rows hold figures or names of the supply network, whose basis they can say. `sources.csv` has none.
  var holdsFigures: Bool {
    switch self {
    case .sources: false
    case .regions, .blocs, .commodities, .groups, .processes, .recipes, .facilities, .capacities,
      .prices, .lanes, .quotas, .demands, .stockpiles, .programmes, .projects, .contracts,
      .history, .observed, .disruptions, .checks, .assumptions:
      true
    }
  }
}
