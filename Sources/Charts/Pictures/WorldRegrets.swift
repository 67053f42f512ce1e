/// What orders that are the same in all worlds cost each world beyond its own best plan: a bar for each world, with a mark
/// for the orders of a plan that knows only one world.
public enum WorldRegrets {
  /// One world: a row of `regrets.csv`.
  public struct Row: Sendable {
    /// Its name.
    public var world: String
    /// The cost of its own best plan.
    public var ownCost: Double
    /// The cost of its best plan with the common orders.
    public var cost: Double
    /// What the common orders cost it beyond its own best plan.
    public var regret: Double
    /// The same with the orders of the plan for the data as they are; nil: it has no plan with them, or they are not known.
    public var ownOrdersRegret: Double?
    /// Whether it is one of the few worlds that decide about the orders.
    public var decides: Bool

    /// - Parameters:
    ///   - world: its name.
    ///   - ownCost: the cost of its own best plan.
    ///   - cost: the cost of its best plan with the common orders.
    ///   - regret: what the common orders cost it beyond its own best plan.
    ///   - ownOrdersRegret: the same with the orders of the plan for the data as they are.
    ///   - decides: whether it is one of the few worlds that decide about the orders.
    public init(
      world: String, ownCost: Double, cost: Double, regret: Double, ownOrdersRegret: Double?,
      decides: Bool
    ) {
      self.world = world
      self.ownCost = ownCost
      self.cost = cost
      self.regret = regret
      self.ownOrdersRegret = ownOrdersRegret
      self.decides = decides
    }
  }

  /// The words around the picture.
  public struct Words: Sendable {
    /// What the worlds of dark bars are: `a world that decides`.
    public var deciding: String
    /// What the marks are: `with the orders of the plan for as-is`; nil: they are not known.
    public var ownOrders: String?
    /// Unit of money.
    public var money: String
    /// What to see.
    public var sentence: String

    /// - Parameters:
    ///   - deciding: what the worlds of dark bars are.
    ///   - ownOrders: what the marks are; nil: they are not known.
    ///   - money: unit of money.
    ///   - sentence: what to see.
    public init(deciding: String, ownOrders: String?, money: String, sentence: String) {
      self.deciding = deciding
      self.ownOrders = ownOrders
      self.money = money
      self.sentence = sentence
    }
  }

  /// Pixels of a row.
  private static let step = 22.0
  /// What the legend says of bars.
  private static let common = "orders found"
  /// The column of the marks.
  private static let ownColumn = "own_orders_regret"

  /// The picture; nil without rows.
  ///
  /// - Parameters:
  ///   - rows: from top to bottom.
  ///   - words: the words around the picture.
  public static func picture(of rows: [Row], words: Words) -> Picture? {
    guard !rows.isEmpty else { return nil }
    let compared: [PictureData.Column] = words.ownOrders.map { [.init(ownColumn, $0)] } ?? []
    var data = PictureData(
      of: "regrets",
      columns: [.init("world", "world"), .init("regret", "regret with the \(common)")] + compared
        + [
          .init("own_cost", "cost of its own best plan"),
          .init("hedge_cost", "cost with the \(common)"), .init("_kind", ""), .init("_note", ""),
        ])
    for row in rows {
      let mark: [PictureValue] = words.ownOrders == nil ? [] : [.number(ifAny: row.ownOrdersRegret)]
      let note = words.ownOrders != nil && row.ownOrdersRegret == nil ? "no plan" : nil
      data.add(
        [.text(row.world), .number(row.regret)] + mark + [
          .number(row.ownCost), .number(row.cost),
          .text(row.decides ? decidingName(words) : common), .text(ifAny: note),
        ])
    }
    let title = "What the orders cost each world beyond its own best plan"
    return Picture(
      id: "world-regrets", title: title, sentence: words.sentence,
      description: "\(title): a bar for each world. \(words.sentence)", data: data,
      specification: .vegaLite(view(of: rows, data, words)))
  }

  private static func decidingName(_ words: Words) -> String { "\(common): \(words.deciding)" }

  private static func view(of rows: [Row], _ data: PictureData, _ words: Words) -> View {
    let marked = words.ownOrders.flatMap { name in
      rows.contains { $0.ownOrdersRegret != nil } ? name : nil
    }
    let kinds = [
      rows.contains(where: \.decides) ? (value: decidingName(words), colour: decidingColour) : nil,
      rows.allSatisfy(\.decides) ? nil : (value: common, colour: otherColour),
      marked.map { (value: $0, colour: Palette.compared) },
    ].compactMap(\.self)
    let encoding = { (column: String) in
      Encoding {
        $0.y = .nominal("world", nil).sorted(rows.map(\.world)).with {
          $0.axis = .some(
            Axis {
              $0.labelLimit = 150
              $0.domain = false
            })
        }
        $0.x = .quantitative(column, "regret, \(words.money)").with {
          $0.axis = .some(PictureData.NumberStyle.amount.axis)
        }
        $0.tooltip =
          [.nominal("world", "world"), .nominal("_regretText", common)]
          + (words.ownOrders.map { [.nominal("_ownOrdersText", $0)] } ?? []) + [
            .nominal("_ownText", "cost of its own best plan"),
            .nominal("_costText", "cost \(common)"),
          ]
      }
    }
    let scale = Scale.colours(kinds)
    var bars = encoding("regret")
    bars.color = .nominal("_kind", nil).with {
      $0.scale = scale
      $0.legend = .some(
        Legend {
          $0.columns = 1
          $0.labelLimit = 380
          $0.symbolType = "square"
        })
    }
    var layers = [View(Mark(.bar).with { $0.height = 12 }, bars)]
    if let marked { layers += marks(encoding(ownColumn), .label(marked, scale)) }
    if words.ownOrders != nil, rows.contains(where: { $0.ownOrdersRegret == nil }) {
      layers.append(note(encoding("regret")))
    }
    var view = View.layers(layers, data: data.table).filling(step: step, rows: rows.count)
    view.transform =
      [
        .amountText("regret", as: "_regretText"), .amountText("own_cost", as: "_ownText"),
        .amountText("hedge_cost", as: "_costText"),
      ] + (words.ownOrders == nil ? [] : [.amountText(ownColumn, as: "_ownOrdersText")])
    return view
  }

  private static let decidingColour = Palette.plan
  private static let otherColour = Palette.faint(Palette.plan)

  /// Marks that are joined with the ends of the bars.
  private static func marks(_ encoding: Encoding, _ colour: Channel) -> [View] {
    let known = [Transform.filter("isValid(datum.\(ownColumn))")]
    var (rule, point) = (encoding, encoding)
    rule.x2 = .column("regret")
    point.color = colour
    return [
      View(
        Mark(.rule).with {
          $0.color = Palette.compared
          $0.strokeWidth = 1.5
        }, rule, transform: known),
      View(
        Mark(.point).with {
          $0.filled = true
          $0.opacity = 1
          $0.shape = "diamond"
          $0.size = 90
        }, point, transform: known),
    ]
  }

  /// What is said of worlds that have no plan with the orders that are compared.
  private static func note(_ encoding: Encoding) -> View {
    var text = encoding
    text.text = .nominal("_note", nil)
    return View(
      Mark(.text).with {
        $0.align = "left"
        $0.dx = 6
        $0.color = Palette.shortage
        $0.fontSize = 11
      }, text, transform: [.filter("isValid(datum._note)")])
  }
}
