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
    do {
      var command = try await PlusOne.asyncParseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      exit(status(of: error))
    }
  }

  /// Tells an error, or writes the help that was asked for; the status to end with.
  private static func status(of error: any Error) -> Int32 {
    let code = PlusOne.exitCode(for: error)
    let message = PlusOne.fullMessage(for: error)
    guard !message.isEmpty else { return code.rawValue }
    guard code.isSuccess else {
      // A line may repeat an argument of any length.
      let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
      printError(
        lines.map { $0.count > 1000 ? shortened($0) : String($0) }.joined(separator: "\n"))
      return code.rawValue
    }
    do throws(OutputFailure) { try Console.write(message + "\n") } catch {
      printError("plusone: \(error)")
      return ExitStatus.cannotWrite.rawValue
    }
    return code.rawValue
  }
}

struct PlusOne: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plusone",
    abstract: "Plan where a country, an alliance or a firm should get critical goods from.",
    discussion: """
      An instance is a folder of tables: who makes, moves, needs and stores what, and what could be built. \
      A model is a YAML file of policy goals and options. A plan is the cheapest way to meet the goals.

      To start, make an instance of your own and solve it:

        plusone new my-first
        plusone solve my-first --model my-first/model.yaml
      """,
    version: Version.text,
    groupedSubcommands: [
      CommandGroup(
        name: "Start",
        subcommands: [
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
        ]),
      CommandGroup(
        name: "Compare",
        subcommands: [
          StudyCommand.self
        ]),
      CommandGroup(
        name: "Disrupt",
        subcommands: [
          Stress.self,
          Chokepoints.self,
        ]),
      CommandGroup(
        name: "Share",
        subcommands: [
          Stockpile.self,
          Split.self,
        ]),
      CommandGroup(
        name: "Hand on",
        subcommands: [
          Report.self,
          Export.self,
        ]),
    ]
  )
}
