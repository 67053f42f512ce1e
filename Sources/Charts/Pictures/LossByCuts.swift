/// What the worst attack costs over the number of its cuts, under a plan and under the plan without goals.
public enum LossByCuts {
  /// The worst attack for a number of cuts: a row of `worst_curve.csv`.
  public struct Row: Sendable {
    /// The plan, as the table names it.
    public var plan: String
    /// The plan for people: what the legend says.
    public var name: String
    /// The most targets that are cut.
    public var cuts: Int
    /// What is cut, as the table has it; empty if nothing is, or no attack was found.
    public var targets: String
    /// What is cut, for people.
    public var attack: String
    /// Lost value under the attack, money.
    public var loss: Double
    /// No attack with at most ``cuts`` cuts costs more, money.
    public var bound: Double
    /// Whether it is proven that none costs more than the attack.
    public var isProven: Bool

    /// - Parameters:
    ///   - plan: the plan, as the table names it.
    ///   - name: the plan for people.
    ///   - cuts: the most targets that are cut.
    ///   - targets: what is cut, as the table has it.
    ///   - attack: what is cut, for people.
    ///   - loss: lost value under the attack, money.
    ///   - bound: no attack with at most `cuts` cuts costs more, money.
    ///   - isProven: whether it is proven that none costs more than the attack.
    public init(
      plan: String, name: String, cuts: Int, targets: String, attack: String, loss: Double,
      bound: Double, isProven: Bool
    ) {
      self.plan = plan
      self.name = name
      self.cuts = cuts
      self.targets = targets
      self.attack = attack
      self.loss = loss
      self.bound = bound
      self.isProven = isProven
    }
  }

  /// What the legend says of the strokes above what is not proven.
  private static let limit = "not proven: no attack costs more than this"

  /// The picture; nil without a row that has a cut.
  ///
  /// - Parameters:
  ///   - rows: of each plan by the number of cuts; the plan that is asked about last, so that it lies on top.
  ///   - axis: whose lost value it is, and its unit.
  ///   - sentence: what to see.
  public static func picture(of rows: [Row], axis: String, sentence: String) -> Picture? {
    guard rows.contains(where: { $0.cuts > 0 }) else { return nil }
    var data = PictureData(
      of: "worst_curve",
      columns: [
        .init("_plan", "plan"), .init("cuts", "cuts", .whole), .init("_attack", "worst attack"),
        .init("loss", axis), .init("bound", "no attack costs more than"), .init("proven", "proven"),
        .init("plan", ""), .init("targets", "targets"),
      ])
    for row in rows {
      data.add([
        .text(row.name), .number(Double(row.cuts)), .text(row.attack), .number(row.loss),
        .number(row.bound), .text(row.isProven ? "true" : "false"), .text(row.plan),
        .text(ifAny: row.targets),
      ])
    }
    let title = "What the worst attack costs, by the number of cuts"
    return Picture(
      id: "worst-curve", title: title, sentence: sentence, description: "\(title). \(sentence)",
      data: data, specification: .vegaLite(view(of: data, rows, axis)))
  }

  private static func view(of data: PictureData, _ rows: [Row], _ axis: String) -> View {
    let names = data.texts(of: "_plan")
    let isOpen = rows.contains { !$0.isProven }
    // The plan that is asked about comes last.
    let plans = names.map { name in
      (value: name, colour: name == names.last ? Palette.plan : Palette.compared)
    }
    let colours = Scale.colours(
      plans.reversed() + (isOpen ? [(value: limit, colour: Palette.text)] : []))
    let encoding = { (column: String, colour: Channel) in
      Encoding {
        $0.x = .ordinal("cuts", "targets that are cut at once").with {
          $0.axis = .some(.periods)
        }
        $0.y = .quantitative(column, axis)
        $0.color = colour.with {
          $0.scale = colours
          $0.legend = .some(
            Legend {
              $0.columns = 1
              $0.labelLimit = 380
            })
        }
        $0.tooltip = [
          .nominal("_plan", "plan"), .ordinal("cuts", "targets cut"),
          .nominal("_attack", "worst attack"), .nominal("_loss", "lost value"),
          .nominal("_bound", "no attack costs more than"),
        ]
      }
    }
    // What the plan is compared with is drawn wider and below, so that it is seen where both are the same.
    let ids = data.texts(of: "plan")
    let lines = ids.flatMap { id in
      line(encoding("loss", .nominal("_plan", nil)), of: id, isWide: id != ids.last)
    }
    var view = View.layers(lines + (isOpen ? limits(encoding) : []), data: data.table)
      .filling(height: 300)
    view.transform = [.amountText("loss", as: "_loss"), .amountText("bound", as: "_bound")]
    return view
  }

  /// A line with a point for each number of cuts.
  private static func line(_ encoding: Encoding, of plan: String, isWide: Bool) -> [View] {
    let rows = [Transform.filter("plan", equals: plan)]
    return [
      View(Mark(.line).with { $0.strokeWidth = isWide ? 6 : 2 }, encoding, transform: rows),
      View(
        Mark(.point).with {
          $0.filled = true
          $0.opacity = 1
          $0.size = isWide ? 170 : 60
        }, encoding, transform: rows),
    ]
  }

  /// Strokes at the bounds of what is not proven, joined with what was found.
  private static func limits(_ encoding: (String, Channel) -> Encoding) -> [View] {
    let open = Transform.filter("proven", equals: "false")
    var rule = encoding("loss", .datum(.text(limit)))
    rule.y2 = .column("bound")
    return [
      View(
        Mark(.rule).with { $0.strokeDash = [4, 4] }, rule,
        transform: [open]),
      View(
        Mark(.tick).with {
          $0.thickness = 2.5
          $0.size = 50
        }, encoding("bound", .datum(.text(limit))),
        transform: [open]),
    ]
  }
}
