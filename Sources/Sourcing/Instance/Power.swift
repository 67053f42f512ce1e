#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// base^exponent.
func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
func power(_ base: Double, _ exponent: Int) -> Double { pow(base, Double(exponent)) }
