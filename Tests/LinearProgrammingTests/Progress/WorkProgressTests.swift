import Synchronization
import TestSupport
import Testing

@testable import LinearProgramming

/// Steps, parts and solves as events.
@Suite("Progress of work")
struct WorkProgressTests {
  /// The events as text, with steps and solves numbered in the order in which they begin.
  private final class Log: Sendable {
    private let events = Mutex<[WorkProgress.Event]>([])

    var progress: WorkProgress {
      WorkProgress { [self] event in events.withLock { $0.append(event) } }
    }

    var texts: [String] {
      var places: [Int: Int] = [:]
      func place(_ number: Int) -> Int {
        let place = places[number] ?? places.count
        places[number] = place
        return place
      }
      return events.withLock(\.self).map { event in
        switch event {
        case .stepBegan(let number, let name, let parts):
          "\(place(number)) \(name) \(parts.map(String.init) ?? "-")"
        case .partEnded(let number, let remark): "\(place(number)) part \(remark ?? "-")"
        case .stepNoted(let number, let note): "\(place(number)) note \(note)"
        case .stepEnded(let number): "\(place(number)) end"
        case .solving(let number, let progress):
          "\(place(number)) \(progress == nil ? "solve" : "report")"
        case .solveEnded(let number): "\(place(number)) solved"
        }
      }
    }
  }

  @Test("steps, their parts and the steps in them are reported, also where the work fails")
  func steps() {
    struct Failure: Error {}
    let log = Log()
    #expect(throws: Failure.self) {
      try log.progress.step("outer", parts: 2) { step in
        step.part {}
        try log.progress.step("inner") { try step.part { throw Failure() } }
      }
    }
    #expect(
      log.texts == [
        "0 outer 2", "0 part -", "1 inner -", "0 part -", "1 end", "0 end",
      ])
  }

  @Test("a step without listeners does its work and nothing else")
  func silence() {
    let answer = WorkProgress.none.step("nothing", parts: 1) { step in step.part { 7 } }
    #expect(answer == 7)
  }

  @Test("each solve is reported, in a session and under a deadline too; the caller's reports stay")
  func solves() throws {
    let log = Log()
    let own = Atomic(0)
    var options = SolveOptions()
    options.timeLimit = .seconds(3600)
    let inner = ScriptedSolver(CheckedSolver(DenseSimplex())) { request in
      request.options.progress?(SolveProgress(iterations: 1, elapsed: .zero))
      return .honest
    }
    let solver = Deadline(options).limiting(ReportingSolver(inner, to: log.progress))
    options.progress = { _ in own.add(1, ordering: .relaxed) }
    _ = try solver.solve(CheckedSolverTests.program, options: options, from: nil)
    try solver.withSession(CheckedSolverTests.program) { session in
      _ = try session.solve(options)
    }
    solver.progress.step("after") {}
    let one = ["solve", "report", "solved"]
    #expect(
      log.texts == one.map { "0 \($0)" } + one.map { "1 \($0)" } + ["2 after -", "2 end"])
    #expect(own.load(ordering: .relaxed) == 2)
  }

  @Test("the known range takes the better point and the tighter bound, whichever the sense")
  func knownRange() {
    var program = LinearProgram(sense: .maximise)
    program.addColumn(lower: 0, upper: 9, cost: 2)
    program.constant = 5
    var known = KnownRange(of: program)
    #expect(known.search(incumbent: nil, bound: -.infinity) == SolveProgress.Search())
    known.note(point: [3])
    known.note(bound: 20)
    #expect(
      known.search(incumbent: 10, bound: 15) == SolveProgress.Search(incumbent: 11, bound: 15))
    #expect(
      known.search(incumbent: 12, bound: 25) == SolveProgress.Search(incumbent: 12, bound: 20))
    known.hasLoweredCosts = true
    #expect(
      known.search(incumbent: 12, bound: 25) == SolveProgress.Search(incumbent: 11, bound: 20))
    var empty = KnownRange(of: program)
    empty.hasLoweredCosts = true
    #expect(
      empty.search(incumbent: 12, bound: nil)
        == SolveProgress.Search(incumbent: nil, bound: nil, hasPoint: true))
  }

  @Test("the gap is relative to the incumbent, and not known without both of its ends")
  func gap() {
    typealias Search = SolveProgress.Search
    #expect(Search(incumbent: -50, bound: -60).gap == 0.2)
    #expect(Search(incumbent: 50, bound: 50).gap == 0)
    #expect(Search(incumbent: 0, bound: 0).gap == 0)
    #expect(Search(incumbent: 0, bound: -1).gap == nil)
    #expect(Search(bound: 1).gap == nil && Search(incumbent: 1).gap == nil)
  }
}
