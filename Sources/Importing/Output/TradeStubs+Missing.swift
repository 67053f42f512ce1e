import Tables

extension TradeStubs {
  /// What stands in for missing data, one sentence each.
  var missing: [String] {
    let withStandIns = commodities.filter { !excesses($0).isEmpty }
    let supply =
      withStandIns.isEmpty
      ? []
      : [
        "facilities.csv: exporters of \(withStandIns.joined(separator: ", ")) stand in for producers, at cost 0 and with the largest exports as capacity"
      ]
    return supply
      + commodities.flatMap {
        beyondCapacity($0) + withoutValue($0) + shortageCost($0) + dearLanes($0)
      }
  }

  private func text(_ value: Double) -> String { DecimalNumber.text(significant(value)) }

  private func beyondCapacity(_ commodity: String) -> [String] {
    excesses(commodity).filter { $0.excess.capacity > 0 }.map { region, excess in
      "facilities.csv: \(region) exported \(text(excess.exports)) of \(commodity) in \(excess.year), but its producers make at most \(text(excess.capacity)): \(commodity)_\(region) stands in for the rest; compare what the two sources count (ore, content, oxide), or raise the capacity"
    }
  }

  private func withoutValue(_ commodity: String) -> [String] {
    guard facts.hasFlows(commodity), facts.medianUnitValue(commodity) == nil else { return [] }
    return [
      "lanes.csv, demands.csv: no value of \(commodity) is reported, so unit_cost 0 and shortage_cost 1000 stand in; write both"
    ]
  }

  /// How the shortage cost was found.
  private func shortageCost(_ commodity: String) -> [String] {
    guard hasDemand(commodity), let median = facts.medianUnitValue(commodity) else { return [] }
    return [
      "demands.csv: shortage_cost \(text(10 * median.value)) of \(commodity) is ten times the median unit value (\(text(median.value)), of \(Self.lanes(median.count)), weighted by trade, so that one wrong figure does not decide it); write what a shortage costs, where you know it"
    ]
  }

  /// Lanes that a plan does not use where it may choose, since a shortage costs less.
  private func dearLanes(_ commodity: String) -> [String] {
    guard let median = facts.medianUnitValue(commodity)?.value else { return [] }
    let dear = (facts.unitValues[commodity] ?? []).filter { $0.value.value > 10 * median }
    guard let first = dear.first else { return [] }
    return [
      "lanes.csv: \(dear.count) \(dear.count == 1 ? "lane" : "lanes") of \(commodity) cost more than the shortage cost of \(text(10 * median)), so a plan rather leaves demand unserved (first: \(first.lane.origin) to \(first.lane.destination), \(text(first.value.value))); check the weights, or raise shortage_cost there"
    ]
  }
}
