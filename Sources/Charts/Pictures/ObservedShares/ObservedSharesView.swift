/// How ``ObservedShares`` is drawn.
struct ObservedSharesView {
  private let data: PictureData
  private let colours: Scale

  init(_ data: PictureData, colours: Scale) {
    self.data = data
    self.colours = colours
  }

  var view: View {
    var view = View.layers([observed, expected], data: data.table).filling(height: 300)
    view.params = choices
    view.transform = [
      .filter(
        "datum._supply === shownSupply && datum.ahead === toNumber(shownAhead)"),
      .fold(Forecasts.all.map(\.column), key: "_column", value: "_expected"),
      Forecasts.name(from: "_column", as: "_forecast"),
      .filter("datum._forecast === shownForecast"),
    ]
    return view
  }

  private var choices: [Parameter] {
    let supplies = data.texts(of: "_supply")
    let aheads = data.values(of: "ahead").compactMap(\.number).sorted().map { String(Int($0)) }
    let forecasts = Forecasts.all.map(\.name)
    return [
      .list("shownSupply", supplies.first ?? "", options: supplies, label: "Supply"),
      .list("shownForecast", forecasts[0], options: forecasts, label: "Forecast"),
      .list(
        "shownAhead", aheads.first ?? "1", options: aheads, label: "Made so many periods before"),
    ]
  }

  private static let lines = (observed: "observed", expected: "expected")

  private var period: Channel {
    .ordinal("period", nil).with {
      $0.axis = .some(.periods)
      $0.scale = Scale { $0.type = "point" }
    }
  }

  private var colour: Channel {
    .nominal("_origin", nil).with {
      $0.scale = colours
      $0.legend = .some(Legend { $0.columns = 3 })
    }
  }

  private var tooltip: [Channel] {
    let share = { (column: String, name: String) in
      Channel.quantitative(column, name).with { $0.format = ".1%" }
    }
    return [
      .nominal("_origin", "origin"), .ordinal("period", "period"), share("observed", "observed"),
      share("plan", "plan"), share("stay", "shares stay"),
      share("trend", "shares follow their trend"), .ordinal("as_of", "known up to"),
    ]
  }

  private func dashes(_ line: String) -> Channel {
    .datum(.text(line)).with {
      $0.scale = Scale {
        $0.domain = [.text(Self.lines.observed), .text(Self.lines.expected)]
        $0.range = [.list([1, 0]), .list([6, 4])]
      }
      $0.legend = Removable.none
    }
  }

  private var observed: View {
    View(
      Mark(.line).with {
        $0.strokeWidth = 2.5
        $0.point = true
      },
      Encoding {
        $0.x = period
        $0.y = .quantitative("observed", "share of supply").with {
          $0.axis = .some(Axis { $0.format = "%" })
        }
        $0.color = colour
        $0.strokeDash = dashes(Self.lines.observed)
        $0.tooltip = tooltip
      })
  }

  private var expected: View {
    View(
      Mark(.line).with { $0.strokeWidth = 2 },
      Encoding {
        $0.x = period
        $0.y = .quantitative("_expected", "share of supply")
        $0.color = colour
        $0.strokeDash = dashes(Self.lines.expected)
        $0.tooltip = tooltip
      })
  }
}
