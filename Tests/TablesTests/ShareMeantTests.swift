import Tables
import Testing

@Suite("Percentages without a sign")
struct ShareMeantTests {
  @Test(
    "a number above 1 and up to 100 is probably a percentage",
    arguments: [
      (30, "0.3", "30%"), (5.7, "0.057", "5.7%"), (100, "1", "100%"), (1.5, "0.015", "1.5%"),
    ])
  func meant(number: Double, share: String, percentage: String) throws {
    let meant = try #require(ShareMeant(number))
    #expect(meant.share == share && meant.percentage == percentage)
  }

  @Test(
    "a share of 1 with a rounding error is none", arguments: [1.0000001, 1, 0.5, 101, -5, .nan])
  func notMeant(number: Double) { #expect(ShareMeant(number) == nil) }

  @Test("a number times a power of ten keeps its digits")
  func shifted() {
    #expect(DecimalNumber.shifted(1e-12, by: 2) == 1e-10)
    #expect(DecimalNumber.shifted(0.07, by: 2) == 7 && DecimalNumber.shifted(-57, by: -2) == -0.57)
    #expect(DecimalNumber.shifted(0, by: 2) == 0 && DecimalNumber.shifted(1e300, by: 2) == 1e302)
  }
}
