import CaseSupport
import Foundation
import GLPKSolver
import Planning
import Sourcing
import Testing

@testable import Reporting
@testable import Scenarios

@Suite("The report on worst cases")
struct WorstCaseReportTests {
  private static func finder(
    _ budget: AttackBudget, _ measure: WorstCase.Measure = .world, case name: String = "worst-4"
  ) throws -> WorstCaseFinder {
    let solved = try SolvedCase(name)
    let runner = StressRunner(
      instance: solved.instance, model: solved.model, plan: try #require(solved.result.plan),
      solver: GLPKSolver())
    return try WorstCaseFinder(runner: runner, budget: budget, measure: measure)
  }

  private static func text(
    _ plan: WorstCase, _ finder: WorstCaseFinder, against other: WorstCase? = nil,
    isComplete: Bool = true
  ) -> String {
    var compared = ComparedWorstCases(plan: plan, withoutGoals: other)
    compared.isComplete = isComplete
    // Without the ends of lines, which depend on their width.
    let lines = WorstCaseReport(compared, runner: finder.runner).lines().map(\.text)
    return lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  /// An attack with all figures.
  private static func outcome(
    _ targets: [AttackTarget], _ loss: Double, singles: [Double]? = nil
  ) -> WorstCase.Outcome {
    WorstCase.Outcome(
      attack: Attack(inOrder: targets), loss: loss,
      singleLosses: singles ?? targets.map { _ in loss / Double(targets.count) },
      home: StressOutcome.Home(demandValue: 1000, lostValue: 10, lostLeast: 5, lostMost: 40))
  }

  /// Two targets of which each alone costs 10 and both together `loss`.
  private static func made(
    _ finder: WorstCaseFinder, loss: Double, undisturbed: Double = 0
  ) -> WorstCase {
    let (first, second) = (finder.targets[0], finder.targets[1])
    let one = outcome([first], min(loss, 10), singles: [min(loss, 10)])
    let both = outcome([first, second], loss, singles: [min(loss, 10), min(loss, 10)])
    return WorstCase(
      measure: finder.measure, budget: finder.budget, targets: finder.targets, largestAttack: 2,
      attackCount: 3, solved: 5, undisturbed: undisturbed,
      undisturbedHome: StressOutcome.Home(
        demandValue: 1000, lostValue: 0, lostLeast: 0, lostMost: 0),
      demandValue: 10_000,
      worst: [
        .init(cuts: 1, outcome: one, bound: one.loss, isProven: true),
        .init(cuts: 2, outcome: both, bound: both.loss, isProven: true),
      ], top: [both, one], topBound: 7)
  }

  @Test("begins with the worst attack, and that it is proven")
  func answer() throws {
    let finder = try Self.finder(AttackBudget(cuts: 2))
    let names = finder.targets.prefix(2).map { $0.name(in: finder.runner.instance) }
    let text = Self.text(Self.made(finder, loss: 123), finder)
    #expect(
      text.contains(
        "Under this plan the worst attack with at most 2 cuts is on \(names[0]) and \(names[1]): "
          + "all regions together then lose 123.0 in the "))
    #expect(text.contains("This is proven: no attack with at most 2 cuts costs more."))
    #expect(!text.contains("Warning") && !text.contains("time limit"))
    // Both cost 10 alone, so 103 of 123 come of cutting them together.
    #expect(text.contains("+103.0"))
    #expect(text.contains("no other attack on 2 targets costs more than 7.000"))
    #expect(text.contains("An attack cuts at most 2 targets, all at once and for the whole window"))
    #expect(text.contains("3 attacks on 2 of them. Of the attacks of all sizes 5 were solved"))
  }

  @Test("has the plan without goals beside the plan")
  func comparison() throws {
    let finder = try Self.finder(AttackBudget(cuts: 2))
    let (low, high) = (Self.made(finder, loss: 100), Self.made(finder, loss: 200))
    #expect(
      Self.text(low, finder, against: high).contains(
        "The goals lower the worst loss by 100.0 (50.0%)."))
    #expect(
      Self.text(high, finder, against: low).contains(
        "The goals raise the worst loss by 100.0 (100.0%)."))
    let same = Self.text(low, finder, against: low)
    #expect(same.contains("The goals do not change the worst loss."))
    #expect(
      same.contains("without goals: the loss in the worst attack under the plan without goals"))
    let alone = Self.text(low, finder)
    #expect(alone.contains("There is no plan without goals to compare with."))
    #expect(!alone.contains("without goals: the loss"))
    let late = Self.text(low, finder, isComplete: false)
    #expect(late.contains("The time limit came before the plan without goals was attacked."))
  }

  @Test("says first what is lost without any cut")
  func shortInPeace() throws {
    let finder = try Self.finder(AttackBudget(cuts: 2))
    let text = Self.text(Self.made(finder, loss: 123, undisturbed: 50), finder)
    let warning = try #require(
      text.range(of: "Warning: even without any cut all regions together lose 50.00."))
    let answer = try #require(text.range(of: "Under this plan the worst attack"))
    #expect(warning.lowerBound < answer.lowerBound)
    let nothing = Self.text(Self.made(finder, loss: 50, undisturbed: 50), finder)
    #expect(
      nothing.contains(
        "no attack with at most 2 cuts costs all regions together more than the 50.00 that they lose without any cut."
      ))
  }

  @Test("says that nothing is lost")
  func noLoss() throws {
    let finder = try Self.finder(AttackBudget(cuts: 2))
    let text = Self.text(Self.made(finder, loss: 1e-7), finder)
    #expect(
      text.contains(
        "Under this plan no attack with at most 2 cuts costs all regions together anything."))
  }

  @Test("says what is not proven, and how much worse it can be")
  func notProven() throws {
    let finder = try Self.finder(AttackBudget(cuts: 2))
    var found = Self.made(finder, loss: 123)
    found.worst[1].isProven = false
    found.worst[1].bound = 456
    found.worst[1].outcome?.home = nil
    found.top[0].home = nil
    found.top[0].singleLosses = nil
    #expect(!found.isComplete)
    let text = Self.text(found, finder)
    #expect(
      text.contains(
        "This is not proven: the time limit came first. No attack with at most 2 cuts costs more than 456.0."
      ))
    #expect(text.contains("The worst attacks found on 2 targets"))
    #expect(
      text.contains(
        "proven: whether it is proven that no attack with at most this number of cuts costs more"))
    #expect(text.contains("5 were solved; then the time limit came."))
    found.worst[1].outcome = nil
    found.top = []
    let none = Self.text(found, finder)
    #expect(none.contains("The time limit came before any attack was solved. No attack with"))
    let table = WorstTables(ComparedWorstCases(plan: found), runner: finder.runner)
    #expect(table.attacks.rowCount == 1 && table.curve.rowCount == 3)
    #expect(table.curve.text(2, "proven") == "false" && table.curve.text(2, "targets") == "")
    #expect(table.curve.number(2, "bound") == 456)
  }

  @Test("an attack on fewer targets that costs more than those on the most has rank 1")
  func fewerTargets() throws {
    let finder = try Self.finder(AttackBudget(cuts: 2))
    var found = Self.made(finder, loss: 123)
    let one = Self.outcome([finder.targets[0]], 200, singles: [200])
    found.worst[0].outcome = one
    found.worst[1].outcome = one
    let name = finder.targets[0].name(in: finder.runner.instance)
    let table = WorstTables(ComparedWorstCases(plan: found), runner: finder.runner).attacks
    #expect(table.rowCount == 4)
    #expect((0..<4).map { table.number($0, "cuts") } == [1, 2, 2, 2])
    #expect((0..<4).map { table.number($0, "rank") } == [1, 1, 2, 3])
    #expect((0..<4).map { table.number($0, "loss") } == [200, 200, 123, 10])
    #expect(table.text(1, "targets") == name)
    let text = Self.text(found, finder)
    #expect(text.contains("The 2 worst attacks on 2 targets, after one on fewer that costs more"))
    #expect(text.contains("the worst attack with at most 2 cuts is on \(name): "))
    // Round-off makes no attack worse.
    found.worst[1].outcome?.loss = 123 + 1e-6
    #expect(found.worseOnFewer == nil && found.rankedAtMost.count == 2)
  }

  @Test("attacks that are too many to count have no number")
  func manyAttacks() throws {
    let finder = try Self.finder(AttackBudget(cuts: 2))
    var found = Self.made(finder, loss: 123)
    found.attackCount = nil
    #expect(Self.text(found, finder).contains("1,000,000,000,000,000 or more attacks on 2"))
    let json = try WorstSummary(ComparedWorstCases(plan: found), runner: finder.runner).json()
    #expect(String(decoding: json, as: UTF8.self).contains(#""attack_count" : null"#))
  }

  @Test("says whose loss counts, and that it is home's best case")
  func home() throws {
    let finder = try Self.finder(AttackBudget(cuts: 1), .home)
    let found = try finder.find(top: 3)
    let text = Self.text(found, finder)
    #expect(text.contains("Region R0 (R0) then loses"))
    #expect(text.contains("It is the best case for R0: the world serves it first"))
    #expect(text.contains("R0 loses at most: the same in the worst case"))
    #expect(!text.contains("world loses: "))
    for row
      in 0..<WorstTables(ComparedWorstCases(plan: found), runner: finder.runner).attacks
      .rowCount
    {
      let table = WorstTables(ComparedWorstCases(plan: found), runner: finder.runner).attacks
      let (loss, least) = (table.number(row, "loss"), table.number(row, "home_lost_least"))
      let value = try #require(loss)
      #expect(abs(value - (least ?? .nan)) <= 1e-6 * max(1, value))
    }
  }

  @Test("the loss without any cut, and home's figures there, are those of the undisturbed window")
  func undisturbed() throws {
    let finder = try Self.finder(AttackBudget(cuts: 1), case: "stress")
    let found = try finder.find(top: 1)
    let runs = try finder.runner.run([])
    let home = try #require(found.undisturbedHome)
    let tolerance = 1e-6 * max(1, found.demandValue)
    #expect(abs(found.undisturbed - runs.undisturbed.lostValue) <= tolerance)
    #expect(abs(home.lostLeast - runs.undisturbed.home.lostLeast) <= tolerance)
    #expect(abs(home.lostMost - runs.undisturbed.home.lostMost) <= tolerance)
    let table = WorstTables(ComparedWorstCases(plan: found), runner: finder.runner).curve
    #expect(table.text(0, "plan") == "with_goals" && table.text(0, "cuts") == "0")
    #expect(table.number(0, "loss") == found.undisturbed)
    #expect(table.number(0, "service") == home.serviceMost)
  }

  @Test("has nothing to cut where no target lies")
  func noTargets() throws {
    let solved = try SolvedCase("worst-4")
    let finder = try Self.finder(AttackBudget(cuts: 2, by: solved.instance.home))
    let found = try finder.find()
    #expect(found.targets.isEmpty && found.isComplete)
    let text = Self.text(found, finder)
    #expect(
      text.contains(
        "There is nothing to cut: in Region R0 (R0), outside home, there are no targets."))
    let tables = WorstTables(ComparedWorstCases(plan: found), runner: finder.runner)
    #expect(tables.attacks.rowCount == 0 && tables.curve.rowCount == 1)
  }
}
