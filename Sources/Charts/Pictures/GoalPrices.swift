/// What goals cost: what would be saved without each of them, and the price of their targets by period.
public enum GoalPrices {
  /// A bound of a goal: a row of `explanation.csv`.
  public struct Row: Sendable {
    /// Name of the goal, as the table has it.
    public var goal: String
    /// What the bound is about, for people.
    public var title: String
    /// Label of the period; nil if the goal is about the whole horizon.
    public var period: String?
    /// In the goal's unit.
    public var target: Double?
    /// In the goal's unit.
    public var achieved: Double?
    /// Change of the objective for one step of the target; nil where there is none.
    public var shadowPrice: Double?
    /// What is saved without the whole goal; nil if that is not known.
    public var saved: Double?

    /// - Parameters:
    ///   - goal: name of the goal, as the table has it.
    ///   - title: what the bound is about, for people.
    ///   - period: label of the period.
    ///   - target: in the goal's unit.
    ///   - achieved: in the goal's unit.
    ///   - shadowPrice: change of the objective for one step of the target.
    ///   - saved: what is saved without the whole goal.
    public init(
      goal: String, title: String, period: String?, target: Double?, achieved: Double?,
      shadowPrice: Double?, saved: Double?
    ) {
      self.goal = goal
      self.title = title
      self.period = period
      self.target = target
      self.achieved = achieved
      self.shadowPrice = shadowPrice
      self.saved = saved
    }
  }

  /// What is saved without each goal.
  ///
  /// - Parameters:
  ///   - rows: one of each goal.
  ///   - unit: unit of the objective.
  ///   - sentence: what to see.
  /// - Returns: nil if nothing is known to be saved.
  public static func savings(of rows: [Row], unit: String, sentence: String) -> Picture? {
    let known = rows.filter { $0.saved != nil }
    guard !known.isEmpty else { return nil }
    let data = data(of: known, isShare: false)
    let view = View(
      Mark(.bar).with { $0.color = Palette.plan },
      Encoding {
        $0.y = .nominal("goal", nil).sorted(known.map(\.goal)).with {
          $0.axis = .some(Axis { $0.labelLimit = 200 })
        }
        $0.x = .quantitative("saved", "saved without the goal, \(unit)")
        $0.tooltip = [.nominal("goal", "goal"), .amount("saved", "saved, \(unit)")]
      }, data: "explanation"
    ).filling(step: 34, rows: known.count)
    return picture("goal-savings", "What is saved without each goal", sentence, data, view)
  }

  /// The shadow prices of goals of one unit by period.
  ///
  /// - Parameters:
  ///   - id: unique on the page.
  ///   - rows: bounds with a price and a period.
  ///   - periods: labels of all periods of the goals, in their order.
  ///   - isShare: whether targets are shares.
  ///   - unit: unit of money.
  ///   - sentence: what to see.
  /// - Returns: nil without rows.
  public static func prices(
    id: String, of rows: [Row], periods: [String], isShare: Bool, unit: String, sentence: String
  ) -> Picture? {
    guard !rows.isEmpty else { return nil }
    let data = data(of: rows, isShare: isShare)
    let titles = data.texts(of: "_goal")
    let shades = Palette.shades(of: Palette.plan, count: titles.count)
    let figure = { (name: String) -> Channel in isShare ? .share(name, name) : .amount(name, name) }
    let view = View(
      Mark(.bar),
      Encoding {
        $0.x = .periods(periods).with {
          $0.scale = Scale { $0.domain = periods.map { .text($0) } }
        }
        $0.y = .quantitative("shadow_price", unit).with { $0.stack = .some("zero") }
        $0.color = .nominal("_goal", nil).with {
          $0.scale = .colours(zip(titles, shades).map { (value: $0, colour: $1) })
          $0.legend = .some(
            Legend {
              $0.columns = 1
              $0.labelLimit = 380
            })
        }
        $0.tooltip = [
          .nominal("_goal", "goal"), .ordinal("period", "period"), figure("target"),
          figure("achieved"), .amount("shadow_price", "shadow price"),
        ]
      }, data: "explanation"
    ).filling(height: 220)
    return picture(id, "What the targets cost at the margin, by period", sentence, data, view)
  }

  private static func data(of rows: [Row], isShare: Bool) -> PictureData {
    let style = isShare ? PictureData.NumberStyle.share : .amount
    var data = PictureData(
      of: "explanation",
      columns: [
        .init("_goal", "goal"), .init("period", "period"), .init("target", "target", style),
        .init("achieved", "achieved", style), .init("shadow_price", "shadow price"),
        .init("saved", "saved without the whole goal"), .init("goal", ""),
      ])
    for row in rows {
      data.add([
        .text(row.title), .text(ifAny: row.period), .number(ifAny: row.target),
        .number(ifAny: row.achieved), .number(ifAny: row.shadowPrice), .number(ifAny: row.saved),
        .text(row.goal),
      ])
    }
    return data
  }

  private static func picture(
    _ id: String, _ title: String, _ sentence: String, _ data: PictureData, _ view: View
  ) -> Picture {
    Picture(
      id: id, title: title, sentence: sentence, description: "\(title). \(sentence)", data: data,
      specification: .vegaLite(view))
  }
}
