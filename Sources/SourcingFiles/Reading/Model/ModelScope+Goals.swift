import Sourcing
import Tables

extension ModelScope {
  /// The periods that `by`, `in`, or `from` and `until` name; nil without any of them.
  func namedPeriods(_ fields: YAMLFields) -> [PeriodIndex]? {
    let last = instance.horizon.last
    let given = ["by", "in", "from", "until"].filter { fields.hasKey($0) && fields[$0] != nil }
    if given.count > 1, given != ["from", "until"] {
      log.add(
        "say either `by`, or `in`, or `from` with `until`; found \(given.joined(separator: " and "))",
        file: file, line: fields.line, column: given[0])
      return []
    }
    guard let kind = given.first else { return nil }
    if kind == "in" { return periods("in", of: fields) }
    if kind == "by" {
      return fields["by"].flatMap { period($0, key: "by") }.map { Array($0...last) } ?? []
    }
    let first = fields["from"].map { period($0, key: "from") } ?? .first
    let until = fields["until"].map { period($0, key: "until") } ?? last
    guard let first, let until else { return [] }
    guard first <= until else {
      log.add(
        "the goal ends before it starts: `until` must not be before `from`", file: file,
        line: fields.line, column: "until")
      return []
    }
    return Array(first...until)
  }

  /// The disruptions that a goal is `against`. `all` and a mapping with `cuts` in a list are noted.
  func disruptionsOfGoal(_ value: YAMLValue) -> [DisruptionIndex] {
    let key = "against"
    let isNamed = instance.disruptions.contains { $0.id == "all" }
    let alone = value.sequence?.first { $0.mapping != nil || $0.scalar == "all" && !isNamed }
    guard let alone else { return disruptions(some(value, key: key), key: key) }
    report(
      "found \(alone.kindName) in a list; a list has names of disruptions only: "
        + "`all` and a mapping with `cuts` stand alone, so write a goal for each", alone, key: key)
    return []
  }

  /// Counting by value needs a price.
  func checkPrices(_ commodities: [CommodityGroup], periods: [PeriodIndex], _ value: YAMLValue) {
    for commodity in commodities {
      if instance.isPriceless(commodity, in: periods) {
        report(
          "`\(commodity.id)` has no price above 0 to count by; give one in commodities.csv or prices.csv",
          value, key: "measure")
      }
    }
  }
}
