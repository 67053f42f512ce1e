/// In which share of the sampled worlds each claim holds.
public enum ClaimShares {
  /// A claim.
  public struct Row: Sendable {
    /// The claim.
    public var claim: String
    /// `true` or `false`: whether it holds in the nominal world.
    public var nominal: String
    /// Share of the sampled worlds in which it holds.
    public var share: Double

    /// - Parameters:
    ///   - claim: the claim.
    ///   - nominal: `true` or `false`, whether it holds in the nominal world.
    ///   - share: share of the sampled worlds in which it holds.
    public init(claim: String, nominal: String, share: Double) {
      self.claim = claim
      self.nominal = nominal
      self.share = share
    }
  }

  private static let holds = "holds in the nominal world"
  private static let fails = "does not hold in the nominal world"

  /// The picture.
  ///
  /// - Parameters:
  ///   - rows: rows of `claims.csv`.
  ///   - sentence: what to see.
  /// - Returns: nil without rows.
  public static func picture(of rows: [Row], sentence: String) -> Picture? {
    guard !rows.isEmpty else { return nil }
    var data = PictureData(
      of: "claims",
      columns: [
        .init("claim", "claim"), .init("share", "share of worlds in which it holds", .share),
        .init("nominal", "holds in the nominal world"), .init("_holds", ""), NamedRows.place,
      ])
    for (place, row) in rows.enumerated() {
      data.add([
        .text(row.claim), .number(row.share), .text(row.nominal),
        .text(row.nominal == "true" ? Self.holds : Self.fails), .number(Double(place)),
      ])
    }
    let bars = View(
      Mark(.bar).with {
        $0.height = 12
        $0.yOffset = 9
      },
      Encoding {
        $0.y = NamedRows.y
        $0.x = .quantitative("share", "share of the sampled worlds in which it holds").with {
          $0.axis = .some(PictureData.NumberStyle.share.axis)
          $0.scale = Scale { $0.domain = [0, 1] }
        }
        $0.color = .nominal("_holds", nil).with {
          $0.scale = .colours([(holds, Palette.plan), (fails, Palette.shortage)])
          $0.legend = .some(Legend { $0.columns = 1 })
        }
        $0.tooltip = [
          .nominal("claim", "claim"),
          .quantitative("share", "holds in").with { $0.format = ".1%" },
        ]
      })
    let title = "How often each claim holds"
    return Picture(
      id: "claims", title: title, sentence: sentence,
      description: "\(title): a bar for each claim. \(sentence)", data: data,
      specification: .vegaLite(
        View.layers([bars, NamedRows.names("claim")], data: "claims")
          .filling(step: 40, rows: rows.count)))
  }
}
