import ArgumentParser
import Outputs
import Sourcing
import Tables

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@main
enum Main {
  static func main() async {
    Console.prepare()
    Interruption.watch()
    Console.showProgress()
    let words: [String]
    do throws(ArgumentMistake) {
      words = try CommandLineCheck.checked(Array(CommandLine.arguments.dropFirst()))
    } catch {
      for line in error.lines { printError(line) }
      exit(ExitStatus.wrongUsage.rawValue)
    }
    var called: (any ParsableCommand.Type)?
    do {
      var command = try await PlusOne.asyncParseAsRoot(words)
      called = type(of: command)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      exit(status(of: error, from: called))
    }
  }

  /// Prints an error, or the help that was asked for, and returns the exit status.
  ///
  /// - Parameter command: the command that was running; nil if the command line could not be read.
  private static func status(
    of error: any Error, from command: (any ParsableCommand.Type)?
  ) -> Int32 {
    let code = PlusOne.exitCode(for: error)
    if let wrong = error as? ValidationError,
      let path = command.flatMap({ CommandNames.path(to: $0) })
    {
      // The parser would add the usage of the whole program.
      printError(cut("Error: \(wrong.message)"))
      printError("See `plusone help \(path)` for the arguments of this command.")
      return code.rawValue
    }
    let message = PlusOne.fullMessage(for: error)
    guard !message.isEmpty else { return code.rawValue }
    guard code.isSuccess else {
      printError(cut(message))
      return code.rawValue
    }
    do throws(OutputFailure) { try Console.write(message + "\n") } catch {
      printError("plusone: \(error)")
      return ExitStatus.cannotWrite.rawValue
    }
    return code.rawValue
  }

  /// A message in which each argument of the command line is shortened, and so is every quotation: it may repeat an
  /// argument of any length.
  private static func cut(_ message: String) -> String {
    let words = CommandLine.arguments.dropFirst().flatMap { word in
      [word] + word.split(separator: "=", maxSplits: 1).map(String.init)
    }
    let short = words.reduce(message) { message, word in
      let shown = shortened(word)
      return shown == word ? message : message.replacing(word, with: shown)
    }
    let lines = short.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { legible(String($0)) }.joined(separator: "\n")
  }
}

struct PlusOne: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plusone",
    abstract: "Plan where a country, an alliance or a firm should get critical goods from.",
    discussion: """
      An instance is a folder of tables that describes a supply network: who makes, moves, needs and stores what, \
      and what could be built. A model is a YAML file that states the question: policy goals and options. A plan is \
      the cheapest way, for all regions together, to meet the goals.

      `plusone list` shows the instances and models that come with the program. To solve one of them:

        plusone solve japan-rare-earths --model reliance-cap

      To start with an instance of your own:

        plusone new my-first
        plusone solve my-first --model my-first/model.yaml
      """,
    version: Version.text,
    groupedSubcommands: [
      CommandGroup(
        name: "Instance",
        subcommands: [
          List.self,
          New.self,
          Import.self,
          Validate.self,
        ]),
      CommandGroup(
        name: "Plan",
        subcommands: [
          Solve.self,
          Explain.self,
          FrontierCommand.self,
          AlternativesCommand.self,
          BackTestCommand.self,
        ]),
      CommandGroup(
        name: "Study",
        subcommands: [
          StudyCommand.self,
          SensitivityCommand.self,
          HedgeCommand.self,
        ]),
      CommandGroup(
        name: "Disruption",
        subcommands: [
          Stress.self,
          Chokepoints.self,
          WorstCommand.self,
        ]),
      CommandGroup(
        name: "Early warning",
        subcommands: [WatchCommand.self]),
      CommandGroup(
        name: "Stockpile sharing",
        subcommands: [
          Stockpile.self,
          Split.self,
        ]),
      CommandGroup(
        name: "Result",
        subcommands: [
          Report.self,
          Export.self,
        ]),
    ]
  )
}
