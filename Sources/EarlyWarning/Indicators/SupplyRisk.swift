import Importing
public import Sourcing

/// How unstable regions are and how much they make of a good: what ``GeoPolRisk`` needs beside trade.
public struct SupplyRisk: Sendable, Hashable {
  /// The instability of an origin of which none is given.
  public static let unknownRisk = 0.5

  /// The instability of places, 0 stable to 1 unstable, by their ids.
  public var risks: [String: Double]
  /// What places make of the good, tons a year; nil if it is not known, so that exports count instead.
  public var production: [String: Double]?
  /// Why ``production`` is nil, in words; nil: it is not.
  public var missingProduction: String?

  /// Risks and production.
  ///
  /// - Parameters:
  ///   - risks: instability by place, 0 to 1.
  ///   - production: tons a year by place; nil: not known.
  ///   - missingProduction: why it is not known.
  public init(
    risks: [String: Double], production: [String: Double]?, missingProduction: String? = nil
  ) {
    self.risks = risks
    self.production = production
    self.missingProduction =
      production == nil ? missingProduction ?? "no production is given" : nil
  }

  /// What an instance says of a good: the risk of its regions, and the capacity of the facilities that yield the good.
  ///
  ///     production(i) = tons a unit · Σ capacity(t) · yield, over facilities in i
  ///
  /// The yield is 1 for a main output, without what the process takes of the same good. Who passes on what others have
  /// made yields nothing.
  ///
  /// - Parameters:
  ///   - good: the id of the good; without such a commodity only risks are known.
  ///   - instance: the instance.
  ///   - period: t.
  public init(of good: String, in instance: Instance, period: PeriodIndex) {
    let given = instance.regions.compactMap { region in region.risk.map { (region.id, $0) } }
    let risks = Dictionary(given) { first, _ in first }
    guard let commodity = instance.commodities.firstIndex(where: { $0.id == good }) else {
      let missing = "the instance has no commodity \(good)"
      self.init(risks: risks, production: nil, missingProduction: missing)
      return
    }
    let unit = instance.commodities[commodity].unit
    guard let tons = Self.tons(inUnit: unit) else {
      let missing = "the instance counts it in \(unit), which is no unit of weight"
      self.init(risks: risks, production: nil, missingProduction: missing)
      return
    }
    var made: [String: Double] = [:]
    for facility in instance.facilities {
      let process = instance.processes[facility.process]
      let sum = { (terms: [Process.Term]) in
        terms.reduce(0) { $1.commodity == commodity ? $0 + $1.quantity : $0 }
      }
      let yield = sum(process.outputs) - sum(process.inputs)
      let amount = tons * facility.capacity[period] * yield
      if amount > 0 { made[instance.regions[facility.region].id, default: 0] += amount }
    }
    let missing = "no facility of the instance makes it"
    self.init(
      risks: risks, production: made.isEmpty ? nil : made, missingProduction: missing)
  }

  /// Metric tons in a unit such as `t`, `kt` or `t REO`; nil if it is no unit of weight.
  private static func tons(inUnit unit: String) -> Double? {
    let first = unit.split(separator: " ").first.map(String.init) ?? ""
    return (WeightUnit(words: unit) ?? WeightUnit(words: first))?.tons
  }

  /// The instability of a place; ``unknownRisk`` if none is given.
  public func risk(of place: String) -> Double { risks[place] ?? Self.unknownRisk }
}
