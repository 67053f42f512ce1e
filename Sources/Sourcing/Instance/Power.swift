#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// base^exponent.
package func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
package func power(_ base: Double, _ exponent: Int) -> Double { pow(base, Double(exponent)) }

/// 1 − (1+rate)^−years, with all its digits for the smallest rates too, where 1 + rate keeps none of them.
package func shareGone(after years: Double, rate: Double) -> Double {
  -expm1(-years * log1p(rate))
}
