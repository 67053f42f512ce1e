import LinearProgramming
import Testing

@testable import plusone

/// The text of what is being done.
@Suite("Text of progress")
struct WorkStateTests {
  private func text(_ events: [WorkProgress.Event], at seconds: Double = 35) -> String? {
    var state = WorkState()
    for event in events { state.apply(event, at: .seconds(5)) }
    return state.text(at: .seconds(seconds))
  }

  private func search(
    _ search: SolveProgress.Search?, isResult: Bool = true, iterations: Int = 12_345
  ) -> WorkProgress.Event {
    .solving(
      9,
      SolveProgress(
        iterations: iterations, elapsed: .seconds(1), search: search, objectiveIsResult: isResult))
  }

  private let finding = WorkProgress.Event.stepBegan(1, name: "finding the plan", parts: nil)

  @Test("nothing is said if nothing is being done")
  func nothing() {
    #expect(text([]) == nil)
    #expect(text([finding, .stepEnded(1), .solving(2, nil), .solveEnded(2)]) == nil)
  }

  @Test("a step has its time, and the iterations of its solve")
  func step() {
    #expect(text([finding]) == "finding the plan, 35 s")
    #expect(text([finding, .solving(9, nil)]) == "finding the plan, 35 s")
    #expect(
      text([finding, search(nil, iterations: 900)]) == "finding the plan, 35 s, 900 iterations")
    #expect(text([.solving(9, nil)]) == "solving, 35 s")
  }

  @Test("a search has its best plan, bound and gap, with the digits that it takes to see it")
  func bestPlan() {
    let (before, after) = ("finding the plan, 35 s", "12,345 iterations")
    #expect(
      text([finding, search(.init(incumbent: 20_000, bound: 19_000))])
        == "\(before), best plan 20,000, gap 5.0%, bound 19,000, \(after)")
    #expect(
      text([finding, search(.init(incumbent: 20_000, bound: 19_999.4))])
        == "\(before), best plan 20,000, gap 0.003%, bound 19,999, \(after)")
    #expect(
      text([finding, search(.init(bound: 19_000))])
        == "\(before), no plan yet, bound 19,000, \(after)")
    #expect(text([finding, search(.init())]) == "\(before), no plan yet, \(after)")
  }

  @Test("nothing is said of a point whose cost is not known, or that is no plan")
  func unknownCost() {
    let (before, after) = ("finding the plan, 35 s", "12,345 iterations")
    #expect(
      text([finding, search(.init(bound: 19_000, hasPoint: true))])
        == "\(before), bound 19,000, \(after)")
    #expect(
      text([finding, search(.init(incumbent: 20_000, bound: 19_000), isResult: false)])
        == "\(before), \(after)")
  }

  @Test("a step with parts has how many are done, remarks on them, and the time left")
  func parts() {
    let runs = WorkProgress.Event.stepBegan(1, name: "runs", parts: 1200)
    #expect(text([runs]) == "runs, 0 of 1,200, 35 s")
    // 2 parts in 30 s.
    #expect(
      text([runs, .partEnded(1, remark: nil), .partEnded(1, remark: "without a plan")])
        == "runs, 2 of 1,200, 1 without a plan, 35 s, about 5.0 h left")
    let both = WorkProgress.Event.stepBegan(1, name: "runs", parts: 1)
    #expect(text([both, .partEnded(1, remark: nil)]) == "runs, 1 of 1, 35 s")
    let open = WorkProgress.Event.stepBegan(1, name: "tests", parts: nil)
    #expect(text([open, .partEnded(1, remark: nil)]) == "tests, 1 done, 35 s")
  }

  @Test("of steps in steps the outermost with parts and the innermost are said")
  func nested() {
    let events: [WorkProgress.Event] = [
      .stepBegan(1, name: "outer", parts: nil), .stepBegan(2, name: "plans", parts: 4),
      .stepBegan(3, name: "middle", parts: nil), .stepBegan(4, name: "inner", parts: 2),
      .partEnded(2, remark: nil),
    ]
    #expect(text(events) == "plans, 1 of 4: inner, 0 of 2, 35 s, about 2 min left")
    #expect(
      text(events + [.stepEnded(4), .stepEnded(3)]) == "plans, 1 of 4, 35 s, about 2 min left")
  }

  @Test("where the terminal is narrow, the times are seen before the names of steps")
  func narrow() {
    var state = WorkState()
    let name = "ranges in plans of nearly the same cost"
    for event: WorkProgress.Event in [
      .stepBegan(1, name: name, parts: 40), .stepBegan(2, name: "finding the plan", parts: nil),
      .partEnded(1, remark: nil),
    ] { state.apply(event, at: .seconds(5)) }
    let end = ", 1 of 40, 35 s, about 20 min left"
    let text = { (columns: Int) in state.text(at: .seconds(35), columns: columns) }
    #expect(text(200) == "\(name), 1 of 40: finding the plan, 35 s, about 20 min left")
    #expect(text(79) == name + end)
    #expect(text(60) == "ranges in plans of near..." + end)
    #expect(text(60)?.count == 60)
    #expect(text(20) == "ranges in..." + end)
    #expect(WorkState().text(at: .zero, columns: 0) == nil)
  }

  @Test("solves at the same time are not told apart, so nothing is said of them")
  func parallel() {
    let other = WorkProgress.Event.solving(10, nil)
    #expect(text([finding, search(nil), other]) == "finding the plan, 35 s")
    #expect(
      text([finding, search(nil), other, .solveEnded(10)])
        == "finding the plan, 35 s, 12,345 iterations")
  }

  @Test(
    "times are in the unit that fits",
    arguments: [(0.4, "0 s"), (89, "89 s"), (90, "2 min"), (5000, "83 min"), (5400, "1.5 h")])
  func times(seconds: Double, text: String) {
    #expect(WorkState.time(.seconds(seconds)) == text)
  }
}
