import Sourcing

/// Who supplies home with the focus commodity in one period, in shares of home's supply from 0 to 1.
public struct FocusFigures: Sendable, Codable {
  /// F(O,M) / F(W,M), with M home and O the region or bloc that the instance's parameter `rival` names; nil if
  /// it names none.
  public var reliance: Double?
  /// Id of the region outside home that supplies most; nil if nothing comes from outside.
  public var largestSource: String?
  /// F({i},M) / F(W,M) of that region; 0 without one.
  public var largestShare: Double
  /// Herfindahl-Hirschman index Σ_i share_of_supply(i)² of home's supply, home's own production included.
  public var concentration: Double

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case reliance, largestSource, largestShare, concentration
  }

  init(_ view: PlanView, of focus: CommodityGroup, period: PeriodIndex) {
    let instance = view.instance
    let supply = view.supply(of: focus, to: instance.home, period: period)
    reliance = instance.parameters["rival"].flatMap(instance.regionSet).map(supply.reliance)
    largestSource = supply.largestSource.map { instance.regions[$0].id }
    largestShare = supply.largestShare
    concentration = supply.concentration
  }
}
