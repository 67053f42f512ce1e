/// What is built when: a row for each project, a circle for each order, as large as what it costs.
public enum Orders {
  /// An order of a project: a row of `investments.csv`.
  public struct Row: Sendable {
    /// Label of the period of the order.
    public var period: String
    /// Id of the project.
    public var project: String
    /// Id of its region.
    public var region: String
    /// Units of main output a year.
    public var capacity: Double
    /// Undiscounted money.
    public var capex: Double
    /// Undiscounted money.
    public var fixedCost: Double
    /// What the programme pays of both.
    public var support: Double
    /// Id of the programme; nil without one.
    public var programme: String?
    /// Id of the region that pays the programme; nil without one.
    public var payer: String?
    /// Label of the first period in operation; nil if there is none.
    public var available: String?

    /// - Parameters:
    ///   - period: label of the period of the order.
    ///   - project: id of the project.
    ///   - region: id of its region.
    ///   - capacity: units of main output a year.
    ///   - capex: undiscounted money.
    ///   - fixedCost: undiscounted money.
    ///   - support: what the programme pays of both.
    ///   - programme: id of the programme.
    ///   - payer: id of the region that pays the programme.
    ///   - available: label of the first period in operation.
    public init(
      period: String, project: String, region: String, capacity: Double, capex: Double,
      fixedCost: Double, support: Double, programme: String?, payer: String?, available: String?
    ) {
      self.period = period
      self.project = project
      self.region = region
      self.capacity = capacity
      self.capex = capex
      self.fixedCost = fixedCost
      self.support = support
      self.programme = programme
      self.payer = payer
      self.available = available
    }
  }

  /// The picture; nil without orders.
  ///
  /// - Parameters:
  ///   - rows: the orders.
  ///   - periods: labels of all periods in which something may be ordered, in their order.
  ///   - currency: unit of money.
  ///   - regions: names and colours.
  ///   - sentence: what to see.
  public static func picture(
    of rows: [Row], periods: [String], currency: String, regions: RegionColours, sentence: String
  ) -> Picture? {
    guard !rows.isEmpty else { return nil }
    var data = PictureData(
      of: "investments",
      columns: [
        .init("period", "ordered in"), .init("project", "project"), .init("_region", "region"),
        .init("capacity", "capacity, units a year"), .init("capex", "capex, \(currency)"),
        .init("fixed_cost", "fixed cost, \(currency)"), .init("support", "support, \(currency)"),
        .init("_programme", "programme"), .init("available", "in operation from"),
        .init("region", "id of the region"), .init("_place", "", .whole),
      ])
    let projects = Set(rows.map(\.project)).sorted()
    let place = Dictionary(uniqueKeysWithValues: projects.enumerated().map { ($1, Double($0)) })
    for row in rows {
      data.add([
        .text(row.period), .text(row.project), .text(regions.name(row.region)),
        .number(row.capacity), .number(row.capex), .number(row.fixedCost), .number(row.support),
        .text(programme(row)), row.available.map { .text($0) } ?? .none, .text(row.region),
        .number(place[row.project] ?? 0),
      ])
    }
    let title = "What is built when"
    return Picture(
      id: "orders", title: title, sentence: sentence,
      description: "\(title): orders of projects by period. \(sentence)", data: data,
      specification: .vegaLite(view(rows, periods, currency, colours(of: rows, regions))))
  }

  private static let noProgramme = "no programme"

  private static func programme(_ row: Row) -> String {
    row.programme.map { "\($0) (\(row.payer ?? ""))" } ?? noProgramme
  }

  /// A programme has a shade of the colour of the region that pays it; orders without one have that of what is built.
  private static func colours(of rows: [Row], _ regions: RegionColours) -> Scale {
    let payers = Dictionary(grouping: rows.filter { $0.programme != nil }) { $0.payer ?? "" }
    let pairs = payers.sorted { $0.key < $1.key }.flatMap { payer, rows in
      let programmes = Set(rows.map(programme)).sorted()
      let shades = Palette.shades(of: regions.colour(payer), count: programmes.count)
      return zip(programmes, shades).map { (value: $0, colour: $1) }
    }
    let hasOthers = rows.contains { $0.programme == nil }
    return .colours((hasOthers ? [(value: noProgramme, colour: Palette.built)] : []) + pairs)
  }

  private static func view(
    _ rows: [Row], _ periods: [String], _ currency: String, _ colours: Scale
  ) -> View {
    let hasCapex = rows.contains { $0.capex > 0 }
    let size = hasCapex ? "capex" : "fixed_cost"
    return View(
      Mark(.circle).with { $0.opacity = 0.85 },
      Encoding {
        $0.x = .periods(periods, title: "period of the order").with {
          $0.scale = Scale { $0.domain = periods.map { .text($0) } }
          $0.axis = .some(
            Axis {
              $0.grid = true
              $0.labelAngle = 0
              $0.labelOverlap = true
            })
        }
        $0.y = .nominal("project", nil).with {
          $0.axis = .some(
            Axis {
              $0.grid = true
              $0.labelLimit = 160
            })
        }
        $0.size = .quantitative(size, "\(hasCapex ? "capex" : "fixed cost"), \(currency)").with {
          $0.scale = Scale {
            $0.zero = true
            $0.range = [12, 500]
          }
          $0.legend = .some(Legend { $0.tickCount = 3 })
        }
        $0.color = .nominal("_programme", nil).with {
          $0.scale = colours
          $0.legend = .some(Legend { $0.columns = 2 })
        }
        $0.tooltip = [
          .nominal("project", "project"), .nominal("_region", "region"),
          .ordinal("period", "ordered in"), .ordinal("available", "in operation from"),
          .amount("capacity", "capacity, units a year"), .amount("capex", "capex, \(currency)"),
          .amount("fixed_cost", "fixed cost, \(currency)"),
          .amount("support", "support, \(currency)"), .nominal("_programme", "programme"),
        ]
      }, data: "investments"
    ).filling(step: 34, rows: Set(rows.map(\.project)).count)
  }
}
