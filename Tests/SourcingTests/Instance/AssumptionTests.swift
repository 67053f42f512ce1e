import Sourcing
import Testing

@Suite("What an assumption makes of a number")
struct AssumptionTests {
  private static func edit(
    _ mode: Assumption.Edit.Mode, _ low: Double, _ high: Double
  ) -> Assumption.Edit {
    Assumption.Edit(table: "demands", column: "quantity", mode: mode, low: low, high: high)
  }

  @Test("is linear on either side of the nominal number")
  func formula() {
    // 40 times 0.5 … 1 … 2: halfway down 0.75, a quarter up 1.25.
    let factor = Self.edit(.multiply, 0.5, 2)
    #expect([-1, -0.5, 0, 0.25, 1].map { factor.value(of: 40, at: $0) } == [20, 30, 40, 50, 80])
    // 40 - 8 … + 16.
    let amount = Self.edit(.add, -8, 16)
    #expect([-1, -0.5, 0, 0.25, 1].map { amount.value(of: 40, at: $0) } == [32, 36, 40, 44, 56])
    // From 30 over the table's own 40 to 80.
    let number = Self.edit(.set, 30, 80)
    #expect([-1, -0.5, 0, 0.25, 1].map { number.value(of: 40, at: $0) } == [30, 35, 40, 50, 80])
  }

  @Test("is exact at both ends and at 0, for numbers that are not exact in binary")
  func ends() {
    for number in [0.1, 0.3, 7.7, 1e-9, 123_456.789] {
      #expect(Self.edit(.multiply, 0.7, 1.3).value(of: number, at: 0) == number)
      #expect(Self.edit(.multiply, 0.7, 1.3).value(of: number, at: 1) == number * 1.3)
      #expect(Self.edit(.add, -0.07, 0.2).value(of: number, at: -1) == number - 0.07)
      #expect(Self.edit(.set, 1e-10, 1e6).value(of: number, at: 1) == 1e6)
      #expect(Self.edit(.set, 1e-10, 1e6).value(of: number, at: -1) == 1e-10)
    }
  }

  @Test("of several assumptions: factors multiply, other changes are added to that")
  func together() {
    let moves = [
      (edit: Self.edit(.multiply, 0.5, 2), z: 1.0), (edit: Self.edit(.multiply, 0.5, 1), z: -1.0),
      (edit: Self.edit(.add, -10, 3), z: 1.0), (edit: Self.edit(.set, 30, 50), z: -1.0),
    ]
    // 40 · 2 · 0.5 + 3 + (30 - 40).
    #expect(Assumption.Edit.value(of: 40, moved: moves) == 33)
    #expect(Assumption.Edit.value(of: 40, moved: moves.reversed()) == 33)
    #expect(Assumption.Edit.value(of: 40, moved: [moves[3]]) == 30)
    #expect(Assumption.Edit.value(of: 40, moved: []) == 40)
  }
}
