#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// base^exponent.
package func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
/// base^exponent.
package func power(_ base: Double, _ exponent: Int) -> Double { pow(base, Double(exponent)) }

/// 1 − (1+rate)^−years, exact also for rates so small that 1 + rate rounds to 1.
package func shareGone(after years: Double, rate: Double) -> Double {
  -expm1(-years * log1p(rate))
}
