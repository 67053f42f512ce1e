import Sourcing
import SourcingFiles
import Tables

/// Reads `combine:`, which adds variations that are several of the listed ones at once.
struct CombinationReader {
  let fields: YAMLFields
  let log: ProblemLog
  let tables: InstanceTables
  /// The variations that can be combined.
  let variations: [StatedVariation]
  /// The names of all listed variations, also of those with mistakes.
  let names: [String]

  /// The most combinations of a study.
  static let limit = 1000

  /// The combinations, in the order of the file; of `all` smaller ones first.
  func read() -> [StatedVariation] {
    guard let value = fields["combine"] else { return [] }
    guard !names.isEmpty else {
      report("there are no `variations` that could be combined", value.line)
      return []
    }
    let lists = value.scalar == "all" ? all(value.line) : stated(value)
    var pairs = PairChecks(tables: tables)
    let combined = lists.map { list in
      (list, list.members.compactMap { name in variations.first { $0.name == name } })
    }
    return combined.compactMap { list, parts in
      // What is wrong with a part is noted already.
      guard parts.count == list.members.count else { return nil }
      let problems = pairs.newProblems(of: parts)
      for problem in problems { report(problem, list.line) }
      return pairs.areRight(parts) ? combination(parts, list.line) : nil
    }
  }

  private func report(_ message: String, _ line: Int) {
    log.add(message, file: fields.file, line: line, column: "combine")
  }

  private func combination(_ parts: [StatedVariation], _ line: Int) -> StatedVariation {
    var combined = StatedVariation(
      name: parts.map(\.name).joined(separator: "+"), line: line, isCombination: true)
    for part in parts {
      combined.edits += part.edits
      let known = Set(combined.places.map(\.place.assumption.id))
      combined.places += part.places.filter { !known.contains($0.place.assumption.id) }
      combined.settings.merge(part.settings) { first, _ in first }
    }
    return combined
  }

  // MARK: Which are combined

  /// The names of variations that are combined.
  private struct MemberList {
    var members: [String]
    var line: Int
  }

  private func all(_ line: Int) -> [MemberList] {
    guard names.count > 1 else {
      report("`all` combines two or more variations, and there is one", line)
      return []
    }
    // 2ⁿ subsets without the empty one and the single ones.
    let count = names.count < 40 ? 1 << names.count - names.count - 1 : Int.max
    guard count <= Self.limit else {
      let number = names.count < 40 ? "\(count)" : "more than 1000000000"
      report(
        "`all` of \(names.count) variations makes \(number) combinations, and a study may have \(Self.limit); list those "
          + "that matter, such as [[\(names[0]), \(names[1])]]", line)
      return []
    }
    let subsets = (1..<(1 << names.count)).map { bits in
      names.indices.filter { bits >> $0 & 1 == 1 }
    }
    return subsets.filter { $0.count > 1 }
      .sorted { $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count < $1.count }
      .map { MemberList(members: $0.map { names[$0] }, line: line) }
  }

  private func stated(_ value: YAMLValue) -> [MemberList] {
    guard let items = value.sequence, !items.isEmpty, items.count <= Self.limit else {
      let count = value.sequence?.count ?? 0
      report(
        count > Self.limit
          ? "found \(count) combinations; a study may have \(Self.limit)"
          : "found \(value.kindName); must be all, or a list of lists of variations such as [[a, b], [a, c]]",
        value.line)
      return []
    }
    var lineOfSet: [Set<String>: Int] = [:]
    return items.compactMap { item in
      guard let members = members(item) else { return nil }
      if let earlier = lineOfSet.updateValue(item.line, forKey: Set(members)) {
        report(
          "line \(earlier) combines the same variations as \(members.joined(separator: "+")); list them once",
          item.line)
        return nil
      }
      return MemberList(members: members, line: item.line)
    }
  }

  /// The names in one combination; nil where something is wrong with it, which is noted.
  private func members(_ item: YAMLValue) -> [String]? {
    let members = item.sequence?.compactMap(\.scalar) ?? []
    guard members.count > 1, members.count == item.sequence?.count else {
      report(
        "found \(item.sequence?.count == 1 ? "one variation" : item.kindName); a combination is a list of two or more "
          + "variations such as [a, b]", item.line)
      return nil
    }
    var seen: Set<String> = []
    var isRight = true
    for name in members {
      if name == VariationReader.asIs {
        report("`as-is` changes nothing; leave it out", item.line)
      } else if !names.contains(name) {
        report("unknown variation `\(name)`\(log.nearestHint(to: name, among: names))", item.line)
      } else if !seen.insert(name).inserted {
        report("the variation `\(name)` is listed twice in one combination", item.line)
      } else {
        continue
      }
      isRight = false
    }
    return isRight ? members : nil
  }
}
