import ArgumentParser

@main
struct PlusOne: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plusone",
    abstract: "Plan where a country, an alliance or a firm should get critical goods from.",
    subcommands: [Validate.self]
  )
}
