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

  /// A subject in the words of one entry of the map.
  private struct SelectedSubject: Hashable {
    var subject: Subject
    var selector: String
  }

  private var selectedSubject: SelectedSubject {
    SelectedSubject(subject: subject, selector: selector)
  }

  /// The figures without those of earlier editions. Where several files have figures for a country and year, those of
  /// the latest edition count, or those of the file read last where the editions are the same or not known. Files of
  /// one edition in which different entries of the map select figures, such as two minerals, add up.
  static func latest(_ all: [MineFigure], _ summary: inout ImportSummary) -> [MineFigure] {
    var editions: [Subject: Int] = [:]
    for entry in all {
      editions[entry.subject] = max(editions[entry.subject] ?? 0, entry.figure.source.edition)
    }
    var files: [SelectedSubject: String] = [:]
    for entry in all where entry.figure.source.edition == editions[entry.subject] {
      files[entry.selectedSubject] = entry.figure.source.place.file
    }
    // A row that is there twice.
    var rows: [[String]: Int] = [:]
    for (index, entry) in all.enumerated() { rows[entry.identity] = index }
    return all.enumerated().filter { index, entry in
      let source = entry.figure.source
      let isNewest =
        source.edition == editions[entry.subject]
        && source.place.file == files[entry.selectedSubject]
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
  var source: ProductionFigure
}
