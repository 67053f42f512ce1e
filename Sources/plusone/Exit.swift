import ArgumentParser
import LinearProgramming
import Outputs
import Reporting
import Tables

/// What the command's exit status tells a script.
enum ExitStatus: Int32, CaseIterable {
  case done = 0
  case noPlan = 2
  case wrongUsage = 64
  case badData = 65
  case unreadable = 66
  case internalError = 70
  case cannotWrite = 73
  case timeLimit = 75

  var code: ExitCode { ExitCode(rawValue) }

  /// What it tells, as the page of commands says it.
  var meaning: String {
    switch self {
    case .done: "The command has done its work. There may be warnings."
    case .noPlan:
      "There is no plan that meets the model (`solve`, `alternatives`, `stress`, `chokepoints`, `stockpile`), none at "
        + "any value of the parameter (`frontier`), or no arrangement reaches the service level (`stockpile`)."
    case .wrongUsage:
      "Arguments are wrong: an unknown option, a value that is not allowed, an "
        + "unknown name."
    case .badData: "An input is wrong. Standard error has each problem with file and line."
    case .unreadable: "An input is missing or cannot be read."
    case .internalError: "The solver failed, or the program has a mistake."
    case .cannotWrite:
      "The output cannot be written, or is refused since it would overwrite what must be kept."
    case .timeLimit: "The time limit came before there was a proven answer."
    }
  }
}

/// Runs a command's work; tells what went wrong on standard error and ends with the status for it.
func reportingErrors(_ work: () throws -> Void) throws {
  do { try work() } catch { throw reported(error) }
}

/// Tells an error on standard error; the exit code for it.
private func reported(_ error: any Error) -> any Error {
  guard !(error is ExitCode), !(error is ValidationError), !(error is CleanExit) else {
    return error
  }
  let failure = CommandFailure(error)
  for line in failure.lines { printError(line) }
  return failure.status.code
}

/// What an error tells the user, and the status with which it ends a command.
struct CommandFailure {
  let lines: [String]
  let status: ExitStatus

  init(_ error: any Error) {
    switch error {
    case let input as InputProblems:
      lines = problemLines(input.problems)
      status = input.reason == .unreadable ? .unreadable : .badData
    case let failure as OutputFailure:
      lines = ["plusone: \(failure)"]
      status = .cannotWrite
    case let missing as NoOptimum where missing.termination.isLimit:
      lines = [
        "plusone: the time limit was reached before an answer was proven; give more with --time-limit."
      ]
      status = .timeLimit
    case let failure as SolverError:
      lines = ["plusone: internal error in the solver: \(failure)"]
      status = .internalError
    default:
      lines = ["plusone: internal error: \(error)"]
      status = .internalError
    }
  }
}

extension OutputFormat {
  /// The exit code of an answer that has been written but is not what was asked for. A report says so itself;
  /// tables and JSON have no place for a sentence, so that it is told on standard error.
  func ending(with status: ExitStatus, for reason: String) -> ExitCode {
    if self != .table { printError("plusone: \(reason)") }
    return status.code
  }
}

/// Most problems told at once.
private let problemLimit = 20

/// Lists problems on standard error, up to 20 and the number of further ones.
func printProblems(_ problems: [Problem]) {
  for line in problemLines(problems) { printError(line) }
}

private func problemLines(_ problems: [Problem]) -> [String] {
  let further = problems.count - problemLimit
  return problems.prefix(problemLimit).map(\.description)
    + (further > 0 ? ["… and \(further) further \(further == 1 ? "problem" : "problems")"] : [])
}

/// Tells something on standard error, control signs written out.
func printError(_ line: String) {
  Console.tell(escaped(line) + "\n")
}
