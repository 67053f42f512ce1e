import Tables
import TestSupport
import Testing

/// One number of 1e10 somewhere (a shortage cost, a capacity without limit) is refused as bad input, or the answer is
/// the exact optimum.
@Suite("One very large number")
struct LargeNumberTests {
  @Test("most of these numbers are accepted, so that answers are compared")
  func manyAreTaken() throws {
    let taken = try (UInt64(1)...29).count { seed in
      let drawn = RandomCase(seed: seed)
      let cell = try #require(NumberCell(of: drawn.files, seed: seed))
      return (try? UnitQuestion(drawn.files.replacing(cell, with: "1e10"))) != nil
    }
    #expect(taken >= 15)
  }

  @Test(
    "the answer is the exact optimum, or the number is refused",
    arguments: UnitSeeds.range(29, long: 300))
  func agreesWithExact(seed: UInt64) throws {
    let drawn = RandomCase(seed: seed)
    let cell = try #require(NumberCell(of: drawn.files, seed: seed))
    let question: UnitQuestion
    do {
      question = try UnitQuestion(drawn.files.replacing(cell, with: "1e10"))
    } catch is InputProblems {
      return
    }
    let difference = question.answer().difference(
      from: question.exactAnswer(), RestatedStage.all(question, Restatement()))
    let isWrong = difference.map { !$0.hasPrefix("other shares") } ?? false
    #expect(!isWrong, "seed \(seed), \(drawn.policy): \(cell): \(difference ?? "")")
  }
}
