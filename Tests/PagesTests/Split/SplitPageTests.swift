import Charts
import GLPKSolver
import Games
import Pages
import Reporting
import Testing

/// What the page of splits says and draws.
@Suite("Pages of splits")
struct SplitPageTests {
  private static func page(_ values: [Double], _ kind: CooperativeGame.Kind) throws -> (
    Page, GameSplits
  ) {
    let game = try CooperativeGame(
      members: ["A <b>", "B"], values: [0] + values, kind: kind)
    let splits = try game.splits(using: GLPKSolver())
    return (
      Page(
        splits: splits, of: "game.csv", report: splits.report(),
        making: StressPageTests.making), splits
    )
  }

  @Test("a saving that is worth more together has splits that nobody would leave")
  func saving() throws {
    let (page, splits) = try Self.page([1, 2, 5], .savings)
    #expect(page.question.title == "Who gets a common saving")
    #expect(page.answer.text.hasPrefix("No group of members would gain by leaving"))
    #expect(page.answer.mood == .good)
    #expect(page.figures[0].value == NumberText.amount(5))
    #expect(page.pictures.map(\.id) == ["split-amounts"])
    for picture in page.pictures {
      try PictureCells.expectAll(of: picture, in: [splits.table])
    }
  }

  @Test("a cost that is larger together has an empty core")
  func cost() throws {
    let (page, _) = try Self.page([1, 2, 5], .cost)
    #expect(page.question.title == "Who pays a common cost")
    #expect(page.answer.text.contains("(the core is empty)"))
    #expect(page.answer.mood == .bad)
  }
}
