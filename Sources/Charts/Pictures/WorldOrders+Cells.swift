extension WorldOrders {
  /// What is drawn in the rows of projects and the columns of periods.
  struct Cells {
    let periods: [String]
    let count: Int
    let colours: Scale

    private func y(_ column: String) -> Channel {
      .quantitative(column, nil).with { channel in
        channel.axis = Removable.none
        channel.stack = Removable.none
        channel.scale = Scale {
          $0.domain = [0, .number(Double(count))]
          $0.nice = false
        }
      }
    }

    private var x: Channel {
      .periods(periods, title: "period of the order").with {
        $0.scale = Scale { $0.domain = periods.map { .text($0) } }
      }
    }

    private func encoding(_ column: String) -> Encoding {
      Encoding {
        $0.x = x
        $0.y = y(column)
        $0.tooltip = [
          .nominal("_project", "project"), .ordinal("period", "ordered in"),
          .nominal("_when", "when it is decided"), .nominal("_capacityText", "capacity (expected)"),
          .nominal("_leastText", "least"), .nominal("_greatestText", "greatest"),
        ]
      }
    }

    private func colour(_ channel: Channel) -> Channel {
      channel.with {
        $0.scale = colours
        $0.legend = .some(
          Legend {
            $0.columns = 3
            $0.labelLimit = 300
            $0.symbolType = "square"
          })
      }
    }

    /// Bars between two heights.
    func bars(_ from: String, _ to: String, where filter: Transform) -> View {
      var encoding = encoding(from)
      encoding.y2 = .column(to)
      encoding.color = colour(.nominal("_when", nil))
      return View(
        Mark(.bar).with { $0.width = ["band": 0.7] }, encoding, transform: [filter])
    }

    /// Strokes at the capacity.
    func strokes(_ name: String, where filter: Transform) -> View {
      var encoding = encoding("_middle")
      encoding.color = colour(.label(name, colours))
      return View(
        Mark(.tick).with {
          $0.thickness = 2.5
          $0.size = 14
          $0.opacity = 1
        }, encoding, transform: [filter])
    }

    /// The capacity above a bar.
    func amounts(where filter: Transform) -> View {
      var encoding = encoding("_middle")
      encoding.text = .nominal("_capacityText", nil)
      return View(
        Mark(.text).with {
          $0.align = "center"
          $0.baseline = "bottom"
          $0.dy = -2
          $0.fontSize = 11
          $0.limit = ["expr": .text("width / \(periods.count) + 10")]
        }, encoding, transform: [filter])
    }

    /// The names of projects, at the top of their rows.
    var names: View {
      View(
        Mark(.text).with {
          $0.align = "left"
          $0.baseline = "top"
          $0.dy = 5
          $0.limit = ["expr": "width"]
        },
        Encoding {
          $0.x = .value(0)
          $0.y = y("_top")
          $0.text = .nominal("_name", nil)
        }, transform: [.filter("isValid(datum._name)")])
    }

    /// The line on which bars stand.
    var base: View {
      View(
        Mark(.rule).with {
          $0.opacity = 0.3
          $0.aria = false
        },
        Encoding {
          $0.x = .value(0)
          $0.x2 = .value(["expr": "width"])
          $0.y = y("_bottom")
        }, transform: [.filter("isValid(datum._name)")])
    }

    /// A line after the last period whose orders are the same in all worlds.
    func border(after period: String) -> View {
      View(
        Mark(.rule).with {
          $0.strokeDash = [4, 4]
          $0.opacity = 0.6
          $0.aria = false
        },
        Encoding {
          $0.x = x.with { $0.bandPosition = 1 }
        }, transform: [.filter("period", equals: period)])
    }
  }
}
