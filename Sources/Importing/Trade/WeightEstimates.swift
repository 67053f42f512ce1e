import Foundation
import Tables

/// Weights of flows of which only the value is reported: the value divided by a unit value.
///
/// A flow without a row in the history of an instance counts as 0, so that the others would have all of the imports.
/// The unit value is the first of these that the files have: (1) that of the same flow in the nearest year, (2) the
/// mean of the HS code into the same destination in the year, (3) the mean of the HS code, (4) the mean of the
/// commodity. If no flow of the commodity has weight and value, the flow is left out.
struct WeightEstimates {
  /// Why a row without a weight is kept, for the summary.
  static let reason = "a flow without a weight: estimated from its value (assumption:)"

  private(set) var flows: [ResolvedFlow]
  private(set) var summary: ImportSummary
  private(set) var account: ValueAccount
  private var means: [Scope: Mean] = [:]
  private var years: [Scope: [Int]] = [:]
  private let items: [String: ImportMap.Item]

  /// The flows whose mean is taken.
  private enum Scope: Hashable {
    case flow(code: String, origin: String, destination: String, year: Int?)
    case destination(code: String, destination: String, year: Int)
    case code(String)
    case commodity(String)
  }

  private struct Mean {
    var tons = 0.0
    var value = 0.0
  }

  init(_ resolved: ResolvedFlows, map: ImportMap) {
    flows = resolved.flows
    summary = resolved.summary
    account = resolved.account
    items = map.itemsByCode
    let needed = neededScopes
    for flow in flows where flow.pricedTons > 0 && flow.value > 0 { add(flow, needed) }
    for index in flows.indices where flows[index].weightless > 0 { estimate(index) }
    flows.removeAll { $0.tons <= 0 }
  }

  /// The scopes of flows without a weight. The means of all others, which can be millions, are not needed.
  private var neededScopes: Set<Scope> {
    var needed: Set<Scope> = []
    for flow in flows where flow.weightless > 0 {
      needed.formUnion(wideScopes(flow.trade))
      needed.insert(allYears(flow.trade))
    }
    return needed
  }

  private mutating func add(_ flow: ResolvedFlow, _ needed: Set<Scope>) {
    let trade = flow.trade
    var scopes = wideScopes(trade).filter(needed.contains)
    let all = allYears(trade)
    if needed.contains(all) {
      years[all, default: []].append(trade.year)
      scopes.append(
        .flow(
          code: trade.code, origin: trade.origin.code, destination: trade.destination.code,
          year: trade.year))
    }
    for scope in scopes {
      means[scope, default: Mean()].tons += flow.pricedTons
      means[scope]?.value += flow.value
    }
  }

  /// The scopes of more flows than those from one country to another.
  private func wideScopes(_ trade: CountryTrade) -> [Scope] {
    let scopes: [Scope] = [
      .destination(code: trade.code, destination: trade.destination.code, year: trade.year),
      .code(trade.code),
    ]
    return scopes + (items[trade.code].map { [.commodity($0.commodity)] } ?? [])
  }

  private func allYears(_ trade: CountryTrade) -> Scope {
    .flow(
      code: trade.code, origin: trade.origin.code, destination: trade.destination.code, year: nil)
  }

  private mutating func estimate(_ index: Int) {
    let flow = flows[index]
    guard let (unitValue, words) = unitValue(for: flow.trade) else {
      for place in flow.unweighed {
        summary.count(.leftOut, "no weight: a value alone is not a quantity", at: place)
      }
      return
    }
    for place in flow.unweighed { summary.count(.kept, Self.reason, at: place) }
    account.addEstimated(flow.weightless * flow.counted, flow.trade, at: flow.place)
    let tons = flow.weightless / unitValue
    flows[index].tons += tons
    flows[index].pricedTons += tons
    flows[index].value += flow.weightless
    flows[index].estimatedTons += tons
    let rounded = Double(String(format: "%.4g", unitValue / 1000)) ?? unitValue / 1000
    let text = "value without a weight, at \(DecimalNumber.text(rounded)) USD/kg, \(words)"
    flows[index].assumption = [flow.assumption, text].compactMap(\.self).joined(separator: "; ")
  }

  /// US dollars a ton, and what it is the mean of.
  private func unitValue(for trade: CountryTrade) -> (Double, String)? {
    let nearest = years[allYears(trade)]?.min { a, b in
      (abs(a - trade.year), a) < (abs(b - trade.year), b)
    }
    if let nearest,
      let mean = mean(
        .flow(
          code: trade.code, origin: trade.origin.code, destination: trade.destination.code,
          year: nearest))
    {
      return (mean, "that of the flow in \(nearest)")
    }
    let destination = trade.destination.code
    if let mean = mean(.destination(code: trade.code, destination: destination, year: trade.year)) {
      return (mean, "the mean of HS \(trade.code) into \(destination) in \(trade.year)")
    }
    if let mean = mean(.code(trade.code)) { return (mean, "the mean of HS \(trade.code)") }
    guard let commodity = items[trade.code]?.commodity, let mean = mean(.commodity(commodity))
    else {
      return nil
    }
    return (mean, "the mean of \(commodity)")
  }

  private func mean(_ scope: Scope) -> Double? {
    guard let mean = means[scope], mean.tons > 0, mean.value > 0 else { return nil }
    let unitValue = mean.value / mean.tons
    return unitValue.isFinite && unitValue > 0 ? unitValue : nil
  }
}
