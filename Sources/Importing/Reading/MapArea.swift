/// An entry of `areas` in an import map: what a code or a name of a source means.
struct MapArea: Sendable {
  /// The code or the name, as the map has it.
  let text: String
  let meaning: ImportMap.Area
  let line: Int
  /// The numbers of UN Comtrade that it stands for; none for a name. Letters such as `FRA` stand for every number of
  /// the country.
  let numbers: [Int]
  /// It is a number itself, which counts before letters that stand for it.
  let isNumber: Bool

  init(text: String, meaning: ImportMap.Area, line: Int) {
    self.text = text
    self.meaning = meaning
    self.line = line
    let number = Int(text)
    isNumber = number != nil
    numbers = number.map { [$0] } ?? TradeArea.numbers(iso: text.uppercased())
  }

  /// It looks like a code of UN Comtrade, not like a name of a country.
  var isCode: Bool { !numbers.isEmpty || text.count <= 3 }
}

extension ImportMap {
  /// Notes entries of `areas` that no row of UN Comtrade has: typing errors, or files that are missing. Names are for
  /// statistics of mines, so they are noted only where the map has no mineral.
  ///
  /// - Parameter seen: the codes of reporters and partners in the files, numbers without leading zeros and letters as
  ///   capitals.
  func noteUnusedCodes(_ seen: Set<String>, _ summary: inout ImportSummary) {
    let hasMinerals = items.contains { item in
      MinePublisher.allCases.contains { item.mineral($0) != nil }
    }
    for entry in areaEntries where entry.isCode || !hasMinerals {
      let codes = entry.numbers.map(String.init) + [entry.text.uppercased()]
      if codes.contains(where: seen.contains) { continue }
      note(entry, entry.isCode ? "" : "; areas of UN Comtrade are named by code", &summary)
    }
  }

  /// Notes entries of `areas` that no row of statistics of mines has. Codes are for UN Comtrade.
  ///
  /// - Parameter seen: the names of countries in the files, in lower case.
  func noteUnusedNames(_ seen: Set<String>, _ summary: inout ImportSummary) {
    for entry in areaEntries where !entry.isCode && !seen.contains(entry.text.lowercased()) {
      note(entry, "", &summary)
    }
  }

  private func note(_ entry: MapArea, _ advice: String, _ summary: inout ImportSummary) {
    summary.count(
      .note, "area `\(entry.text)` of the map: no row has it\(advice)",
      at: FilePlace(file: file, line: entry.line))
  }
}
