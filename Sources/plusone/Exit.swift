import ArgumentParser
import Foundation
import LinearProgramming
import Reporting
import Scenarios
import Storage
import Tables

/// What the command's exit status tells a script.
enum ExitStatus: Int32 {
  case done = 0
  case noPlan = 2
  case wrongUsage = 64
  case badData = 65
  case unreadable = 66
  case internalError = 70
  case cannotWrite = 73
  case timeLimit = 75

  var code: ExitCode { ExitCode(rawValue) }
}

/// Runs a command's work; tells what went wrong on standard error and ends with the status for it.
func reportingErrors(_ work: () throws -> Void) throws {
  do { try work() } catch { throw reported(error) }
}

func reportingAsyncErrors(_ work: () async throws -> Void) async throws {
  do { try await work() } catch { throw reported(error) }
}

/// Tells an error on standard error; the exit code for it.
private func reported(_ error: any Error) -> any Error {
  switch error {
  case is ExitCode, is ValidationError, is CleanExit:
    return error
  case let input as InputProblems:
    printProblems(input.problems)
    return (input.reason == .unreadable ? ExitStatus.unreadable : .badData).code
  case let failure as FileFailure:
    let reason = if case .other(let reason) = failure { reason } else { failure.text }
    printError("plusone: cannot write: \(reason)")
    return ExitStatus.cannotWrite.code
  case let failure as OutputFailure:
    printError("plusone: \(failure.text)")
    return ExitStatus.cannotWrite.code
  case is TimeLimitReached, StressError.unsolved(_, .timeLimit):
    printError(
      "plusone: the time limit was reached before an answer was proven; give more with --time-limit."
    )
    return ExitStatus.timeLimit.code
  case let failure as SolverError:
    printError("plusone: internal error in the solver: \(failure)")
    return ExitStatus.internalError.code
  default:
    printError("plusone: internal error: \(error)")
    return ExitStatus.internalError.code
  }
}

/// Most problems told at once.
private let problemLimit = 20

/// Lists problems on standard error, up to 20 and the number of further ones.
func printProblems(_ problems: [Problem]) {
  for problem in problems.prefix(problemLimit) { printError(problem.text) }
  let further = problems.count - problemLimit
  if further > 0 { printError("… and \(further) further \(further == 1 ? "problem" : "problems")") }
}

func printError(_ line: String) {
  FileHandle.standardError.write(Data((line + "\n").utf8))
}
