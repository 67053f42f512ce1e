#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// base^exponent.
package func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
package func power(_ base: Double, _ exponent: Int) -> Double { pow(base, Double(exponent)) }
