import Foundation
import Games
import LinearProgramming
import Outputs
import Scenarios
import Tables
import Testing

@testable import plusone

/// The exit status and the message of each kind of error.
struct CommandFailureTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let error: any Error
    let status: Int32
    let says: String
    var testDescription: String { "\(error)" }

    init(_ error: any Error, _ status: Int32, _ says: String) {
      self.error = error
      self.status = status
      self.says = says
    }
  }

  static let limit =
    "plusone: the time limit was reached before an answer was proven; set a longer one with --time-limit."

  static let cases = [
    Case(NoOptimum("the split's largest excess", .timeLimit), 75, limit),
    Case(NoOptimum("the least-cost stockpiles", .iterationLimit), 75, limit),
    Case(NoOptimum("the plan to test", .cancelled), 75, limit),
    Case(
      NoOptimum("a stress window's lost value", .unbounded), 70,
      "plusone: internal error: a stress window's lost value is not known: the solver stopped with "
        + "unbounded"),
    Case(
      SolverError.refuted("the duality gap is 1"), 70,
      "plusone: internal error in the solver: no answer of the solver passed its check"),
    Case(
      SolverError.unsupported("does not support integer columns"), 70,
      "plusone: internal error in the solver: this solver cannot solve the program: it does not"),
    Case(
      GameError.noTightCoalition, 70,
      "plusone: internal error: the nucleolus was not found"),
    Case(
      InputProblems([Problem("found 3", file: "a.csv", line: 2, column: "x")]), 65,
      "a.csv:2: x: found 3"),
    Case(
      InputProblems([Problem("is gone", file: "a.csv")], reason: .unreadable), 66,
      "a.csv: is gone"),
    Case(
      OutputFailure(path: "out", reason: "is full"), 73, "plusone: out: is full"),
    Case(
      OutputFailure(path: "out/a.csv", code: ENOSPC), 73,
      "plusone: out/a.csv: cannot be written: No space left on device"),
  ]

  @Test("an error ends a command with its status, and says what is wrong", arguments: cases)
  func statuses(example: Case) {
    let failure = CommandFailure(example.error)
    #expect(failure.status.rawValue == example.status)
    #expect(failure.lines.count == 1 && failure.lines[0].hasPrefix(example.says))
  }

  @Test("of many problems twenty are listed, and the others are counted")
  func manyProblems() {
    let problems = (1...22).map { Problem("is wrong", file: "a.csv", line: $0) }
    let lines = CommandFailure(InputProblems(problems)).lines
    #expect(lines.count == 21 && lines[19] == "a.csv:20: is wrong")
    #expect(lines[20] == "… and 2 more problems")
  }
}
