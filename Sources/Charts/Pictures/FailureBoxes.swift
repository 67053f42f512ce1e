/// Within which limits of assumptions claims fail most: for each limited assumption of a box a bar from one limit to the
/// other, over all places that it can have.
public enum FailureBoxes {
  /// A limited assumption of a box.
  public struct Row: Sendable {
    /// What fails and the name of the assumption, for people.
    public var name: String
    /// Name of the option; nil: there are no options.
    public var option: String?
    /// `joint` or `unilateral`; nil: there are no options.
    public var coordination: String?
    /// The claim, or `no plan`.
    public var claim: String
    /// Id of the assumption.
    public var assumption: String
    /// The least and the greatest place in the box.
    public var limits: ClosedRange<Double>
    /// Failures in the box / all failures.
    public var coverage: Double
    /// Failures in the box / worlds in the box.
    public var density: Double

    /// A row. The properties describe the parameters.
    public init(
      name: String, option: String? = nil, coordination: String? = nil, claim: String,
      assumption: String, limits: ClosedRange<Double>, coverage: Double, density: Double
    ) {
      self.name = name
      self.option = option
      self.coordination = coordination
      self.claim = claim
      self.assumption = assumption
      self.limits = limits
      self.coverage = coverage
      self.density = density
    }
  }

  /// What to see in it.
  public static let sentence =
    "In the sampled worlds in which all assumptions of a box are within its bars, the claim fails most often."

  /// The picture.
  ///
  /// - Parameters:
  ///   - rows: rows of `boxes.csv`; those of a box follow each other.
  ///   - sentence: what to see.
  /// - Returns: nil without rows.
  public static func picture(of rows: [Row], sentence: String) -> Picture? {
    guard !rows.isEmpty else { return nil }
    let place = "place: -1 low end, 0 the tables, 1 high end"
    let bars = View(
      Mark(.bar).with {
        $0.height = 12
        $0.yOffset = 4
        $0.color = Palette.shortage
        $0.opacity = 0.6
      },
      Encoding {
        $0.y = NamedRows.y
        $0.x = .quantitative("from", place).with {
          $0.scale = Scale { $0.domain = [-1, 1] }
          $0.axis = .some(Axis { $0.tickCount = 5 })
        }
        $0.x2 = .column("to")
        $0.tooltip =
          [.nominal("_name", "where")]
          + [("from", "from"), ("to", "to")].map { column, title in
            Channel.quantitative(column, title).with { $0.format = ".2f" }
          } + [.share("coverage", "of its failures"), .share("density", "fail there")]
      })
    let shares = NamedRows.note(
      where: "isValid(datum.coverage)", "_note",
      "format(datum.coverage, '.0%') + ' of the failures are in the box; ' + format(datum.density, '.0%')"
        + " + ' of the worlds in it fail'", yOffset: 20, colour: Palette.text)
    let title = "Where claims fail most"
    return Picture(
      id: "boxes", title: title, sentence: sentence,
      description:
        "\(title): a bar for each limited assumption of a box, from one limit to the other. \(sentence)",
      data: data(rows),
      specification: .vegaLite(
        View.layers([bars, shares, NamedRows.names()], data: "boxes")
          .filling(step: 58, rows: rows.count)))
  }

  private static func data(_ rows: [Row]) -> PictureData {
    let hasOptions = rows.contains { $0.option != nil }
    var data = PictureData(
      of: "boxes",
      columns: [
        NamedRows.name("where"), .init("from", "from"), .init("to", "to"),
        .init("coverage", "of the failures", .share), .init("density", "fail in the box", .share),
        .init("claim", "claim"), .init("assumption", "id"),
      ] + (hasOptions ? [.init("option", "option"), .init("coordination", "coordination")] : [])
        + [NamedRows.place])
    for (place, row) in rows.enumerated() {
      let policy = [row.option, row.coordination].map { $0.map { PictureValue.text($0) } ?? .none }
      data.add(
        [
          .text(row.name), .number(row.limits.lowerBound), .number(row.limits.upperBound),
          .number(row.coverage), .number(row.density), .text(row.claim), .text(row.assumption),
        ] + (hasOptions ? policy : []) + [.number(Double(place))])
    }
    return data
  }
}
