import Statistics
import Testing

@Suite("Median and median deviation")
struct MedianSpreadTests {
  @Test("the middle value of an odd number, the mean of two of an even number, none of no values")
  func median() {
    #expect(MedianSpread.median([3, 1, 2]) == 2)
    #expect(MedianSpread.median([4, 1, 2, 3]) == 2.5)
    #expect(MedianSpread.median([]) == nil)
    #expect(MedianSpread([]) == nil)
  }

  @Test("one wild value moves neither the median nor the deviation much")
  func wild() throws {
    let spread = try #require(MedianSpread([1, 2, 3, 4, 1_000_000]))
    #expect(spread.count == 5)
    #expect(spread.median == 3)
    #expect(spread.deviation == 1)
    #expect(abs(spread.z(of: 6, least: 0.05) - 3 / 1.4826) < 1e-12)
  }

  @Test("values that are all alike have the least deviation that is asked for")
  func alike() throws {
    let spread = try #require(MedianSpread([2, 2, 2]))
    #expect(abs(spread.z(of: 2.1, least: 0.05) - 0.1 / (1.4826 * 0.05)) < 1e-9)
    #expect(spread.z(of: 2, least: 0.05) == 0)
  }
}
