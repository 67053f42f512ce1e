import Tables

/// What the files of a source have that an instance does not, and notes on what it has.
struct CountryReading {
  /// The most reasons that are told of a source; of more, how many they are.
  static let mostReasons = 10

  /// One sentence for each reason, the most frequent ones. Rows of goods that nobody asked for are none.
  let remarks: [String]

  /// - Parameter source: its name.
  init(_ summary: ImportSummary, of source: String) {
    let all = summary.entries.filter {
      [.leftOut, .note].contains($0.fate) && $0.reason != BACIReader.notAskedFor
    }
    let shown = all.prefix(Self.mostReasons).map { entry in
      let times = entry.count == 1 ? "" : "\(entry.count) times, "
      return
        "\(source), \(entry.fate.rawValue): \(entry.reason) (\(times)first: \(entry.example.lastPathPart))."
    }
    let rest = all.count - shown.count
    remarks = shown + (rest > 0 ? ["\(source), \(rest) more reasons of this kind."] : [])
  }
}
