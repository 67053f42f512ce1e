/// Who supplies how much of what home gets, in each period: areas on top of each other, with the lines of goals.
public enum SupplyShares {
  /// What one supplier has in one period.
  public struct Row: Sendable {
    /// Label of the period.
    public var period: String
    /// Id of the region that supplies.
    public var origin: String
    /// Units a year.
    public var quantity: Double
    /// From 0 to 1.
    public var share: Double

    /// - Parameters:
    ///   - period: label of the period.
    ///   - origin: id of the region that supplies.
    ///   - quantity: units a year.
    ///   - share: from 0 to 1.
    public init(period: String, origin: String, quantity: Double, share: Double) {
      self.period = period
      self.origin = origin
      self.quantity = quantity
      self.share = share
    }
  }

  /// What a goal asks for in one period.
  public struct Limit: Sendable {
    /// Name of the goal.
    public var goal: String
    /// Label of the period.
    public var period: String
    /// From 0 to 1.
    public var target: Double

    /// - Parameters:
    ///   - goal: name of the goal.
    ///   - period: label of the period.
    ///   - target: from 0 to 1.
    public init(goal: String, period: String, target: Double) {
      self.goal = goal
      self.period = period
      self.target = target
    }
  }

  /// The words around the picture.
  public struct Words: Sendable {
    /// Name of the commodity or group.
    public var commodity: String
    /// Whose supply it is: `Japan's`.
    public var homes: String
    /// Unit of the quantities.
    public var unit: String
    /// What to see.
    public var sentence: String

    /// - Parameters:
    ///   - commodity: name of the commodity or group.
    ///   - homes: whose supply it is: `Japan's`.
    ///   - unit: unit of the quantities.
    ///   - sentence: what to see.
    public init(commodity: String, homes: String, unit: String, sentence: String) {
      self.commodity = commodity
      self.homes = homes
      self.unit = unit
      self.sentence = sentence
    }
  }

  /// The picture.
  ///
  /// - Parameters:
  ///   - id: unique on the page.
  ///   - rows: rows of `shares.csv` of one destination and commodity.
  ///   - limits: rows of `goals.csv` that limit the share of the origins at the bottom.
  ///   - regions: names and colours.
  ///   - words: the words around the picture.
  public static func picture(
    id: String, of rows: [Row], limits: [Limit], regions: RegionColours, words: Words
  ) -> Picture {
    var data = PictureData(
      of: "shares",
      columns: [
        .init("period", "period"), .init("_supplier", "supplier"),
        .init("share_of_supply", "share of supply", .share),
        .init("quantity", "\(words.unit) a year"), .init("origin", "id"), .init("_place", ""),
      ])
    let origins = regions.alternating(Array(Set(rows.map(\.origin))))
    let place = Dictionary(uniqueKeysWithValues: origins.enumerated().map { ($1, Double($0)) })
    for row in rows {
      data.add([
        .text(row.period), .text(regions.name(row.origin)), .number(row.share),
        .number(row.quantity), .text(row.origin), .number(place[row.origin] ?? 0),
      ])
    }
    var goals = PictureData(
      of: "goals",
      columns: [
        .init("goal", "goal"), .init("period", "period"), .init("target", "target", .share),
      ])
    for limit in limits {
      goals.add([.text(limit.goal), .text(limit.period), .number(limit.target)])
    }
    let title = "Where \(words.homes) supply of \(words.commodity) comes from"
    return Picture(
      id: id, title: title, sentence: words.sentence,
      description: "\(title): shares of supply by origin in each period. \(words.sentence)",
      data: data, further: limits.isEmpty ? [] : [goals],
      specification: .vegaLite(
        view(periods: data.values(of: "period").count, origins, regions, hasLimit: !limits.isEmpty))
    )
  }

  private static func view(
    periods: Int, _ origins: [String], _ regions: RegionColours, hasLimit: Bool
  ) -> View {
    let isLine = periods > 1
    let mark = Mark(isLine ? .area : .bar).with {
      $0.stroke = "#ffffff"
      $0.strokeWidth = 1
    }
    let period = Channel.ordinal("period", nil).with { $0.axis = .some(.periods) }
    let supply = View(
      mark,
      Encoding {
        $0.x = period.with { if isLine { $0.scale = Scale { $0.type = "point" } } }
        $0.y = .quantitative("share_of_supply", "share of supply").with {
          $0.axis = .some(Axis { $0.format = "%" })
          $0.scale = Scale { $0.domain = [0, 1] }
          $0.stack = .some("zero")
        }
        $0.color = .nominal("_supplier", nil).with {
          $0.scale = .colours(
            origins.map { (value: regions.name($0), colour: regions.colour($0)) })
          $0.legend = .some(Legend { $0.columns = 4 })
        }
        $0.order = .quantitative("_place", nil)
        $0.tooltip = [
          .nominal("_supplier", "supplier"), .ordinal("period", "period"),
          .quantitative("share_of_supply", "share of supply").with { $0.format = ".1%" },
          .quantitative("quantity", "quantity a year").with { $0.format = ",.4~r" },
        ]
      }, data: "shares")
    guard hasLimit else { return View.layers([supply]).filling(height: 300) }
    let limit = Encoding {
      $0.x = period
      $0.y = .quantitative("target", "share of supply")
      $0.detail = .nominal("goal", nil)
      $0.tooltip = [
        .nominal("goal", "goal"), .ordinal("period", "period"),
        .quantitative("target", "target").with { $0.format = ".1%" },
      ]
    }
    let line = Mark(.line).with {
      $0.color = Palette.text
      $0.strokeDash = [6, 4]
      $0.strokeWidth = 2
    }
    // A line of one point is not seen, so each period has a stroke too.
    let stroke = Mark(.tick).with {
      $0.color = Palette.text
      $0.thickness = 3
      $0.size = 22
    }
    let limits =
      [View(stroke, limit, data: "goals")] + (isLine ? [View(line, limit, data: "goals")] : [])
    return View.layers([supply] + limits).filling(height: 300)
  }
}
