/// A figure that may count, with what it is about.
struct MineFigure {
  var figure: MineOutput.Figure
  var producer: MineOutput.Producer
  /// Alpha-3 code, or the name of an area of the map.
  var country: String
  /// The mineral and the type by which an entry of the map selects it.
  var selector: String
  /// The map names the mineral.
  var isInMap: Bool

  private struct Subject: Hashable {
    var producer: MineOutput.Producer
    var country: String
    var year: Int
  }

  private var subject: Subject {
    Subject(producer: producer, country: country, year: figure.source.year)
  }

  /// The figures without those of earlier editions. Where several files have figures for a country and year, those of
  /// the latest edition count, or those of the file read last where the editions are the same or not known.
  static func latest(_ all: [MineFigure], _ summary: inout ImportSummary) -> [MineFigure] {
    var newest: [Subject: (edition: Int, file: String)] = [:]
    for entry in all {
      let source = entry.figure.source
      if let old = newest[entry.subject], old.edition > source.edition { continue }
      newest[entry.subject] = (source.edition, source.place.file)
    }
    // A row that is there twice.
    var rows: [[String]: Int] = [:]
    for (index, entry) in all.enumerated() { rows[entry.identity] = index }
    return all.enumerated().filter { index, entry in
      let source = entry.figure.source
      let isNewest = newest[entry.subject].map { $0 == (source.edition, source.place.file) } ?? true
      if !isNewest {
        summary.count(
          .setAside, "an earlier figure for the same country and year: the latest edition counts",
          at: source.place)
      } else if rows[entry.identity] != index {
        summary.count(
          .setAside, "another row for the same country and year: the row read last counts",
          at: source.place)
      }
      return isNewest && rows[entry.identity] == index
    }.map(\.element)
  }

  /// What makes it another figure than all others.
  private var identity: [String] {
    let source = figure.source
    return [
      producer.commodity, producer.process, producer.region, source.country, source.statistic,
      String(source.year), source.place.file,
    ]
  }
}

/// A world total.
struct MineTotal {
  var commodity: String
  /// In the unit of the commodity.
  var quantity: Double
  var source: USGSFigure
}
