import Foundation
import TestSupport
import Testing

/// The section of the page of commands that shows each command.
struct CommandsPage {
  let commands: [CommandTree.Command]

  func text() throws -> String {
    try commands.map(section).joined(separator: "\n\n")
  }

  private func section(_ command: CommandTree.Command) throws -> String {
    var parts = ["### \(command.path.joined(separator: " "))"]
    if let abstract = command.abstract { parts.append(abstract) }
    parts.append("```\n\(try usage(of: command))\n```")
    if let standard = command.defaultSubcommand {
      let path = command.path.joined(separator: " ")
      parts.append("Without a subcommand it is `\(path) \(standard)`.")
    }
    if let discussion = command.discussion { parts.append(markdown(discussion)) }
    let shown = (command.arguments ?? []).filter {
      $0.shouldDisplay && !["help", "version"].contains($0.preferredName?.name ?? "")
    }
    if !shown.isEmpty {
      parts.append(
        (["| argument or option | meaning | default |", "| --- | --- | --- |"] + shown.map(row))
          .joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n")
  }

  /// The usage line as the command's own help prints it.
  private func usage(of command: CommandTree.Command) throws -> String {
    let run = try runPlusOne(
      command.path.dropFirst() + ["--help"], environment: ["COLUMNS": "100"])
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix("USAGE: ") })
    return lines[start...].prefix { !$0.isEmpty }.joined(separator: "\n")
      .replacing("USAGE: ", with: "")
  }

  private func row(_ argument: CommandTree.Argument) -> String {
    var meaning = argument.abstract ?? ""
    if let values = argument.allValues, !values.isEmpty {
      meaning += " One of \(values.code)."
    }
    let standard =
      argument.defaultValue.map { "`\($0)`" } ?? (argument.isOptional ? "" : "required")
    return "| `\(name(of: argument).cell)` | \(meaning.cell) | \(standard.cell) |"
  }

  private func name(of argument: CommandTree.Argument) -> String {
    let value = argument.valueName ?? ""
    let more = argument.isRepeating ? " ..." : ""
    guard argument.kind != "positional" else { return "<\(value)>\(more)" }
    let names = (argument.names ?? []).map {
      ($0.kind == "short" ? "-" : "--") + $0.name
    }.joined(separator: ", ")
    return argument.kind == "flag" ? names : "\(names) <\(value)>\(more)"
  }

  /// Paragraphs of help as Markdown: lines that begin with blanks are code.
  private func markdown(_ help: String) -> String {
    var lines: [String] = []
    var isCode = false
    for line in help.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if !isCode, line.hasPrefix("  ") {
        lines.append("```")
        isCode = true
      } else if isCode, !line.isEmpty, !line.hasPrefix("  ") {
        close(&lines)
        isCode = false
      }
      lines.append(isCode ? String(line.dropFirst(2)) : line)
    }
    if isCode { close(&lines) }
    return lines.joined(separator: "\n").trimmingCharacters(in: .newlines)
  }

  /// Ends a block of code before the blank lines at its end.
  private func close(_ lines: inout [String]) {
    while lines.last == "" { lines.removeLast() }
    lines += ["```", ""]
  }
}
