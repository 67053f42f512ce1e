import Foundation
import TestSupport
import Testing

/// Every command that help or a page shows in code is run. `console` blocks are left out here, since `ReadmeTests`
/// compares what they print.
@Suite("Commands that are documented")
struct DocumentedCommandTests {
  private static let pages =
    DocumentedCommands.files(in: "docs", ending: ".md")
    // Made from the help of the commands.
    .filter { $0 != "docs/commands.md" }
    + DocumentedCommands.files(in: "instances", ending: ".md")
    + ["README.md", "CONTRIBUTING.md", "models/README.md"]

  private static func examples(on page: String) throws -> [DocumentedCommand] {
    try DocumentedCommands.code(of: page).filter { !$0.isPattern }
  }

  /// Each command's words and its help.
  private static let helps = Result {
    try CommandTree.read().command.withSubcommands.map { command in
      (name: command.path.joined(separator: " "), command: command)
    }
  }

  private static func examples(in help: String, of name: String) -> [DocumentedCommand] {
    DocumentedCommands.lines(in: help, place: "help of \(name)")
  }

  @Test("are in the help of each command")
  func helpFound() throws {
    let counts = try Self.helps.get().map { name, command in
      let count = Self.examples(in: command.discussion ?? "", of: name).count
      let isGroup = !(command.subcommands ?? []).isEmpty && command.commandName != "plusone"
      #expect(isGroup || count > 0, "\(name): its help has no example")
      return count
    }
    #expect(counts.reduce(0, +) > 25, "else these tests would show nothing")
  }

  /// One case for each command, so that cases run at the same time.
  @Test(
    "in the help of a command do what they say",
    arguments: (try? helps.get().map(\.name)) ?? [])
  func help(of name: String) throws {
    let command = try #require(try Self.helps.get().first { $0.name == name }?.command)
    let help = command.discussion ?? ""
    try withTemporaryFolder { url in
      let folder = try ExampleFolder(url, files: Self.files(in: help))
      for example in Self.examples(in: help, of: name) { try folder.run(example) }
    }
  }

  /// The pages that show commands in code other than `console` blocks.
  private static let pagesWithExamples = [
    "docs/early-warning.md", "instances/README.md", "instances/batteries/README.md",
    "instances/critical-minerals/README.md", "instances/japan-rare-earths/README.md",
    "instances/pharmaceuticals/README.md", "instances/semiconductors/README.md",
  ]

  @Test("are on these pages")
  func found() throws {
    let found = try Self.pages.filter { try !Self.examples(on: $0).isEmpty }
    #expect(found.sorted() == Self.pagesWithExamples)
  }

  @Test("on a page do what they say", arguments: pagesWithExamples)
  func page(_ page: String) throws {
    try withTemporaryFolder { url in
      let text = try String(
        contentsOf: TestPaths.package.appending(path: page), encoding: .utf8)
      let folder = try ExampleFolder(url, files: Self.files(in: text))
      for example in try Self.examples(on: page) { try folder.run(example) }
    }
  }

  /// The pages that have blocks which are run in long tests only.
  private static let pagesWithLong = [
    "README.md", "docs/guide.md", "instances/batteries/README.md",
    "instances/critical-minerals/README.md", "instances/japan-rare-earths-2020/README.md",
    "instances/japan-rare-earths/README.md", "instances/pharmaceuticals/README.md",
    "instances/semiconductors/README.md",
  ]

  @Test("that take minutes are on these pages")
  func longFound() throws {
    let found = try Self.pages.filter { try !DocumentedCommands.long(on: $0).isEmpty }
    #expect(found.sorted() == Self.pagesWithLong)
  }

  /// What they print is compared in long tests. Here each is stopped as soon as it has read its options and inputs.
  @Test("that take minutes have options and inputs that are right", arguments: pagesWithLong)
  func long(on page: String) throws {
    try withTemporaryFolder { url in
      let folder = try ExampleFolder(url, files: [:])
      let commands = try DocumentedCommands.long(on: page)
      let stopped = try commands.filter { try folder.stops($0) }
      #expect(!stopped.isEmpty)
    }
  }

  /// The files that a text shows, without their indent: a map of codes to goods, and a game.
  private static func files(in text: String) -> [String: String] {
    let map = text.firstMatch(
      of: /(?m)^( *)home: [A-Z]{3}\n\1commodities:\n(?:\1[^`\n].*\n?)*/)
    let game = text.firstMatch(of: /(?m)^( *)coalition,value\n(?:\1[^`\n].*\n?)*/)
    return ["map.yaml": map?.output, "towns.csv": game?.output].compactMapValues { found in
      found.map { whole, indent in
        whole.split(separator: "\n").map { $0.dropFirst(indent.count) + "\n" }.joined()
      }
    }
  }

  @Test("exist, with their options, wherever one is named")
  func options() throws {
    let tree = try CommandTree.read().command
    let shown = try (Self.pages + ["docs/commands.md"]).flatMap { page in
      try DocumentedCommands.code(of: page, languages: ["", "console"])
        + DocumentedCommands.mentions(in: page)
    }
    let sources = DocumentedCommands.files(in: "Sources", ending: ".swift")
    let named = try sources.flatMap(DocumentedCommands.mentions)
    #expect(shown.count > 100 && named.count > 10, "else this test would show nothing")
    for command in shown + named {
      #expect(tree.objection(to: command) == nil, "\(command.place): \(command.text)")
    }
  }
}

extension CommandTree.Command {
  /// The first word of a command line that is no subcommand or no option of it; nil if there is none.
  func objection(to line: DocumentedCommand) -> String? {
    var command = self
    var rest = line.words.dropFirst()
    while let next = command.subcommands?.first(where: { $0.commandName == rest.first }) {
      command = next
      rest = rest.dropFirst()
    }
    // `import SOURCE` stands for all of its subcommands.
    let isGroup = !(command.subcommands ?? []).isEmpty
    if isGroup, let word = rest.first, word == word.uppercased() { return nil }
    if command.commandName == "help" { return nil }
    if let standard = command.defaultSubcommand,
      let next = command.subcommands?.first(where: { $0.commandName == standard })
    {
      command = next
    }
    if command.superCommands == nil, let word = rest.first, !word.hasPrefix("-") { return word }
    let known = (command.arguments ?? []).flatMap { ($0.names ?? []).map(\.name) }
    return rest.filter { $0.hasPrefix("--") }
      .map { String($0.dropFirst(2).prefix { $0.isLetter || $0 == "-" }) }
      .first { !known.contains($0) && !["help", "version"].contains($0) }
  }
}
