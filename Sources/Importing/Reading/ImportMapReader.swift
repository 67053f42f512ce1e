import Sourcing
import SourcingFiles
import Tables

/// Reads the parts of an import map, and notes what is wrong with them.
struct ImportMapReader {
  let log: ProblemLog

  func read(_ value: YAMLValue, into map: inout ImportMap) {
    guard let fields = YAMLFields(value, as: .importMap, file: map.file, log: log) else { return }
    map.home = fields.identifier("home")
    map.title = fields.text("title")
    readItems(fields, into: &map)
    readRegions(fields, into: &map)
    readAreas(fields, into: &map)
  }

  // MARK: Commodities

  private func readItems(_ fields: YAMLFields, into map: inout ImportMap) {
    guard let value = fields.value("commodities") else { return }
    guard let items = value.sequence, !items.isEmpty else {
      fields.report(
        "found \(value.kindName); must be a list such as [{commodity: graphite, hs: 2504, unit: t}]",
        value.line, "commodities")
      return
    }
    map.items = items.compactMap { item($0, file: map.file) }
    checkCodes(map)
    checkUnits(map)
  }

  private func item(_ value: YAMLValue, file: String) -> ImportMap.Item? {
    guard
      let fields = YAMLFields(value, as: .importedCommodity, file: file, log: log),
      let commodity = fields.identifier("commodity")
    else { return nil }
    return ImportMap.Item(
      commodity: commodity, name: fields.text("name") ?? "", codes: codes(fields),
      usgsName: fields.text("usgs"), worldMiningName: fields.text("wmd"),
      statistic: fields.text("type") ?? ImportMap.Item.mineProduction,
      process: fields.identifier("process"), unit: fields.choice("unit", of: WeightUnit.self) ?? .t,
      unitCost: fields.number("unit_cost"),
      line: fields.line)
  }

  private func codes(_ fields: YAMLFields) -> [String] {
    guard let value = fields["hs"] else { return [] }
    return (value.sequence ?? [value]).compactMap { code in
      guard let text = fields.text(code, "hs") else { return nil }
      let isCode =
        [2, 4, 6].contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) }
      if !isCode {
        fields.report("found `\(text)`; an HS code has 2, 4 or 6 digits", code.line, "hs")
      }
      return isCode ? text : nil
    }
  }

  /// A heading and its own subheadings would count the same goods twice.
  private func checkCodes(_ map: ImportMap) {
    var seen: [(code: String, line: Int)] = []
    for item in map.items {
      for code in item.codes {
        if let other = seen.first(where: { code.hasPrefix($0.code) || $0.code.hasPrefix(code) }) {
          log.add(
            "`\(code)` and `\(other.code)` (line \(other.line)) hold the same goods, which would count twice; keep one",
            file: map.file, line: item.line, column: "hs")
        }
        seen.append((code, item.line))
      }
    }
  }

  private func checkUnits(_ map: ImportMap) {
    var first: [String: ImportMap.Item] = [:]
    for item in map.items {
      if let other = first[item.commodity], other.unit != item.unit {
        log.add(
          "`\(item.commodity)` is in \(other.unit.rawValue) on line \(other.line) and in \(item.unit.rawValue) here; use one unit",
          file: map.file, line: item.line, column: "unit")
      }
      if first[item.commodity] == nil { first[item.commodity] = item }
    }
  }

  // MARK: Regions

  private func readRegions(_ fields: YAMLFields, into map: inout ImportMap) {
    guard let value = fields["regions"] else { return }
    guard let entries = value.mapping else {
      fields.report(
        "found \(value.kindName); must be a mapping such as {EUR: [DEU, FRA], ROW: others}",
        value.line, "regions")
      return
    }
    for entry in entries {
      guard isRegion(entry.key, fields, entry.keyLine) else { continue }
      if entry.value.scalar == "others" {
        if let other = map.others, other != entry.key {
          fields.report(
            "`\(other)` has the others already; one region only can have them",
            entry.value.line, entry.key)
          continue
        }
        map.others = entry.key
        continue
      }
      for member in entry.value.sequence ?? [entry.value] {
        guard let code = fields.text(member, entry.key) else { continue }
        guard let country = Country.coded(code) ?? Country.named(code) else {
          fields.report(
            "unknown country `\(code)`; write its ISO 3166-1 alpha-3 code, such as DEU",
            member.line, entry.key)
          continue
        }
        if let other = map.regionOfCountry.updateValue(entry.key, forKey: country.code),
          other != entry.key
        {
          fields.report("`\(code)` is in `\(other)` too", member.line, entry.key)
        }
      }
    }
  }

  private func readAreas(_ fields: YAMLFields, into map: inout ImportMap) {
    guard let value = fields["areas"] else { return }
    guard let entries = value.mapping else {
      fields.report(
        "found \(value.kindName); must be a mapping such as {899: omit, Other countries: ROW}",
        value.line,
        "areas")
      return
    }
    var areas: [MapArea] = []
    for entry in entries {
      guard let region = fields.identifier(entry.value, "areas") else { continue }
      areas.append(
        MapArea(
          text: entry.key, meaning: region == "omit" ? .omitted : .region(region),
          line: entry.keyLine))
    }
    map.setAreas(areas)
  }

  private func isRegion(_ id: String, _ fields: YAMLFields, _ line: Int) -> Bool {
    let isSound = isIdentifier(id) && id != "world"
    if !isSound {
      fields.report(
        "`\(id)` cannot name a region; use letters, digits, `_`, `.` and `-`", line, "regions")
    }
    return isSound
  }
}
