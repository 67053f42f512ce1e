/// The horizontal axis of a frontier, from the first value of the range to the last, and the marks on it.
struct FrontierAxis {
  /// The rows with all columns that pictures of a frontier need.
  let data: PictureData
  private let words: FrontierCurves.Words
  private let rows: [FrontierCurves.Row]

  init(_ rows: [FrontierCurves.Row], _ words: FrontierCurves.Words) {
    self.rows = rows
    self.words = words
    let money = words.currency
    let hasBand = rows.contains { $0.extraCost != nil || $0.bill != nil }
    let band: [PictureData.Column] =
      hasBand
      ? [
        .init("extra_cost_q05", "extra cost, 5%"), .init("extra_cost_median", "median"),
        .init("extra_cost_q95", "95%"), .init("home_bill_q05", "home's bill, 5%"),
        .init("home_bill_median", "median"), .init("home_bill_q95", "95%"),
      ] : []
    var data = PictureData(
      of: "frontier",
      columns: [
        .init("_value", words.parameter),
        .init("value", "value", words.isShare ? .share : words.hasSteps ? .whole : .amount),
        .init("status", "status"),
        .init("change", "extra \(words.objective), \(words.objectiveUnit)"),
        .init("home_bill", "home's bill, \(money)"),
        .init("change_home_bill", "extra bill of home, \(money)"),
        .init("achieved", "achieved", words.isShare ? .share : .amount),
        .init("shadow_price", "shadow price"), .init("underserved", "only with shortages"),
        .init("tightest", "tightest feasible value", words.isShare ? .share : .amount),
      ] + band + [.init("_short", "", .whole), .init("_place", "", .whole)])
    for (place, row) in rows.enumerated() {
      let quantiles =
        hasBand
        ? [row.extraCost, row.bill].flatMap { [$0?.low, $0?.median, $0?.high] }
          .map(PictureValue.number(ifAny:)) : []
      data.add(
        [
          .text(row.text), .number(row.value), .text(row.status), .number(ifAny: row.change),
          .number(ifAny: row.homeBill), .number(ifAny: row.changeOfHomeBill),
          .number(ifAny: row.achieved), .number(ifAny: row.shadowPrice),
          .text(row.isUnderserved ? "true" : "false"), .number(ifAny: row.tightest),
        ] + quantiles + [.number(row.isUnderserved ? 1 : 0), .number(Double(place))])
    }
    self.data = data
  }

  /// From the first value, at the left, to the last.
  private var horizontal: Channel {
    guard !words.hasSteps else {
      return .ordinal("_value", words.parameter).sorted(rows.map(\.text))
        .with { $0.axis = .some(.periods) }
    }
    return .quantitative("value", words.parameter).with {
      $0.scale = Scale {
        $0.domain = [rows.first, rows.last].compactMap { $0.map { .number($0.value) } }
        $0.nice = false
        $0.zero = false
        $0.padding = 8
      }
      $0.axis = .some(
        Axis {
          $0.tickCount = 8
          if words.isShare { $0.format = "~%" }
        })
    }
  }

  private var tooltip: [Channel] {
    [.nominal("_value", words.parameter), .nominal("status", "status")]
      + data.columns.filter { column in
        !["_value", "value", "status", "underserved", "tightest", "_short", "_place"].contains(
          column.name)
      }.map {
        $0.style == .share ? .share($0.name, $0.heading) : .amount($0.name, $0.heading)
      }
  }

  private func encoding(
    _ column: String, _ title: String, _ name: String, _ colours: Scale
  ) -> Encoding {
    Encoding {
      $0.x = horizontal
      $0.y = .quantitative(column, title)
      $0.color = .label(name, colours)
      $0.tooltip = tooltip
    }
  }

  /// A line with a point at each value that has the figure.
  func line(_ column: String, _ title: String, _ name: String, _ colours: Scale) -> View {
    View(
      Mark(.line).with { $0.point = true }, encoding(column, title, name, colours),
      transform: [.filter("isValid(datum['\(column)'])")])
  }

  /// Symbols at the values for which a test holds.
  func marks(_ column: String, _ shape: String, _ name: String, _ colours: Scale, _ test: String)
    -> View
  {
    View(
      Mark(.point).with {
        $0.shape = shape
        $0.size = 160
        $0.strokeWidth = 2
      },
      encoding(column, "", name, colours), transform: [.filter(test)])
  }

  /// Crosses on the axis at the values without a plan.
  func ends(_ name: String, _ colours: Scale) -> View {
    View(
      Mark(.point).with {
        $0.shape = "cross"
        $0.size = 90
        $0.filled = true
      },
      Encoding {
        $0.x = horizontal
        $0.y = .datum(0)
        $0.color = .label(name, colours)
        $0.tooltip = [.nominal("_value", words.parameter), .nominal("status", "status")]
      }, transform: [.filter("!isValid(datum.change)")])
  }

  /// Ground between two quantiles.
  func range(_ low: String, _ high: String, _ title: String, _ name: String, _ colours: Scale)
    -> View
  {
    View(
      Mark(.area).with { $0.opacity = 0.3 },
      Encoding {
        $0.x = horizontal
        $0.y = .quantitative(low, title).with { $0.scale = Scale { $0.zero = false } }
        $0.y2 = Channel().with { $0.field = high }
        $0.color = .label(name, colours)
        $0.tooltip = tooltip
      }, transform: [.filter("isValid(datum['\(low)'])")])
  }

  /// A line at the tightest feasible value, with its word; nil if all values are feasible, or none.
  var tightest: View? {
    guard !words.hasSteps, rows.contains(where: { $0.change == nil }),
      rows.contains(where: { $0.tightest != nil })
    else { return nil }
    let place = horizontal.with { $0.field = "tightest" }
    let first = [Transform.filter("datum['_place'] === 0")]
    return View.layers([
      View(
        Mark(.rule).with { $0.strokeDash = [4, 4] }, Encoding { $0.x = place }, transform: first),
      View(
        Mark(.text).with {
          $0.align = "left"
          $0.dx = 4
          $0.baseline = "top"
        },
        Encoding {
          $0.x = place
          $0.y = .value(0)
          $0.text = words.isShare ? .share("tightest", "") : .amount("tightest", "")
        }, transform: first),
    ])
  }
}
