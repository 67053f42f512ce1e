/// The limits with which indicators are compared.
enum Limits {
  /// CDI1: the concentration of imports, index.
  static let cdi1 = 0.4
  /// CDI2: the part of imports that comes from outside, 0 to 1.
  static let cdi2 = 0.5
  /// CDI3: imports from outside for each unit of exports.
  static let cdi3 = 1.0
  /// GeoDep: the concentration of imports and that of the world's exports, index.
  static let geoDepConcentration = 0.4
  /// GeoDep: imports for each unit of exports.
  static let geoDepRatio = 1.0
  /// The part of a pair's larger report by which both may differ.
  static let mirrorGap = 0.3
  /// The part of a good's imports below which an origin is no supplier.
  static let supplier = 0.001

  /// Whether an amount is above a limit by more than rounding.
  static func exceeds(_ amount: Double, _ limit: Double) -> Bool { amount > limit * (1 + 1e-12) }
}
