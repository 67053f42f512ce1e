import ArgumentParser
import Foundation

/// The arguments of one command, as the parser describes them.
struct CommandArguments: Decodable {
  /// An argument: `<instance>`, `--model FILE`, `--zeros`.
  struct Argument: Decodable {
    enum Kind: String, Decodable { case positional, option, flag }

    struct Name: Decodable {
      /// `long` if it begins with two dashes.
      var kind: String
      var name: String
    }

    var kind: Kind
    var names: [Name]?
    var valueName: String?
    var isRepeating: Bool
    /// The values that it takes; nil where others are possible.
    var allValues: [String]?

    /// Its names as they are typed.
    var typed: [String] {
      (names ?? []).map { ($0.kind == "long" ? "--" : "-") + $0.name }
    }
  }

  private struct Document: Decodable {
    struct Command: Decodable { var arguments: [Argument]? }
    var command: Command
  }

  /// All arguments in the order of the help.
  let all: [Argument]

  /// The arguments of a command without subcommands; nil if the parser describes them in a form that is not known.
  init?(of command: any ParsableCommand.Type) {
    let text = Data(command._dumpHelp().utf8)
    guard let document = try? JSONDecoder().decode(Document.self, from: text) else { return nil }
    all = document.command.arguments ?? []
  }

  /// The arguments without names, in their order.
  var positional: [Argument] { all.filter { $0.kind == .positional } }

  /// All names as they are typed.
  var names: [String] { all.flatMap(\.typed) }

  /// The option or flag with a name as it is typed; nil if there is none.
  subscript(name: String) -> Argument? { all.first { $0.typed.contains(name) } }
}
