import ArgumentParser
import Sourcing

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
    await PlusOne.main()
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
