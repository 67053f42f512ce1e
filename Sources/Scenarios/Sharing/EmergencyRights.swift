public import Formulation

/// The emergency rule of the International Energy Agency for one commodity over a window: how much each member
/// must give or may receive if the members together are short.
///
/// Let B_i be the demand of member i under the disruption, A_i the part of it that is served with all stockpiles
/// removed, and s_i the member's starting level; all in units over the window.
///
///     r = (ΣB − ΣA)/ΣB              shortfall of the members together; below 7 % nobody shares
///     ρ = 7 %, or 10 % if r ≥ 12 %  the share of demand that each member must save
///     PC_i = (1 − ρ)·B_i            permissible consumption
///     G = max(0, ΣPC − ΣA)          what stocks must cover
///     DO_i = G·s_i/Σs               the part that member i must cover
///     AR_i = PC_i − DO_i − A_i      allocation right: received if above 0, given if below
///
/// The rights add up to 0. Source: Agreement on an International Energy Program (1974), chapters II to IV, with
/// stocks in place of emergency reserve commitments.
public struct EmergencyRights: Sendable, Hashable {
  /// r, a share; 0 without demand.
  public let shortfall: Double
  /// ρ, a share; nil if the rule does not apply and each member has its own stockpiles only.
  public let restraint: Double?
  /// DO_i for each member, units over the window; all 0 if the rule does not apply.
  public let obligations: [Double]
  /// AR_i for each member, units over the window; all 0 if the rule does not apply.
  public let rights: [Double]

  /// Applies the rule. It does not apply if r < 7 %, ΣB = 0 or Σs = 0.
  ///
  /// - Parameters:
  ///   - consumption: B_i for each member, units over the window.
  ///   - supply: A_i, in the same unit and order.
  ///   - stocks: s_i, in the same unit and order.
  public init(consumption: [Double], supply: [Double], stocks: [Double]) {
    let (used, supplied) = (consumption.reduce(0, +), supply.reduce(0, +))
    let stocked = stocks.reduce(0, +)
    let shortfall = used > 0 ? (used - supplied) / used : 0
    self.shortfall = shortfall
    // 1e-9: a shortfall of exactly 7 % or 12 % must count as such after rounding.
    guard shortfall >= 0.07 - 1e-9, used > 0, stocked > 0 else {
      restraint = nil
      obligations = consumption.map { _ in 0 }
      rights = consumption.map { _ in 0 }
      return
    }
    let restraint = shortfall >= 0.12 - 1e-9 ? 0.10 : 0.07
    let permissible = consumption.map { (1 - restraint) * $0 }
    let gap = max(0, permissible.reduce(0, +) - supplied)
    let obligations = stocks.map { gap * $0 / stocked }
    self.restraint = restraint
    self.obligations = obligations
    rights = consumption.indices.map { permissible[$0] - obligations[$0] - supply[$0] }
  }

  /// The most that a member gives, max(0, −AR_i), and receives, max(0, AR_i), units over the window.
  ///
  /// - Parameter member: the position of the member among the members.
  public func limit(of member: Int) -> SharingLimit {
    SharingLimit(give: max(0, -rights[member]), receive: max(0, rights[member]))
  }
}
