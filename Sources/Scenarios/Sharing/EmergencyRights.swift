public import Formulation

/// The emergency rule of the International Energy Agency for one commodity over a window: who must give
/// and who may receive when the group as a whole is short.
///
/// With B_i what member i uses in normal times, A_i what reaches it without any stock, and s_i its stock,
///
///     r = (ΣB − ΣA)/ΣB             the group's shortfall; below 7 % nobody shares
///     ρ = 7 %, or 10 % if r ≥ 12 %  the demand restraint that is asked of everybody
///     PC_i = (1 − ρ)·B_i           permissible consumption
///     G = max(0, ΣPC − ΣA)         what stocks must cover, DO_i = G·s_i/Σs  by obligation
///     AR_i = PC_i − DO_i − A_i     allocation right: receive if above 0, give if below
///
/// The rights add up to 0. Source: Agreement on an International Energy Program (1974), chapters II to
/// IV, with stocks in place of emergency reserve commitments.
public struct EmergencyRights: Sendable, Hashable {
  /// r, a share; 0 where nothing is used.
  public let shortfall: Double
  /// ρ, a share; nil where the rule is not set off and every member is on its own.
  public let restraint: Double?
  /// DO_i, units over the window, one a member; all 0 where the rule is not set off.
  public let obligations: [Double]
  /// AR_i, units over the window, one a member; all 0 where the rule is not set off.
  public let rights: [Double]

  /// - Parameters:
  ///   - consumption: B_i, units over the window, one a member.
  ///   - supply: A_i, in the same unit and order.
  ///   - stocks: s_i, in the same unit and order.
  public init(consumption: [Double], supply: [Double], stocks: [Double]) {
    let (used, supplied) = (consumption.reduce(0, +), supply.reduce(0, +))
    let stocked = stocks.reduce(0, +)
    let shortfall = used > 0 ? (used - supplied) / used : 0
    self.shortfall = shortfall
    // What solvers leave of exactly 7 % or 12 % must count as such.
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

  /// What a member may give and receive, units over the window.
  public func limit(of member: Int) -> SharingLimit {
    SharingLimit(give: max(0, -rights[member]), receive: max(0, rights[member]))
  }
}
