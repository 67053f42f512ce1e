import Analysis
import Testing

@Suite("Differences between two plans")
struct PlanDifferenceTests {
  private func difference(_ plan: Double, _ base: Double, partOf whole: Double? = nil) -> Double {
    PlanDifference(plan: plan, withoutGoals: base, partOf: whole).difference
  }

  @Test("are 0 up to a share of the larger figure, or of the whole that both are a part of")
  func rounding() {
    #expect(difference(100, 99) == 1 && difference(99, 100) == -1)
    #expect(difference(1, 1 + 0.9e-6) == 0 && difference(1, 1 + 1.1e-6) != 0)
    #expect(difference(0, 1e-12) != 0 && difference(0, 0) == 0)
    // A small part differs by rounding of the whole; of a large part a smaller share is a difference.
    #expect(difference(0, 1e-6, partOf: 1e4) == 0 && difference(0, 1e-6) != 0)
    #expect(difference(5000, 5000.001, partOf: 1e4) != 0 && difference(5000, 5000.001) == 0)
  }
}
