public import Sourcing

/// Names for people of regions and commodities, and the members of blocs, by id. Reports show them beside the ids;
/// tables and JSON have ids.
public struct Names: Codable, Sendable, Equatable {
  /// Names of regions, by id. Regions without a name, or with their id as their name, are not there.
  public var regions: [String: String]
  /// Names of commodities, by id, in the same way.
  public var commodities: [String: String]
  /// Names of the members of blocs, by id of the bloc, separated by commas; nil in what an earlier version wrote. A
  /// bloc of all regions is not there.
  public var blocs: [String: String]?

  package enum CodingKeys: String, CodingKey, CaseIterable { case regions, commodities, blocs }

  /// No names.
  package init() { (regions, commodities) = ([:], [:]) }

  /// The names of an instance.
  public init(_ instance: Instance) {
    regions = Self.named(instance.regions.map { ($0.id, $0.name) })
    commodities = Self.named(instance.commodities.map { ($0.id, $0.name) })
    blocs = [:]
    for bloc in instance.blocs where Set(bloc.members).count < instance.regions.count {
      let members = bloc.members.map { member in
        let id = instance.regions[member].id
        return regions[id].map(Self.short) ?? id
      }
      blocs?[bloc.id] = members.joined(separator: ", ")
    }
  }

  private static func named(_ entries: [(id: String, name: String)]) -> [String: String] {
    entries.reduce(into: [:]) { names, entry in
      if !entry.name.isEmpty, entry.name != entry.id { names[entry.id] = entry.name }
    }
  }

  /// A region for the heading of a row: `CHN China`; of a long name the part before a bracket or comma.
  package func row(_ region: String) -> String {
    regions[region].map { "\(region) \(Self.short($0))" } ?? region
  }

  /// A region or commodity in a sentence: `Japan (JPN)`; the id alone where it has no name.
  package func sentence(_ id: String) -> String {
    (regions[id] ?? commodities[id]).map { "\(Self.short($0)) (\(id))" } ?? id
  }

  static func short(_ name: String) -> String {
    // A bracket within a name belongs to it: `Congo (Kinshasa) mines`.
    let hasEnding = name.hasSuffix(")")
    let start = String(name.prefix { ($0 != "(" || !hasEnding) && $0 != "," })
    return start.hasSuffix(" ") ? String(start.dropLast()) : start.isEmpty ? name : start
  }

  /// The names of all ids that a report has without their names, as the report's last lines.
  ///
  /// - Parameters:
  ///   - texts: the lines of the report.
  ///   - width: the most columns of a line.
  func legend(for texts: [String], width: Int) -> [String] {
    let paragraphs = paragraphs(for: texts)
    guard !paragraphs.isEmpty else { return [] }
    return [""] + paragraphs.flatMap { wrapped($0, width: width) }
  }

  /// The names of all ids that some texts have without their names, a paragraph for each kind.
  func paragraphs(for texts: [String]) -> [String] {
    let (words, whole) = (Self.words(of: texts), texts.joined(separator: "\n"))
    let unexplained = { (names: [String: String]) in
      names.filter { id, name in
        let short = Self.short(name)
        return words.contains(id) && !whole.contains("\(id) \(short)")
          && !whole.contains("\(short) (\(id))")
      }.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
    }
    return [
      ("Regions", unexplained(regions)), ("Blocs", unexplained(blocs ?? [:])),
      ("Commodities", unexplained(commodities)),
    ].filter { !$0.1.isEmpty }.map { heading, names in
      "\(heading): \(names.joined(separator: "; "))."
    }
  }

  /// The parts of texts that could be ids.
  private static func words(of texts: [String]) -> Set<String> {
    let marks = Set("_.-")
    var words: Set<String> = []
    for text in texts {
      for word in text.split(whereSeparator: { !$0.isLetter && !$0.isNumber && !marks.contains($0) }
      ) {
        words.insert(String(word))
        words.insert(String(word.reversed().drop { marks.contains($0) }.reversed()))
      }
    }
    return words
  }
}
