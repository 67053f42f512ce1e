/// The geopolitical supply risk of a good for an importer, in one year.
///
///     GeoPolRisk = HHI · Σ_i g_i·f_i / (p + F)
///
/// HHI is the concentration of the world's production, g_i the instability of origin i (0 stable, 1 unstable), f_i the tons from i, p the
/// importer's own production in tons and F all imports in tons. From 0, no risk, to 1. Source: Koyamparambath, A. and others,
/// geopolrisk-py, Journal of Open Source Software, doi 10.21105/joss.09600.
public struct GeoPolRisk: Sendable, Hashable {
  /// HHI: the concentration of the world's production, 0 to 1.
  public let worldConcentration: Double
  /// p: the importer's own production, tons a year.
  public let ownProduction: Double
  /// Σ_i g_i·f_i: tons a year, weighted by the instability of their origin.
  public let weightedImports: Double
  /// F: tons a year from all origins.
  public let imports: Double

  /// The risk from its four inputs.
  ///
  /// - Parameters:
  ///   - worldConcentration: HHI, 0 to 1.
  ///   - ownProduction: p, tons a year.
  ///   - weightedImports: Σ_i g_i·f_i, tons a year.
  ///   - imports: F, tons a year.
  public init(
    worldConcentration: Double, ownProduction: Double, weightedImports: Double, imports: Double
  ) {
    self.worldConcentration = worldConcentration
    self.ownProduction = ownProduction
    self.weightedImports = weightedImports
    self.imports = imports
  }

  /// The risk, 0 to 1; nil without imports.
  public var amount: Double? {
    imports > 0 ? worldConcentration * weightedImports / (ownProduction + imports) : nil
  }
}
