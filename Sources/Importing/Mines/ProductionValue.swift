/// A figure of production as a source prints it.
enum ProductionValue: Equatable {
  /// An amount. `isBound`: the source has `>95` or `<1`, so that only a bound is known.
  case amount(Double, isBound: Bool)
  /// An output of 0.
  case nothing
  /// Not told: blank.
  case blank
  /// Withheld to protect the figures of a firm.
  case withheld
  /// Not available, or not applicable.
  case notAvailable
}
