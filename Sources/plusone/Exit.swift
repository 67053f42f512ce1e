import ArgumentParser
import LinearProgramming
import Outputs
import Reporting
import Tables

/// The exit statuses of all commands.
enum ExitStatus: Int32, CaseIterable {
  case done = 0
  case noPlan = 2
  case alert = 3
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
    case .done:
      "The command has done its work. There may be warnings. `study` ends so too where runs have no plan, also where a "
        + "model cannot be read: the run has the status `bad-input`, and a warning says how many there are."
    case .noPlan:
      "There is no plan that meets the model (`solve`, `alternatives`, `stress`, `chokepoints`, `worst`, `stockpile`, `watch`), none at "
        + "any value of the parameter (`frontier`) or as of any period (`backtest`), none in any world (`sensitivity`, `hedge`), no "
        + "orders that are possible in all worlds (`hedge`), none to compare with "
        + "(`validate --checks`), or no arrangement reaches the service level (`stockpile`)."
    case .alert:
      "`watch` has done its work, and there is an alert of class A or B. Everything is printed and written before, so a "
        + "scheduled job can tell somebody by this status."
    case .wrongUsage:
      "Arguments are wrong: an unknown command or option, an empty value, a value that the option does not take, an "
        + "option given twice, a region, commodity, disruption, assumption or period that the instance does not have, "
        + "`--worlds` where no assumption can move."
    case .badData:
      "An input is wrong, or a parameter of `--set` or `--vary`: an unknown name, or a value that the model does not "
        + "take. Standard error has each problem, with file and line. `study`: none of its models can be read."
    case .unreadable: "An input is missing or cannot be read."
    case .internalError: "The solver failed, or the program has a mistake."
    case .cannotWrite:
      "The output cannot be written, or is refused since it would overwrite an input or a file of the user."
    case .timeLimit: "The time limit came before there was a proven answer."
    }
  }
}

/// Runs a command's work. An error is printed on standard error and becomes the exit status for it.
func reportingErrors(_ work: () throws -> Void) throws {
  do { try work() } catch { throw reported(error) }
}

/// Prints an error on standard error and returns the exit code for it.
private func reported(_ error: any Error) -> any Error {
  guard !(error is ExitCode), !(error is ValidationError), !(error is CleanExit) else {
    return error
  }
  let failure = CommandFailure(error)
  for line in failure.lines { printError(line) }
  return failure.status.code
}

/// The lines that an error prints, and the exit status of a command that ends with it.
struct CommandFailure {
  let lines: [String]
  let status: ExitStatus

  init(_ error: any Error) {
    switch error {
    case let input as InputProblems:
      lines = problemLines(input.problems)
      status =
        switch input.reason {
        case .badData: .badData
        case .unreadable: .unreadable
        case .wrongArgument: .wrongUsage
        }
    case let failure as OutputFailure:
      lines = ["plusone: \(failure)"]
      status = .cannotWrite
    case let missing as NoOptimum where missing.termination.isLimit:
      lines = [
        "plusone: the time limit was reached before an answer was proven; set a longer one with --time-limit."
      ]
      status = .timeLimit
    case let failure as SolverError:
      let advice =
        "Please report it with the command and its inputs. Another parameter may avoid it."
      lines = ["plusone: internal error in the solver: \(failure)\n\(advice)"]
      status = .internalError
    default:
      lines = ["plusone: internal error: \(error)"]
      status = .internalError
    }
  }
}

extension OutputFormat {
  /// The exit code of an answer that has been written but is not what was asked for. A report says so itself. For
  /// tables and JSON, which have no place for a sentence, it is printed on standard error.
  func ending(with status: ExitStatus, for reason: String) -> ExitCode {
    if self != .table { printError("plusone: \(reason)") }
    return status.code
  }
}

/// The most problems that are printed.
private let problemLimit = 20

/// Prints up to 20 problems on standard error, and the number of the others.
func printProblems(_ problems: [Problem]) {
  for line in problemLines(problems) { printError(line) }
}

private func problemLines(_ problems: [Problem]) -> [String] {
  let further = problems.count - problemLimit
  return problems.prefix(problemLimit).map(\.description)
    + (further > 0 ? ["… and \(further) more \(further == 1 ? "problem" : "problems")"] : [])
}

/// Prints a line on standard error, control characters written out.
func printError(_ line: String) {
  Console.tell(escaped(line) + "\n")
}
