/// How often a figure has which size in sampled worlds: a histogram, with the nominal value and quantiles as lines.
public enum WorldDistribution {
  /// The figure in one world.
  public struct Row: Sendable {
    /// Number of the world.
    public var world: Double
    /// The figure there.
    public var value: Double

    /// - Parameters:
    ///   - world: number of the world.
    ///   - value: the figure there.
    public init(world: Double, value: Double) {
      self.world = world
      self.value = value
    }
  }

  /// The figure over all sampled worlds.
  public struct Spread: Sendable {
    /// The figure in the nominal world; nil: there is no plan.
    public var nominal: Double?
    /// The 5 % quantile.
    public var q05: Double?
    /// The median.
    public var q50: Double?
    /// The 95 % quantile.
    public var q95: Double?

    /// - Parameters:
    ///   - nominal: the figure in the nominal world.
    ///   - q05: the 5 % quantile.
    ///   - q50: the median.
    ///   - q95: the 95 % quantile.
    public init(nominal: Double?, q05: Double?, q50: Double?, q95: Double?) {
      self.nominal = nominal
      self.q05 = q05
      self.q50 = q50
      self.q95 = q95
    }
  }

  /// The picture.
  ///
  /// - Parameters:
  ///   - id: unique on the page.
  ///   - measure: name of the measure, which is its column.
  ///   - rows: rows of `worlds.csv` with a value.
  ///   - spread: the row of `measures.csv`.
  ///   - figure: whose figure the measure is, of what, and its unit.
  ///   - sentence: what to see.
  /// - Returns: nil without rows.
  public static func picture(
    id: String, measure: String, rows: [Row], spread: Spread, figure: FigureWords, sentence: String
  ) -> Picture? {
    guard !rows.isEmpty else { return nil }
    var data = PictureData(
      of: "worlds",
      columns: [.init("world", "world", .whole), .init(measure, figure.title, figure.style)])
    for row in rows { data.add([.number(row.world), .number(row.value)]) }
    var lines = PictureData(
      of: "measures",
      columns: [
        .init("measure", "measure"), .init("nominal", "nominal", figure.style),
        .init("q05", "5%", figure.style), .init("q50", "median", figure.style),
        .init("q95", "95%", figure.style),
      ])
    lines.add([
      .text(measure), .number(ifAny: spread.nominal), .number(ifAny: spread.q05),
      .number(ifAny: spread.q50), .number(ifAny: spread.q95),
    ])
    let title = "Sampled worlds: \(figure.title)"
    return Picture(
      id: id, title: title, sentence: sentence,
      description: "\(title), in how many worlds it has which size. \(sentence)", data: data,
      further: [lines],
      specification: .vegaLite(
        View.layers([bars(measure, figure), rules(figure)]).filling(height: 240)))
  }

  private static func bars(_ measure: String, _ figure: FigureWords) -> View {
    View(
      Mark(.bar).with { $0.color = Palette.compared },
      Encoding {
        $0.x = .quantitative(measure, figure.unit).with {
          $0.bin = Bin(maxbins: 40)
          $0.axis = .some(figure.style.axis)
          $0.scale = Scale { $0.zero = false }
        }
        $0.y = Channel().with {
          $0.aggregate = "count"
          $0.axis = .some(Axis { $0.tickMinStep = 1 })
          $0.title = .some("worlds")
        }
      }, data: "worlds")
  }

  private static func rules(_ figure: FigureWords) -> View {
    let legend = Legend {
      $0.labelExpr =
        "{nominal: 'nominal', q05: '5% of the worlds are below', q50: 'median', q95: '95% are below'}[datum.label]"
      $0.symbolType = "stroke"
      $0.columns = 2
    }
    let names: [JSONValue] = ["nominal", "q05", "q50", "q95"]
    let kind = Channel.nominal("_figure", nil).with { $0.legend = .some(legend) }
    return View(
      Mark(.rule).with { $0.strokeWidth = 2 },
      Encoding {
        $0.x = .quantitative("_value", figure.unit)
        $0.color = kind.with {
          $0.scale = Scale {
            $0.domain = names
            $0.range = [.text(Palette.plan)] + Array(repeating: .text(Palette.text), count: 3)
          }
        }
        $0.strokeDash = kind.with {
          $0.scale = Scale {
            $0.domain = names
            $0.range = [[1, 0], [2, 3], [1, 0], [6, 4]]
          }
        }
        $0.tooltip = [.quantitative("_value", "value").with { $0.format = figure.style.format }]
      }, data: "measures",
      transform: [
        .fold(["nominal", "q05", "q50", "q95"], key: "_figure", value: "_value"),
        .filter("isValid(datum._value)"),
      ])
  }
}
