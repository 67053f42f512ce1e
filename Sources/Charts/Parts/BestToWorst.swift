/// Losses of home from its best case to its worst: a band between a circle and a diamond. The columns have names as in
/// the tables of disruptions and of chokepoints.
enum BestToWorst {
  static let least = "home_lost_least"
  static let most = "home_lost_most"
  private static let leastText = "_least"
  private static let mostText = "_most"

  /// What the legend says of the best case.
  static func best(_ home: String) -> String { "\(home), best case" }
  private static func worst(_ home: String) -> String { "\(home), worst case" }

  /// Texts of both ends, for what pointing at a mark shows.
  static let transforms: [Transform] = [
    .amountText(least, as: leastText), .amountText(most, as: mostText),
  ]

  /// The band and its ends on one line for each value of `y`.
  ///
  /// - Parameters:
  ///   - y: the lines.
  ///   - x: what is written at the axis of money.
  ///   - home: name of home.
  ///   - others: more values of the legend with their colours, which come first.
  ///   - tooltip: what pointing at a mark shows beside both ends.
  ///   - yOffset: by how many pixels it is below the middle of its line.
  static func layers(
    y: Channel, x title: String, home: String,
    others: [(value: String, colour: String)] = [], tooltip: [Channel], yOffset: Double? = nil
  ) -> [View] {
    let (best, worst) = (Self.best(home), Self.worst(home))
    let all = tooltip + [.nominal(leastText, best), .nominal(mostText, worst)]
    let band = View(
      Mark(.bar).with {
        $0.color = Palette.shortage
        $0.opacity = 0.45
        $0.height = 6
        $0.yOffset = yOffset
      },
      Encoding {
        $0.y = y
        $0.x = .quantitative(least, title)
        $0.x2 = Channel().with { $0.field = most }
        $0.tooltip = all
      })
    let end = { (column: String, name: String, shape: String, size: Double) in
      View(
        Mark(.point).with {
          $0.filled = true
          $0.opacity = 1
          $0.shape = shape
          $0.size = size
          $0.yOffset = yOffset
        },
        Encoding {
          $0.y = y
          $0.x = .quantitative(column, title)
          $0.color = legend(name, home: home, others: others)
          $0.tooltip = all
        })
    }
    return [
      band, end(most, worst, "diamond", 190), end(least, best, "circle", 70),
    ]
  }

  /// The colour of one value of the legend.
  static func legend(
    _ value: String, home: String, others: [(value: String, colour: String)]
  ) -> Channel {
    .datum(.text(value)).with {
      let ends = [
        (value: best(home), colour: Palette.home), (value: worst(home), colour: Palette.shortage),
      ]
      $0.scale = Scale.colours(
        others + ends.filter { end in !others.contains { $0.value == end.value } })
      $0.legend = .some(
        Legend {
          $0.labelLimit = 300
          if others.count > 1 { $0.columns = 2 }
        })
    }
  }
}
