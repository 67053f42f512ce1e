import TestSupport
import Testing

@testable import Games

@Suite("Span of coalitions")
struct CoalitionSpanTests {
  @Test("the span contains unions, differences and members that follow from its coalitions")
  func small() {
    var span = CoalitionSpan(memberCount: 4)
    let isNew = [0b1111, 0b0011, 0b1100].map { span.insert($0) }
    #expect(isNew == [true, true, false])
    #expect(span.rank == 2)
    #expect(inside(span) == [0b0000, 0b0011, 0b1100, 0b1111])
    _ = span.insert(0b0101)
    #expect(inside(span) == [0b0000, 0b0011, 0b0101, 0b1010, 0b1100, 0b1111])
    _ = span.insert(0b0110)
    #expect(span.rank == 4)
    #expect(inside(span).count == 16)
  }

  @Test("a coalition is in the span exactly if adding it keeps the rank", arguments: 1...10)
  func membership(count: Int) {
    var generator = SeededGenerator(state: UInt64(count))
    var span = CoalitionSpan(memberCount: count)
    for _ in 0..<count {
      let wasNew = (0..<(1 << count)).map { mask in
        var larger = span
        return larger.insert(mask)
      }
      #expect(wasNew == span.membership().map { !$0 })
      _ = span.insert(Int.random(in: 1..<(1 << count), using: &generator))
    }
  }

  private func inside(_ span: CoalitionSpan) -> [Int] {
    span.membership().enumerated().filter(\.element).map(\.offset)
  }
}
