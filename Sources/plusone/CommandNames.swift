import ArgumentParser
import Tables

/// The names of commands, for messages.
enum CommandNames {
  /// The message for a command line whose first word names no command; nil if it does.
  static func unknown(in arguments: some Sequence<String>) -> String? {
    var words = Array(arguments)
    if words.first == "help" { words.removeFirst() }
    guard let word = words.first, !word.hasPrefix("-") else { return nil }
    let names = PlusOne.configuration.subcommands.map { $0._commandName } + ["help"]
    guard !names.contains(word) else { return nil }
    return "Error: unknown command `\(shortened(word))`\(nearestHint(to: word, among: names))"
  }

  /// The words that call a command, such as `study run`; nil for a type that is no command of the program.
  static func path(
    to command: any ParsableCommand.Type, in parent: any ParsableCommand.Type = PlusOne.self
  ) -> String? {
    for child in parent.configuration.subcommands {
      if child == command { return child._commandName }
      if let rest = path(to: command, in: child) { return "\(child._commandName) \(rest)" }
    }
    return nil
  }
}
