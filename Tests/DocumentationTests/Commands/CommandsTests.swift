import Foundation
import TestSupport
import Testing

@testable import plusone

@Suite("The page of commands")
struct CommandsTests {
  @Test("has every exit status")
  func statuses() throws {
    let rows = ExitStatus.allCases.map { "| \($0.rawValue) | \($0.meaning) |" }
    let text = """
      | status | meaning |
      | --- | --- |
      \(rows.joined(separator: "\n"))
      | 128 + n | Signal n ended the program, as a shell shows it. |
      """
    try GeneratedSection(page: "docs/commands.md", name: "exit statuses").expect(text)
  }

  @Test("has every command with its arguments and options")
  func commands() throws {
    let commands = try CommandTree.read().command.withSubcommands
    #expect(commands.count > 15)
    try GeneratedSection(page: "docs/commands.md", name: "commands").expect(
      CommandsPage(commands: commands).text())
  }
}
