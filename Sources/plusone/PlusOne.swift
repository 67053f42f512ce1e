import ArgumentParser
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
    // A reader that has seen enough (`| head`) is no reason to die: writing tells it by an error.
    signal(SIGPIPE, SIG_IGN)
    await run()
  }

  /// Runs the command that the arguments ask for. It leaves the main thread to the signals, which the others
  /// do not let through.
  @concurrent private static func run() async {
    do {
      var command = try PlusOne.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      end(with: error)
    }
  }

  /// Tells a mistake in the arguments, which it may repeat, or help, which was asked for; and ends.
  private static func end(with error: any Error) -> Never {
    let lines = PlusOne.fullMessage(for: error).split(
      separator: "\n", omittingEmptySubsequences: false)
    let text = lines.map { $0.count > 1000 ? shortened($0) : String($0) }.joined(separator: "\n")
    let code = PlusOne.exitCode(for: error)
    if !text.isEmpty {
      if code.isSuccess { try? Console.write(text + "\n") } else { printError(text) }
    }
    exit(code.rawValue)
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

enum Version {
  static let text = "0.1.0"
}
