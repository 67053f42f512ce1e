import Foundation
import TestSupport
import Testing

/// The commands as the program itself describes them (`--experimental-dump-help`).
struct CommandTree: Decodable {
  struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String
    }

    var kind: String
    var names: [Name]?
    var preferredName: Name?
    var valueName: String?
    var defaultValue: String?
    var allValues: [String]?
    var abstract: String?
    var isOptional: Bool
    var isRepeating: Bool
    var shouldDisplay: Bool
  }

  struct Command: Decodable {
    var commandName: String
    var superCommands: [String]?
    var abstract: String?
    var discussion: String?
    var arguments: [Argument]?
    var subcommands: [Command]?
    var defaultSubcommand: String?
    var shouldDisplay: Bool

    /// Words that call it.
    var path: [String] { (superCommands ?? []) + [commandName] }

    /// The command and all below it, in their order, without `help`.
    var withSubcommands: [Command] {
      [self]
        + (subcommands ?? []).filter { $0.commandName != "help" && $0.shouldDisplay }
        .flatMap(\.withSubcommands)
    }
  }

  var command: Command

  static func read() throws -> CommandTree {
    let run = try runPlusOne(["--experimental-dump-help"])
    #expect(run.status == 0)
    return try JSONDecoder().decode(CommandTree.self, from: Data(run.output.utf8))
  }
}
