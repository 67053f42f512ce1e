import Tables

/// What an import did with everything that it read. Each observation (a row, or one figure of a row with several) is
/// counted once.
public struct ImportSummary: Sendable {
  /// What happened to an observation.
  public enum Fate: String, Sendable, CaseIterable, Comparable {
    /// It is in the tables.
    case kept
    /// Another observation of the same thing is in the tables.
    case setAside = "set aside"
    /// It is not used.
    case leftOut = "left out"
    /// A remark about observations that other entries count.
    case note

    /// The order of the cases.
    public static func < (a: Self, b: Self) -> Bool {
      allCases.firstIndex(of: a) ?? 0 < allCases.firstIndex(of: b) ?? 0
    }
  }

  /// The observations with the same fate for the same reason.
  public struct Entry: Sendable, Hashable {
    /// What happened to the observations.
    public var fate: Fate
    /// What was found, and why it has this fate.
    public var reason: String
    /// Number of observations.
    public var count: Int
    /// `file:line` of the first observation.
    public var example: String
  }

  private struct Key: Hashable {
    var fate: Fate
    var reason: String
  }

  /// Number of observations read.
  public private(set) var readCount = 0
  /// Paths of the files, in the order in which they were read.
  public private(set) var files: [String] = []
  /// What part of the value of imports is in the tables, by commodity, year and region; empty for sources without
  /// values.
  public private(set) var values: [ValueShare] = []
  private var counts: [Key: (count: Int, first: FilePlace)] = [:]

  /// A summary of nothing.
  public init() {}

  mutating func read(_ file: String) { files.append(file) }

  /// Counts an observation, or a note. Long quotations in the reason are shortened, and control characters are escaped.
  ///
  /// - Parameters:
  ///   - place: where it is, or the first of them.
  ///   - times: how many they are.
  mutating func count(_ fate: Fate, _ reason: String, at place: FilePlace, times: Int = 1) {
    if fate != .note { readCount += times }
    var key = Key(fate: fate, reason: reason)
    if counts[key] == nil { key.reason = legible(reason) }
    let old = counts[key]
    // Rows are not always counted in the order of their file.
    let first = old.map { $0.first.file == place.file ? min($0.first, place) : $0.first } ?? place
    counts[key] = ((old?.count ?? 0) + times, first)
  }

  /// Notes the file of a table if it has a header only.
  mutating func noteNoRows(_ table: DownloadedTable) {
    guard table.csv.rowCount == 0, table.wrongRows.isEmpty else { return }
    count(
      .note, "file with a header and no rows",
      at: FilePlace(file: table.csv.file, line: table.csv.headerLine))
  }

  /// Sets the values, and notes those of which a large part is estimated or not kept, or of which too much is kept.
  mutating func setValues(_ shares: [(share: ValueShare, first: FilePlace)]) {
    values = shares.map(\.share)
    let limit = "\(Int(100 * ValueShare.largeShare)) %"
    for (share, place) in shares {
      if share.estimatedShare > ValueShare.largeShare {
        count(
          .note,
          "a commodity into a region in a year: more than \(limit) of the value has an estimated weight",
          at: place)
      }
      if share.weighedShare + share.estimatedShare < 1 - ValueShare.largeShare {
        count(
          .note,
          "a commodity into a region in a year: more than \(limit) of the value is not kept, and counts as 0",
          at: place)
      }
      if share.weighedShare + share.estimatedShare > 1 + ValueShare.largeShare {
        count(
          .note,
          "a commodity into a region in a year: more than 110 % of the value is kept: goods count twice, or the World row is too small",
          at: place)
      }
    }
  }

  /// All entries, by fate in the order of its cases, then the most frequent first.
  public var entries: [Entry] {
    counts.map {
      Entry(
        fate: $0.key.fate, reason: $0.key.reason, count: $0.value.count,
        example: $0.value.first.text)
    }.sorted { ($0.fate, -$0.count, $0.reason) < ($1.fate, -$1.count, $1.reason) }
  }

  /// Number of observations that are in the tables.
  public var keptCount: Int { entries.filter { $0.fate == .kept }.reduce(0) { $0 + $1.count } }

  /// The problem of an import that kept nothing, with the most frequent reasons.
  func nothingKept(_ files: [String]) -> Problem {
    let reasons = entries.filter { $0.fate == .leftOut }.prefix(3)
    let found = reasons.map { "\($0.count) × \($0.reason) (first: \($0.example))" }
    let first = counts.filter { $0.key.fate == .leftOut }.map(\.value.first).min()
    return Problem(
      "nothing in it could be used: \(found.isEmpty ? "it has no rows" : found.joined(separator: "; "))",
      file: first?.file ?? files.first ?? "", line: first?.line)
  }
}
