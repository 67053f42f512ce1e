import Testing

@testable import Pages

@Suite("The largest rows")
struct LargestTests {
  @Test("rows keep the order of the table, and the text says how many are left out")
  func order() {
    let shown = Largest([1.0, -5, 0, 3, 4], most: 3) { $0 }
    #expect(shown.rows == [-5, 3, 4] && shown.sorted == [-5, 4, 3] && shown.count == 4)
    #expect(
      shown.rest("parts", of: "the bill", in: "bills.csv")
        == " Shown are the 3 largest of 4 parts, 92.3% of the bill; all are in bills.csv.")
  }

  @Test("rows that are not seen beside the largest are left out and counted, rounding is neither")
  func small() {
    let shown = Largest([100, 0.01, 1e-9], most: 10) { $0 }
    #expect(shown.rows == [100] && shown.count == 2)
    #expect(Largest([1e-12, 0], most: 10) { $0 }.rows.isEmpty)
    #expect(
      Largest([2.0, 3], most: 10) { $0 }.rest("parts", of: "the bill", in: "bills.csv").isEmpty)
  }

  @Test("of equal rows the first are shown")
  func equal() {
    let shown = Largest(["a", "b", "c"], most: 2) { _ in 1 }
    #expect(shown.rows == ["a", "b"] && shown.largest == "a")
  }
}
