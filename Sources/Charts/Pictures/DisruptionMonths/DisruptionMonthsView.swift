/// How ``DisruptionMonths`` is drawn.
struct DisruptionMonthsView {
  private let data: PictureData
  private let choice: DisruptionChoice

  /// - Parameters:
  ///   - data: rows of `stress_months.csv`.
  ///   - start: what is shown at first.
  init(_ data: PictureData, from start: DisruptionMonths.Start) {
    self.data = data
    choice = DisruptionChoice(data, from: start)
  }

  /// What serves demand, from the bottom up, and what does not.
  private static let parts: [(column: String, name: String, colour: String)] = [
    ("inflow", "arrives", Palette.other), ("draw", "drawn from its stock", Palette.stock),
    ("received", "from stocks of others", Palette.partner),
    ("shortage", "shortage", Palette.shortage),
  ]
  private static let demand = "demand"

  private var colours: Scale {
    .colours(
      Self.parts.map { (value: $0.name, colour: $0.colour) }
        + [(value: Self.demand, colour: Palette.text)])
  }

  var view: View {
    var view = View.layers([bars, demandLine], data: data.table).filling(height: 300)
    view.params = choice.parameters
    view.transform =
      choice.transforms
      + ["demand", "inflow", "draw", "received", "shortage", "level"].map {
        .amountText($0, as: "_text_\($0)")
      }
    return view
  }

  private var month: Channel { DisruptionChoice.month }

  private var tooltip: [Channel] {
    [.ordinal("month", "month"), .nominal("_text_demand", Self.demand)]
      + Self.parts.map { .nominal("_text_\($0.column)", $0.name) }
      + [.nominal("_text_level", "stock left")]
  }

  private var colour: Channel {
    .nominal("_part", nil).with {
      $0.scale = colours
      $0.legend = .some(
        Legend {
          $0.columns = 3
          $0.symbolType = "square"
          $0.labelLimit = 300
        })
    }
  }

  private var bars: View {
    let names = Self.parts.map { "'\($0.column)': '\($0.name)'" }.joined(separator: ", ")
    let places = Self.parts.enumerated().map { "'\($1.column)': \($0)" }.joined(separator: ", ")
    return View(
      Mark(.bar),
      Encoding {
        $0.x = month
        $0.y = .quantitative("_amount", "units in the month").with { $0.stack = .some("zero") }
        $0.color = colour
        $0.order = .quantitative("_order", nil)
        $0.tooltip = tooltip
      },
      transform: [
        .fold(Self.parts.map(\.column), key: "_column", value: "_amount"),
        .calculate("{\(names)}[datum._column]", as: "_part"),
        .calculate("{\(places)}[datum._column]", as: "_order"),
      ])
  }

  private var demandLine: View {
    View(
      Mark(.line).with {
        $0.strokeWidth = 2
        $0.interpolate = "step"
      },
      Encoding {
        $0.x = month
        $0.y = .quantitative("demand", "units in the month")
        $0.color = .datum(.text(Self.demand)).with { $0.scale = colours }
        $0.tooltip = tooltip
      })
  }
}
