/// A region of several countries has the figures of one edition for a year. Editions name different countries: what one
/// lists by name, another has among `Other countries`, so that figures of two editions would count it twice.
enum RegionEditions {
  private struct Subject: Hashable {
    var producer: MineOutput.Producer
    var selector: String
    var year: Int
  }

  private static func subject(_ entry: MineFigure) -> Subject {
    Subject(
      producer: entry.producer, selector: entry.selector, year: entry.figure.source.year)
  }

  /// The figures without those of earlier editions, for regions of several countries. Of a region with one country all
  /// remain.
  static func latest(_ all: [MineFigure], _ summary: inout ImportSummary) -> [MineFigure] {
    var countries: [MineOutput.Producer: Set<String>] = [:]
    var newest: [Subject: Int] = [:]
    for entry in all {
      countries[entry.producer, default: []].insert(entry.country)
      newest[subject(entry), default: 0] = max(
        newest[subject(entry)] ?? 0, entry.figure.source.edition)
    }
    return all.filter { entry in
      let source = entry.figure.source
      let isOfSeveral = (countries[entry.producer]?.count ?? 0) > 1
      guard isOfSeveral, let edition = newest[subject(entry)], source.edition < edition else {
        return true
      }
      summary.count(
        .setAside,
        "an earlier edition for a region of several countries and a year: the latest edition counts",
        at: source.place)
      return false
    }
  }
}
