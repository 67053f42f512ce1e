import ArgumentParser
import SourcingFiles
import Tables

/// The names of commands, for messages.
enum CommandNames {
  /// What a command line calls.
  struct Call {
    var command: any ParsableCommand.Type
    /// The words of the command, such as `study run`, also where `run` is not typed.
    var path: [String]
    /// The number of words on the command line that name it.
    var count: Int
  }

  /// The command that the first words of a command line name, down to the last known name.
  static func called(by words: [String]) -> Call {
    var call = Call(command: PlusOne.self, path: [], count: 0)
    while true {
      let configuration = call.command.configuration
      let word = call.count < words.count ? words[call.count] : nil
      if let next = configuration.subcommands.first(where: { $0._commandName == word }) {
        call = Call(
          command: next, path: call.path + [next._commandName], count: call.count + 1)
      } else if let usual = configuration.defaultSubcommand, word != nil {
        call = Call(
          command: usual, path: call.path + [usual._commandName], count: call.count)
      } else {
        return call
      }
    }
  }

  /// The mistake of a command line that names an unknown command; nil if it does not. After `help`, all words name a
  /// command.
  static func unknown(in words: [String]) -> ArgumentMistake? {
    let isHelp = words.first == "help"
    var parent: any ParsableCommand.Type = PlusOne.self
    var path: [String] = []
    for word in words.dropFirst(isHelp ? 1 : 0) {
      guard !word.hasPrefix("-"), !(path.isEmpty && word == "help") else { return nil }
      let children = parent.configuration.subcommands
      if let child = children.first(where: { $0._commandName == word }) {
        parent = child
        path.append(word)
        continue
      }
      let names = children.map { $0._commandName } + (path.isEmpty ? ["help"] : [])
      let whole = (path + [word]).joined(separator: " ")
      if children.isEmpty {
        guard isHelp else { return nil }
        let owner = path.joined(separator: " ")
        return ArgumentMistake(
          message: "unknown command `\(shortened(whole))`; `\(owner)` has no commands of its own",
          command: path)
      }
      if parent.configuration.defaultSubcommand != nil, !isHelp {
        guard isMisspelt(word, for: names) else {
          return nil
        }
      }
      return ArgumentMistake(
        message: "unknown command `\(shortened(whole))`\(nearestHint(to: word, among: names))",
        command: path, subject: "commands")
    }
    return nil
  }

  /// Whether a word, which could also be the first argument of the usual command, is one of its commands with a mistake
  /// in spelling: nothing has this path or name, and a command is spelt alike.
  private static func isMisspelt(_ word: String, for names: [String]) -> Bool {
    guard word.utf8.count > 2, nearestName(to: word, among: names, within: 2) != nil else {
      return false
    }
    return folderFailure(word) == .missing
      && ShippedFolders.inputs.instancePath(named: word) == nil
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
