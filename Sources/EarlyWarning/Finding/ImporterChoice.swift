public import Importing
public import Sourcing
public import Tables

/// Finds whose imports are watched: who was asked for, else the home of the instance, else that of the map, else the only
/// importer of the files.
public struct ImporterChoice: Sendable {
  private let instance: Instance?
  private let map: ImportMap?

  /// A choice.
  ///
  /// - Parameters:
  ///   - instance: has regions, blocs and a home; nil: none.
  ///   - map: has regions that join countries, and a home; nil: none.
  public init(instance: Instance?, map: ImportMap?) {
    self.instance = instance
    self.map = map
  }

  /// The importer that is named, or that instance or map make home.
  ///
  /// - Parameter id: a region or bloc of the instance, a region of the map, or the alpha-3 code of a country; nil: home.
  /// - Returns: nil if nothing is named and neither has a home.
  /// - Throws: `InputProblems` for a name that nothing has, or the set of all regions.
  public func importer(named id: String?) throws(InputProblems) -> Importer? {
    guard let id else {
      if let instance { return try importer(instance.home.id) }
      return map?.homePlace.map { Importer(id: $0, name: name(of: $0)) }
    }
    return try importer(id)
  }

  /// The only place that imports in the records.
  ///
  /// - Parameter records: of all places.
  /// - Throws: `InputProblems` that list the importers if there are several, or say that there is none.
  public func onlyImporter(in records: TradeRecords) throws(InputProblems) -> Importer {
    let found = Self.importers(in: records)
    if let only = found.first, found.count == 1 {
      return Importer(id: only, name: records.placeNames[only] ?? name(of: only))
    }
    let start =
      found.isEmpty
      ? "the files have no imports of the goods"
      : "the files have \(found.count) importers; choose one: \(Self.listed(found, records))"
    throw Self.wrong(start)
  }

  /// Checks that the importer has imports in the records.
  ///
  /// - Parameters:
  ///   - importer: who was chosen.
  ///   - records: of all places, or of those that touch the importer.
  /// - Throws: `InputProblems` that list who has some.
  public func check(_ importer: Importer, in records: TradeRecords) throws(InputProblems) {
    let found = Self.importers(in: records)
    guard !found.contains(where: importer.contains) else { return }
    let others =
      found.isEmpty ? "" : "; those with imports are \(Self.listed(found, records))"
    let members =
      importer.members == [importer.id]
      ? "" : " (\(importer.members.sorted().joined(separator: ", ")))"
    throw InputProblems([
      Problem(
        "no row has imports of the goods into \(importer.id)\(members)\(others)",
        file: records.summary.files.first ?? "")
    ])
  }

  // MARK: Names

  private func importer(_ id: String) throws(InputProblems) -> Importer {
    if let instance, let set = instance.regionSet(id) {
      guard set.members.count < instance.regions.count || instance.regions.count == 1 else {
        throw Self.wrong(
          "`\(id)` has all regions, so nothing comes from outside; name a region or a smaller bloc")
      }
      let members = set.members.map { instance.regions[$0] }
      let own = instance.regions.first { $0.id == id }?.name ?? ""
      return Importer(
        id: id, name: own.isEmpty ? name(of: id) : own, members: Set(members.map(\.id)))
    }
    if map?.joinedPlaces.contains(id) ?? false || ImportMap.isCountry(id) {
      return Importer(id: id, name: name(of: id))
    }
    throw Self.wrong(
      "unknown region, bloc or country `\(shortened(id))`\(nearestHint(to: id, among: known))")
  }

  private var known: [String] {
    let own = (instance?.regionSetNames.filter { $0 != "world" } ?? []) + (map?.joinedPlaces ?? [])
    return own + ImportMap.countryCodes.filter { !own.contains($0) }
  }

  private func name(of id: String) -> String { ImportMap.countryName(id) ?? id }

  private static func importers(in records: TradeRecords) -> [String] {
    Set(records.records.map(\.destination)).sorted()
  }

  /// The most importers that a message lists.
  private static let mostListed = 20

  private static func listed(_ ids: [String], _ records: TradeRecords) -> String {
    let shown = ids.prefix(mostListed).map { id in
      records.placeNames[id].map { $0.isEmpty ? id : "\(id) (\($0))" } ?? id
    }
    let rest = ids.count - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  private static func wrong(_ message: String) -> InputProblems {
    InputProblems([Problem(message, file: "--for")], reason: .wrongArgument)
  }
}
