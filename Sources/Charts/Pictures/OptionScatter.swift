/// What each run of a study costs and how well it serves in the worst disruption: a mark for each option under each
/// variation.
public enum OptionScatter {
  /// One run with a plan.
  public struct Row: Sendable {
    /// Name of the run.
    public var run: String
    /// Name of the option.
    public var option: String
    /// Name of the variation.
    public var variation: String
    /// `yes` or `no`: whether no other option beats it under the same variation.
    public var pareto: String
    /// The figure on the horizontal axis.
    public var x: Double
    /// The figure on the vertical axis.
    public var y: Double
    /// The figure that is the colour; nil: it has none.
    public var colour: Double?
    /// Whether the option is named beside its mark.
    public var isNamed: Bool

    /// - Parameters:
    ///   - run: name of the run.
    ///   - option: name of the option.
    ///   - variation: name of the variation.
    ///   - pareto: `yes` or `no`.
    ///   - x: the figure on the horizontal axis.
    ///   - y: the figure on the vertical axis.
    ///   - colour: the figure that is the colour.
    ///   - isNamed: whether the option is named beside its mark.
    public init(
      run: String, option: String, variation: String, pareto: String, x: Double, y: Double,
      colour: Double?, isNamed: Bool
    ) {
      self.run = run
      self.option = option
      self.variation = variation
      self.pareto = pareto
      self.x = x
      self.y = y
      self.colour = colour
      self.isNamed = isNamed
    }
  }

  /// A figure and its column.
  public struct Axis: Sendable {
    /// Name of the column.
    public var column: String
    /// Whose figure it is, of what, and its unit.
    public var figure: FigureWords

    /// - Parameters:
    ///   - column: name of the column.
    ///   - figure: whose figure it is, of what, and its unit.
    public init(_ column: String, _ figure: FigureWords) {
      self.column = column
      self.figure = figure
    }
  }

  /// The picture.
  ///
  /// - Parameters:
  ///   - rows: rows of `comparison.csv` with a plan.
  ///   - x: the figure on the horizontal axis.
  ///   - y: the figure on the vertical axis.
  ///   - colour: the figure that is the colour; nil: none.
  ///   - sentence: what to see.
  /// - Returns: nil without rows.
  public static func picture(
    of rows: [Row], x: Axis, y: Axis, colour: Axis?, sentence: String
  ) -> Picture? {
    guard !rows.isEmpty else { return nil }
    let colour = colour.flatMap { axis in rows.contains { $0.colour != nil } ? axis : nil }
    let axes = [x, y] + (colour.map { [$0] } ?? [])
    var data = PictureData(
      of: "comparison",
      columns: [.init("option", "option"), .init("variation", "variation")]
        + axes.map { .init($0.column, $0.figure.title, $0.figure.style) }
        + [
          .init("pareto", "no other is better in all"), .init("run", "run"), .init("_side", ""),
          .init("_is_named", ""),
        ]
    )
    let sides = sides(of: rows)
    for (row, side) in zip(rows, sides) {
      data.add(
        [.text(row.option), .text(row.variation), .number(row.x), .number(row.y)]
          + (colour == nil ? [] : [.number(ifAny: row.colour)])
          + [
            .text(row.pareto), .text(row.run), .text(ifAny: side),
            .number(row.isNamed ? 1 : 0),
          ])
    }
    let points = View(
      Mark(.circle).with {
        $0.size = 130
        $0.stroke = Palette.text
        $0.opacity = 0.9
      },
      encoding(axes) {
        $0.color =
          colour.map(Self.colour) ?? .value(.text(Palette.plan))
        $0.strokeWidth = Channel().with {
          $0.condition = Condition("datum.pareto == 'yes'", 2)
          $0.value = 0
        }
        $0.size = Channel().with {
          $0.condition = Condition("datum._is_named == 1", 150)
          $0.value = 60
        }
        $0.tooltip =
          [.nominal("option", "option"), .nominal("variation", "variation")]
          + axes.map { axis in
            Channel.quantitative(axis.column, axis.figure.title).with {
              $0.format = axis.figure.style.format
            }
          }
      })
    let title = "\(x.figure.title.capitalisedFirst), and \(y.figure.title)"
    return Picture(
      id: "options", title: title, sentence: sentence,
      description: "\(title): a mark for each run. \(sentence)", data: data,
      specification: .vegaLite(
        View.layers(
          [points] + ["left", "right"].filter { sides.contains($0) }.map { names(axes, $0) },
          data: "comparison"
        )
        .filling(height: 360)))
  }

  private static func colour(_ axis: Axis) -> Channel {
    .quantitative(axis.column, axis.figure.title).with {
      $0.scale = Scale { $0.range = [.text(Palette.home), .text("#c9c9c9"), .text(Palette.rival)] }
      $0.legend = .some(
        Legend {
          if axis.figure.style == .share { $0.format = ".3~%" }
          $0.gradientLength = 200
          $0.titleLimit = 360
        })
    }
  }

  private static func encoding(_ axes: [Axis], _ fill: (inout Encoding) -> Void) -> Encoding {
    Encoding {
      let channels = axes.prefix(2).map { axis in
        Channel.quantitative(axis.column, axis.figure.unit).with {
          $0.axis = .some(axis.figure.style.axis)
          $0.scale = Scale {
            $0.zero = false
            $0.padding = 16
          }
        }
      }
      $0.x = channels[0]
      $0.y = channels[1]
      fill(&$0)
    }
  }

  /// The names of options at the left or the right of their marks.
  private static func names(_ axes: [Axis], _ side: String) -> View {
    View(
      Mark(.text).with {
        $0.align = side == "left" ? "right" : "left"
        $0.dx = side == "left" ? -10 : 10
        $0.fontSize = 11
        $0.limit = 220
      },
      encoding(axes) { $0.text = .nominal("option", nil) },
      transform: [.filter("_side", equals: side)])
  }

  /// At which side of its mark the name of each run is, so that it stays in the picture; nil: it is not written, because it
  /// would cover another one.
  private static func sides(of rows: [Row]) -> [String?] {
    let (xs, ys) = (rows.map(\.x), rows.map(\.y))
    let part = { (value: Double, all: [Double]) in
      let (least, most) = (all.min() ?? 0, all.max() ?? 0)
      return most > least ? (value - least) / (most - least) : 0.5
    }
    var written: [(side: String, x: Double, y: Double)] = []
    return rows.map { row in
      guard row.isNamed else { return nil }
      let (x, y) = (part(row.x, xs), part(row.y, ys))
      let side = x > 0.5 ? "left" : "right"
      let isCovered = written.contains {
        abs($0.y - y) < 0.05 && ($0.side == side ? abs($0.x - x) < 0.3 : abs($0.x - x) < 0.55)
      }
      if isCovered { return nil }
      written.append((side, x, y))
      return side
    }
  }
}

extension String {
  /// The same with a capital at its start.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
