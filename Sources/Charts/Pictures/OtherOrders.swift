/// What other orders would lead to: the largest regret, or the expected cost, of the orders found, of orders that are all
/// decided now, and of those of plans that know only one world.
public enum OtherOrders {
  /// Orders that are the same in all worlds up to some period: a row of `hedge_waiting.csv`.
  public struct Common: Sendable {
    /// What they are, for people.
    public var name: String
    /// Which orders are the same in all worlds, as the table names it: `until`, `all`.
    public var common: String
    /// The largest regret, or the expected cost.
    public var value: Double?
    /// Whether that is proven, as the table has it.
    public var proven: String

    /// - Parameters:
    ///   - name: what they are, for people.
    ///   - common: which orders are the same in all worlds, as the table names it.
    ///   - value: the largest regret, or the expected cost.
    ///   - proven: whether that is proven, as the table has it.
    public init(name: String, common: String, value: Double?, proven: String) {
      self.name = name
      self.common = common
      self.value = value
      self.proven = proven
    }
  }

  /// The orders of an option's own plan: a row of `hedge_options.csv`.
  public struct Own: Sendable {
    /// What they are, for people.
    public var name: String
    /// Name of the option.
    public var option: String
    /// The largest regret, or the expected cost; nil: some world has no plan with them.
    public var value: Double?
    /// Worlds that have no plan with them; nil: the option has no plan, or one that orders other projects.
    public var worldsWithoutPlan: Int?
    /// Whether the option's plan orders projects among which the worlds do not choose.
    public var ordersOtherProjects: Bool

    /// - Parameters:
    ///   - name: what they are, for people.
    ///   - option: name of the option.
    ///   - value: the largest regret, or the expected cost.
    ///   - worldsWithoutPlan: worlds that have no plan with them.
    ///   - ordersOtherProjects: whether it orders projects among which the worlds do not choose.
    public init(
      name: String, option: String, value: Double?, worldsWithoutPlan: Int?,
      ordersOtherProjects: Bool = false
    ) {
      self.name = name
      self.option = option
      self.value = value
      self.worldsWithoutPlan = worldsWithoutPlan
      self.ordersOtherProjects = ordersOtherProjects
    }
  }

  /// What is compared.
  public struct Figure: Sendable {
    /// The column of `hedge_options.csv`.
    public var column: String
    /// What it is, with its unit: `largest regret, USD`.
    public var title: String
    /// Whether bars from 0 show it; else points do, on an axis without 0.
    public var hasZero: Bool

    /// - Parameters:
    ///   - column: of `hedge_options.csv`.
    ///   - title: what it is, with its unit.
    ///   - hasZero: whether bars from 0 show it.
    public init(column: String, title: String, hasZero: Bool) {
      self.column = column
      self.title = title
      self.hasZero = hasZero
    }
  }

  /// The picture; nil if there is nothing to compare the first orders with.
  ///
  /// - Parameters:
  ///   - common: orders up to some period, from top to bottom; the orders found come first.
  ///   - own: the orders of options, below these.
  ///   - figure: what is compared.
  ///   - sentence: what to see.
  public static func picture(
    of common: [Common], own: [Own], figure: Figure, sentence: String
  ) -> Picture? {
    guard common.first?.value != nil, common.count + own.count > 1 else { return nil }
    var first = PictureData(
      of: "hedge_waiting",
      columns: [
        NamedRows.name("orders"), .init("value", figure.title),
        .init("common", ""), .init("proven", "proven"),
        .init("_note", ""), NamedRows.place,
      ])
    for (place, row) in common.enumerated() {
      first.add([
        .text(row.name), .number(ifAny: row.value), .text(row.common), .text(row.proven),
        row.value == nil ? .text("not possible in all worlds") : .none, .number(Double(place)),
      ])
    }
    var second = PictureData(
      of: "hedge_options",
      columns: [
        NamedRows.name("orders"), .init(figure.column, figure.title),
        .init("worlds_without_plan", "worlds without a plan", .whole), .init("option", "option"),
        .init("_note", ""), NamedRows.place,
      ])
    for (place, row) in own.enumerated() {
      second.add([
        .text(row.name), .number(ifAny: row.value),
        .number(ifAny: row.worldsWithoutPlan.map(Double.init)),
        .text(row.option), note(row), .number(Double(common.count + place)),
      ])
    }
    let title = "What other orders would lead to"
    let rows = Rows(figure: figure, count: common.count + own.count)
    let layers =
      rows.layers(of: first, "value", Palette.plan, common.map(\.value))
      + rows.layers(of: second, figure.column, Palette.compared, own.map(\.value))
    return Picture(
      id: "other-orders", title: title, sentence: sentence,
      description: "\(title): \(figure.title). \(sentence)", data: first,
      further: own.isEmpty ? [] : [second],
      specification: .vegaLite(View.layers(layers).filling(step: 40, rows: rows.count)))
  }

  /// What is written where an option's orders have no value.
  private static func note(_ row: Own) -> PictureValue {
    guard row.value == nil else { return .none }
    return switch row.worldsWithoutPlan {
    case nil: .text(row.ordersOtherProjects ? "orders other projects" : "the option has no plan")
    case 1: .text("no plan in 1 world")
    case .some(let count): .text("no plan in \(count) worlds")
    }
  }
}

/// The rows of the picture.
private struct Rows {
  let figure: OtherOrders.Figure
  let count: Int

  private var y: Channel {
    NamedRows.y.with {
      $0.scale = Scale { $0.domain = (0..<count).map { .number(Double($0)) } }
    }
  }

  /// Marks, notes and names of one table's rows; none without rows.
  func layers(
    of data: PictureData, _ column: String, _ colour: String, _ values: [Double?]
  ) -> [View] {
    guard !values.isEmpty else { return [] }
    var views = [names]
    if values.contains(where: { $0 != nil }) { views.append(marks(column, colour)) }
    if values.contains(nil) { views.append(note) }
    return views.map { view in
      var view = view
      view.data = .named(data.table)
      return view
    }
  }

  private var names: View {
    var view = NamedRows.names()
    view.encoding?.y = y.with { $0.bandPosition = 0 }
    return view
  }

  private func marks(_ column: String, _ colour: String) -> View {
    let mark =
      figure.hasZero
      ? Mark(.bar).with { $0.height = 12 }
      : Mark(.point).with {
        $0.filled = true
        $0.opacity = 1
        $0.size = 80
      }
    return View(
      mark.with {
        $0.color = colour
        $0.yOffset = 9
      },
      Encoding {
        $0.y = y
        $0.x = .quantitative(column, figure.title).with {
          $0.axis = .some(PictureData.NumberStyle.amount.axis)
          $0.scale = Scale { $0.zero = figure.hasZero }
        }
        $0.tooltip = [.nominal("_name", "orders"), .nominal("_text", figure.title)]
      },
      transform: [.filter("isValid(datum['\(column)'])"), .amountText(column, as: "_text")])
  }

  private var note: View {
    View(
      Mark(.text).with {
        $0.align = "left"
        $0.yOffset = 9
        $0.color = Palette.shortage
        $0.fontSize = 11
      },
      Encoding {
        $0.y = y
        $0.x = .value(4)
        $0.text = .nominal("_note", nil)
      }, transform: [.filter("isValid(datum._note)")])
  }
}
