import Sourcing
import Testing

/// Formulas of the discount rate have the limits that they should have.
struct DiscountRateTests {
  @Test(
    "at a rate near 0 a life's annuity is the rate's limit",
    arguments: [0, 1e-300, 1e-17, 1e-14, 1e-12, 1e-9])
  func annuity(rate: Double) {
    let horizon = Horizon([("now", 1)], discountRate: rate)
    // r/(1−(1+r)^−n) = 1/n·(1 + (n+1)/2·r + O(r²))
    let expected = (1 + 10.5 * rate) / 20
    #expect(abs(horizon.annuity(lifeYears: 20) - expected) <= 1e-15)
  }

  @Test("at a usual rate it is the textbook's")
  func usualRate() {
    let annuity = Horizon([("now", 1)], discountRate: 0.05).annuity(lifeYears: 20)
    #expect(abs(annuity - 0.0802425872) < 1e-10)
  }
}
