import Tables

/// The figures of all statistics that the types of the map select, compared with each other and with the world totals.
struct MineStatistics {
  /// A commodity in a year.
  private struct Year: Hashable {
    var commodity: String
    var year: Int
  }

  private(set) var figures: [MineFigure]
  /// One total for each commodity, year and statistic: that of the latest edition, in the order of files and lines.
  private let totals: [MineTotal]
  private let totalsOfYear: [Year: [MineTotal]]

  private let publisher: MinePublisher

  init(_ figures: [MineFigure], totals: [MineTotal], _ publisher: MinePublisher) {
    self.publisher = publisher
    self.figures = figures
    self.totals = Self.latest(totals)
    totalsOfYear = Dictionary(grouping: self.totals, by: Self.year)
  }

  private static func year(_ total: MineTotal) -> Year {
    Year(commodity: total.commodity, year: total.source.year)
  }

  private static func year(_ entry: MineFigure) -> Year {
    Year(commodity: entry.producer.commodity, year: entry.figure.source.year)
  }

  // MARK: Two statistics of one country

  /// Where a country has two statistics for a year that are not parts of a whole, such as the weight of the ore and of
  /// the metal in it, notes that the map must choose. Minerals that no map names are left out. Entries of a map that
  /// select one statistic each add up: the user has chosen.
  mutating func leaveOutOverlaps(_ log: ProblemLog, _ summary: inout ImportSummary) {
    struct Subject: Hashable {
      var commodity: String
      var selector: String
      var country: String
      var year: Int
    }
    let positive = figures.filter { $0.figure.quantity > 0 }
    let bySubject = Dictionary(grouping: positive) {
      Subject(
        commodity: $0.producer.commodity, selector: $0.selector, country: $0.country,
        year: $0.figure.source.year)
    }
    let ofSelectors = Dictionary(grouping: figures) {
      Selected(year: Self.year($0), selector: $0.selector)
    }
    var partsOfSelectors: [Selected: Bool] = [:]
    var overlapping: [String: MineFigure] = [:]
    for entries in bySubject.values {
      let sorted = entries.sorted { $0.figure.place < $1.figure.place }
      guard let first = sorted.first,
        let second = sorted.first(where: {
          $0.figure.source.kind != first.figure.source.kind
        })
      else { continue }
      let selected = Selected(year: Self.year(second), selector: second.selector)
      let areWhole =
        partsOfSelectors[selected]
        ?? self.areParts(ofSelectors[selected] ?? [], totalsOfYear[selected.year] ?? [])
      partsOfSelectors[selected] = areWhole
      if areWhole { continue }
      let commodity = second.producer.commodity
      if overlapping[commodity].map({ second.figure.place < $0.figure.place }) ?? true {
        overlapping[commodity] = second
      }
    }
    for (commodity, entry) in overlapping.sorted(by: { $0.key < $1.key }) {
      report(entry, commodity, log, &summary)
    }
    figures.removeAll { overlapping[$0.producer.commodity] != nil }
  }

  private func report(
    _ entry: MineFigure, _ commodity: String, _ log: ProblemLog, _ summary: inout ImportSummary
  ) {
    let all = figures.filter { $0.producer.commodity == commodity }
    var seen: Set<String> = []
    let statistics = all.filter { $0.figure.quantity > 0 }.map(\.figure.source)
      .filter { seen.insert($0.kind).inserted }.map(\.statistic)
    let source = entry.figure.source
    let words =
      "\(source.mineral.isEmpty ? commodity : source.mineral): \(source.country) has several statistics for one year, which are no parts of a whole; choose one in the map, such as `\(publisher.hasSeveralStatistics ? "type" : publisher.mapKey): \"\(statistics.first ?? "")\"`; found: \(statistics.map { "`\($0)`" }.joined(separator: ", "))"
    if entry.isInMap {
      log.add(words, file: source.place.file, line: source.place.line)
    } else {
      for figure in all { summary.count(.leftOut, words, at: figure.figure.place) }
    }
  }

  /// The figures of a commodity and year that one entry of the map selects.
  private struct Selected: Hashable {
    var year: Year
    var selector: String
  }

  /// Whether a world total confirms that statistics add up: one of another statistic that is about the sum of their own
  /// totals, or of all their figures.
  ///
  /// - Parameters:
  ///   - own: the figures of the statistics, of one commodity and year.
  ///   - totals: all totals of the commodity and year.
  private func areParts(_ own: [MineFigure], _ totals: [MineTotal]) -> Bool {
    let kinds = Set(own.map(\.figure.source.kind))
    let parts = totals.filter { kinds.contains($0.source.kind) }
    let sum =
      parts.count == kinds.count
      ? parts.reduce(0) { $0 + $1.quantity } : own.reduce(0) { $0 + $1.figure.quantity }
    return totals.contains {
      !kinds.contains($0.source.kind) && abs(sum - $0.quantity) <= 0.1 * $0.quantity
    }
  }

  // MARK: World totals

  private static func latest(_ totals: [MineTotal]) -> [MineTotal] {
    struct Key: Hashable {
      var year: Year
      var kind: String
    }
    var newest: [Key: MineTotal] = [:]
    for total in totals where total.quantity > 0 {
      let key = Key(year: year(total), kind: total.source.kind)
      if let old = newest[key], old.source.edition > total.source.edition { continue }
      newest[key] = total
    }
    return newest.values.sorted { $0.source.place < $1.source.place }
  }

  /// Notes which share of each world total the figures have. A total of one of several statistics is compared with the
  /// figures of that statistic.
  ///
  /// - Returns: a sentence for each total that is exceeded by more than 10 %.
  func compareWithTotals(_ summary: inout ImportSummary) -> [String] {
    let figuresOfYear = Dictionary(grouping: figures, by: Self.year)
    return totals.compactMap { total in
      let year = Self.year(total)
      let isOneOfSeveral = (totalsOfYear[year] ?? []).count > 1
      let own = (figuresOfYear[year] ?? []).filter {
        !(total.source.excludesUnitedStates && $0.country == "USA")
      }
      let same = own.filter { $0.figure.source.kind == total.source.kind }
      let compared = isOneOfSeveral && !same.isEmpty ? same : own
      guard !compared.isEmpty else { return nil }
      let share =
        (1000 * compared.reduce(0) { $0 + $1.figure.quantity } / total.quantity).rounded() / 10
      let words =
        "\(total.commodity), \(total.source.year): what is kept\(isOneOfSeveral ? " of `\(total.source.kind)`" : "") makes \(DecimalNumber.text(share)) % of the world total"
      summary.count(.note, words, at: total.source.place)
      return share > 110
        ? "facilities.csv: \(words) (\(total.source.place.text)); find out whether goods count twice"
        : nil
    }
  }
}
