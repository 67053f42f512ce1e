import Sourcing
import Tables

/// The place of a set in ``CompiledPlaces/sets``.
typealias RegionSetIndex = TypedIndex<RegionSet>

/// Regions and blocs, and the names that other tables use for them.
struct CompiledPlaces {
  let regions: Table<Region>
  let blocs: [RegionSet]
  /// Each region as a set, then the blocs, then the world.
  let sets: Table<RegionSet>
  /// A region's name means its index in `regions`.
  let regionNames: NameIndex<RegionIndex>
  /// A region, a bloc or `world`: the index in `sets`.
  let setNames: NameIndex<RegionSetIndex>
  /// As `setNames`; `*` is the world too.
  let anyNames: NameIndex<RegionSetIndex>

  init(_ source: TableSource) {
    let (regions, regionNames) = Self.regions(source)
    let blocs = Self.blocs(source, regionNames: regionNames)
    let single = regions.indexed().map { RegionSet(id: $1.id, members: [$0]) }
    var sets = Table(single + blocs)
    let world = sets.append(RegionSet(id: "world", members: Array(regions.indices)))
    var setNames = NameIndex<RegionSetIndex>(.regionSet)
    var anyNames = NameIndex<RegionSetIndex>(.anyRegions)
    for (index, set) in sets.indexed() {
      _ = setNames.insert(set.id, index)
      _ = anyNames.insert(set.id, index)
    }
    _ = anyNames.insert("*", world)
    setNames.isIncomplete = regionNames.isIncomplete || source.isDamaged(.blocs)
    anyNames.isIncomplete = setNames.isIncomplete
    (self.regions, self.blocs, self.sets) = (regions, blocs, sets)
    (self.regionNames, self.setNames, self.anyNames) = (regionNames, setNames, anyNames)
  }

  /// Whether a set of `sets` is one region under the region's own name.
  func isRegion(_ set: RegionSetIndex) -> Bool { set.position < regions.count }

  private static func regions(
    _ source: TableSource
  ) -> (regions: Table<Region>, names: NameIndex<RegionIndex>) {
    var regions: Table<Region> = []
    var names = NameIndex<RegionIndex>(.region)
    if let reader = source.reader(.regions) {
      let (id, name) = (reader.column("region"), reader.freeColumn("name"))
      let (latitude, longitude) = (reader.column("latitude"), reader.column("longitude"))
      let risk = reader.column("risk")
      for row in reader.rows {
        let region = names.define(id, row: row, as: regions.endIndex)
        let place = (latitude.optional(row), longitude.optional(row), risk.optional(row))
        guard let region else { continue }
        if region == "world" {
          id.report("`world` is the bloc of all regions; give the region another id", row: row)
        }
        regions.append(
          Region(
            id: region, name: name?.text(row) ?? "", latitude: place.0, longitude: place.1,
            risk: place.2))
      }
      if reader.rows.isEmpty, !source.isDamaged(.regions) {
        source.log.add(
          "the table has no rows; name at least one region", file: source.path(.regions))
      }
    }
    if regions.isEmpty || source.isDamaged(.regions) { names.isIncomplete = true }
    return (regions, names)
  }

  private static func blocs(
    _ source: TableSource, regionNames: NameIndex<RegionIndex>
  ) -> [RegionSet] {
    guard let reader = source.reader(.blocs) else { return [] }
    var table = SetTable(reader, id: "bloc", member: "region", in: regionNames)
    let sets = table.read { entry in
      guard entry.first == nil else { return nil }
      if entry.name == "world" {
        return "`world` is all regions already; give the bloc another id"
      }
      return regionNames[entry.name] == nil
        ? nil : "`\(entry.name)` is a region; a bloc needs another id"
    }
    return sets.map { RegionSet(id: $0.id, members: $0.members) }
  }

  /// The region or bloc that plans; an empty set, with a note in the log, where the name is not known.
  func home(of manifest: Manifest, log: ProblemLog) -> RegionSet {
    guard let home = manifest.home else { return RegionSet(id: "", members: []) }
    guard let index = setNames[home.id] else {
      if !setNames.isIncomplete {
        log.add(
          setNames.unknown(home.id, log), file: manifest.file, line: home.line, column: "home")
      }
      return RegionSet(id: home.id, members: [])
    }
    return sets[index]
  }
}
