/// How much each assumption matters for a figure over sampled worlds: partial rank correlations, or Sobol indices with
/// their intervals.
public enum AssumptionIndices {
  /// One index of one assumption.
  public struct Row: Sendable {
    /// Name of the assumption for people.
    public var name: String
    /// Id of the assumption.
    public var assumption: String
    /// `prcc`, `first` or `total`.
    public var index: String
    /// The index.
    public var value: Double
    /// Lower end of its interval; nil: it has none.
    public var low: Double?
    /// Upper end of its interval.
    public var high: Double?

    /// - Parameters:
    ///   - name: name of the assumption for people.
    ///   - assumption: its id.
    ///   - index: `prcc`, `first` or `total`.
    ///   - value: the index.
    ///   - low: lower end of its interval.
    ///   - high: upper end of its interval.
    public init(
      name: String, assumption: String, index: String, value: Double, low: Double? = nil,
      high: Double? = nil
    ) {
      self.name = name
      self.assumption = assumption
      self.index = index
      self.value = value
      self.low = low
      self.high = high
    }
  }

  /// The picture of partial rank correlations.
  ///
  /// - Parameters:
  ///   - id: unique on the page.
  ///   - measure: name of the measure.
  ///   - rows: rows of `indices.csv` with the index `prcc`, the largest first.
  ///   - figure: whose figure the measure is, and of what.
  ///   - sentence: what to see.
  /// - Returns: nil without rows.
  public static func correlations(
    id: String, measure: String, rows: [Row], figure: FigureWords, sentence: String
  ) -> Picture? {
    guard !rows.isEmpty else { return nil }
    let bars = bars("prcc", height: 12, colour: Palette.plan).with {
      $0.encoding?.x = .quantitative("value", "partial rank correlation").with {
        $0.scale = Scale { $0.domain = [-1, 1] }
        $0.axis = .some(Axis { $0.tickCount = 5 })
      }
      $0.encoding?.color = Channel().with {
        $0.condition = Condition("datum.value < 0", .text(Palette.lowEnd))
        $0.value = .text(Palette.highEnd)
      }
    }
    return picture(
      id: id, "What it goes with over all sampled worlds: \(figure.title)", measure, rows, sentence,
      layers: [bars, NamedRows.names()])
  }

  /// The picture of Sobol indices.
  ///
  /// - Parameters:
  ///   - id: unique on the page.
  ///   - measure: name of the measure.
  ///   - policy: the option and how it is coordinated, as the table names them; nil: there are no options.
  ///   - rows: rows of `indices.csv` with the indices `first` and `total`; those of an assumption follow each other.
  ///   - figure: whose figure the measure is, and of what.
  ///   - sentence: what to see.
  /// - Returns: nil without rows.
  public static func shares(
    id: String, measure: String, of policy: (option: String, coordination: String)? = nil,
    rows: [Row], figure: FigureWords, sentence: String
  ) -> Picture? {
    guard !rows.isEmpty else { return nil }
    let names = ["total": "with others (total)", "first": "alone (first-order)"]
    let scale = Scale.colours([
      (names["first"] ?? "", Palette.highEnd), (names["total"] ?? "", Palette.lowEnd),
    ])
    let layers = [("total", 13.0), ("first", 3.0)].flatMap { index, offset -> [View] in
      let ofIndex = rows.filter { $0.index == index }
      guard !ofIndex.isEmpty else { return [] }
      let bars = bars(index, height: 9, colour: Palette.plan, yOffset: offset).with {
        $0.encoding?.x = .quantitative("value", "share of the variance")
        $0.encoding?.color = Channel.datum(.text(names[index] ?? index)).with {
          $0.scale = scale
          $0.title = Removable.none
          $0.legend = .some(Legend())
        }
      }
      let interval = View(
        Mark(.rule).with { $0.yOffset = offset },
        Encoding {
          $0.y = NamedRows.y
          $0.x = .quantitative("low", "share of the variance")
          $0.x2 = .column("high")
        }, transform: [.filter("index", equals: index), .filter("isValid(datum.low)")])
      return ofIndex.contains { $0.low != nil } ? [bars, interval] : [bars]
    }
    return picture(
      id: id, "Which share of its variance each assumption explains: \(figure.title)", measure,
      rows, sentence, of: policy,
      layers: layers + [NamedRows.names(where: .filter("index", equals: "total"))])
  }

  private static func bars(
    _ index: String, height: Double, colour: String, yOffset: Double = 9
  ) -> View {
    View(
      Mark(.bar).with {
        $0.height = .number(height)
        $0.yOffset = yOffset
        $0.color = colour
      },
      Encoding {
        $0.y = NamedRows.y
        $0.tooltip = [
          .nominal("_name", "assumption"), .nominal("index", "index"),
          .quantitative("value", "value").with { $0.format = ".2f" },
        ]
      }, transform: [.filter("index", equals: index)])
  }

  private static func picture(
    id: String, _ title: String, _ measure: String, _ rows: [Row], _ sentence: String,
    of policy: (option: String, coordination: String)? = nil, layers: [View]
  ) -> Picture {
    var data = PictureData(
      of: "indices",
      columns: [
        NamedRows.name("assumption"), .init("index", "index"), .init("value", "value"),
        .init("low", "from"), .init("high", "to"), .init("assumption", "id"),
        .init("measure", "measure"),
      ] + (policy == nil ? [] : [.init("option", "option"), .init("coordination", "coordination")])
        + [NamedRows.place])
    let options = policy.map { [PictureValue.text($0.option), .text($0.coordination)] } ?? []
    var places: [String: Double] = [:]
    for row in rows {
      let place = places[row.assumption] ?? Double(places.count)
      places[row.assumption] = place
      data.add(
        [
          .text(row.name), .text(row.index), .number(row.value), .number(ifAny: row.low),
          .number(ifAny: row.high), .text(row.assumption), .text(measure),
        ] + options + [.number(place)])
    }
    return Picture(
      id: id, title: title, sentence: sentence,
      description: "\(title): a row for each assumption. \(sentence)", data: data,
      specification: .vegaLite(
        View.layers(layers, data: "indices")
          .filling(step: 42, rows: places.count)))
  }
}

extension View {
  /// The same with other properties.
  func with(_ change: (inout View) -> Void) -> View {
    var view = self
    change(&view)
    return view
  }
}
