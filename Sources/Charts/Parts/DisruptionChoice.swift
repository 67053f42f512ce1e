/// Lists from which a reader chooses the disruption, the arrangement of sharing and the market of a picture by months.
struct DisruptionChoice {
  /// The lists. There is none of arrangements if there is only one.
  let parameters: [Parameter]
  /// Keeps the rows that are chosen, and draws what is rounding of the solver as 0.
  let transforms: [Transform]

  /// - Parameters:
  ///   - data: rows of `stress_months.csv`.
  ///   - start: what is chosen at first.
  init(_ data: PictureData, from start: DisruptionMonths.Start) {
    let options = { (column: String) in data.texts(of: column) }
    let sharing = options("sharing")
    parameters =
      [
        .list(
          "shownDisruption", start.disruption, options: options("disruption"), label: "Disruption"),
        .list("shownMarket", start.market, options: options("_market"), label: "Market"),
      ]
      + (sharing.count > 1
        ? [.list("shownSharing", start.sharing, options: sharing, label: "Sharing")] : [])
    transforms =
      [.filter("datum.disruption === shownDisruption && datum._market === shownMarket")]
      + (sharing.count > 1 ? [.filter("datum.sharing === shownSharing")] : [])
      + data.columns.map(\.name).filter(Self.amounts.contains).map {
        .calculate("abs(datum.\($0)) < 1e-9 ? 0 : datum.\($0)", as: $0)
      }
  }

  private static let amounts = ["demand", "inflow", "draw", "received", "shortage", "level"]

  /// The axis of months.
  static let month = Channel.ordinal("month", "month after the start").with {
    $0.axis = .some(.periods)
  }
}
