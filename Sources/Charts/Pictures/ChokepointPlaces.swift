/// What the loss of each stage in each region costs home at most: a cell for each pair.
public enum ChokepointPlaces {
  /// The picture; nil without rows.
  ///
  /// - Parameters:
  ///   - rows: rows of the table of chokepoints.
  ///   - stages: the stages in the order of the chain.
  ///   - words: the words around the picture.
  public static func picture(
    of rows: [ChokepointRow], stages: [String], words: DisruptionLosses.Words
  ) -> Picture? {
    guard !rows.isEmpty else { return nil }
    var data = PictureData(
      of: "chokepoints",
      columns: [
        .init("_region", "region"), .init("_stage", "stage"),
        .init(BestToWorst.least, "\(words.home) loses, best case"),
        .init(BestToWorst.most, "\(words.home) loses, worst case"),
        .init("lost_value", "all regions lose"), .init("region", "id"), .init("stage", "stage id"),
      ])
    for row in rows {
      data.add([
        .text(row.name), .text(row.stage ?? ChokepointRow.allStages), .number(row.least),
        .number(row.most), .number(row.world), .text(row.region),
        .text(ifAny: row.stage),
      ])
    }
    let title = "What \(words.home) loses at most, by region and stage that stops"
    return Picture(
      id: "chokepoint-places", title: title, sentence: words.sentence,
      description: "\(title): a cell for each pair. \(words.sentence)", data: data,
      specification: .vegaLite(view(of: data, stages, words)))
  }

  private static func view(
    of data: PictureData, _ stages: [String], _ words: DisruptionLosses.Words
  ) -> View {
    let x = Channel.nominal("_stage", nil).sorted(stages + [ChokepointRow.allStages]).with {
      $0.axis = .some(.turned)
    }
    let y = Channel.nominal("_region", nil)
      .sorted(data.texts(of: "_region"))
      .with { $0.axis = .some(Axis { $0.labelLimit = 130 }) }
    let most = data.rows.compactMap { $0[3].number }.max() ?? 0
    let cells = View(
      Mark(.rect),
      Encoding {
        $0.x = x
        $0.y = y
        $0.color = .quantitative(BestToWorst.most, "lost value, \(words.money)").with {
          $0.scale = Scale {
            // Nothing is other than very little.
            let end = most > 0 ? most : 1
            $0.domain = [0, .number(end / 1000), .number(end / 2), .number(end)]
            $0.range = Palette.heat.map { .text($0) }
          }
          $0.legend = .some(Legend { $0.tickCount = 4 })
        }
        $0.tooltip = [
          .nominal("_region", "region"), .nominal("_stage", "stage"),
          .nominal("_least", "\(words.home), best case"),
          .nominal("_most", "\(words.home), worst case"), .nominal("_world", "all regions"),
        ]
      })
    let figures = View(
      Mark(.text).with { $0.fontSize = 11 },
      Encoding {
        $0.x = x
        $0.y = y
        $0.text = .nominal("_most", nil)
        $0.color = .value("#1b1f24").with {
          $0.condition = Condition("datum['\(BestToWorst.most)'] > \(most / 2)", "#ffffff")
        }
      })
    let count = data.values(of: "_stage").count
    var view = View.layers(count <= 9 ? [cells, figures] : [cells], data: data.table)
      .filling(step: 24, rows: data.values(of: "_region").count)
    view.transform = BestToWorst.transforms + [.amountText("lost_value", as: "_world")]
    return view
  }
}
