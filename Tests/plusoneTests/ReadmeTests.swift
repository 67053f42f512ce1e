import Foundation
import Sourcing
import TestSupport
import Testing

/// The README's examples: every ```console block is run, line by line, and what it prints compared with
/// what the README says, exactly. A block after a line `<!-- not run: why -->` is left out. After a wanted
/// change, write the outputs anew: `PLUSONE_WRITE_README=1 swift test --filter ReadmeTests`.
@Suite("The README")
struct ReadmeTests {
  private static let readme = TestPaths.package.appending(path: "README.md")

  @Test("shows what its commands print")
  func examples() throws {
    let lines = try String(contentsOf: Self.readme, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var actual: [String] = []
    var commandCount = 0
    try withTemporaryFolder { scratch in
      for folder in ["instances", "models"] {
        try FileManager.default.createSymbolicLink(
          at: scratch.appending(path: folder),
          withDestinationURL: TestPaths.package.appending(path: folder))
      }
      var place = 0
      while place < lines.count {
        let isSkipped = place > 0 && lines[place - 1].hasPrefix("<!-- not run")
        actual.append(lines[place])
        place += 1
        guard actual.last == "```console", !isSkipped else { continue }
        let end = lines[place...].firstIndex(of: "```") ?? lines.count
        for command in Self.commands(lines[place..<end]) {
          actual += command + (try Self.run(command, in: scratch))
          commandCount += 1
        }
        place = end
      }
    }
    #expect(commandCount >= 5)
    if ProcessInfo.processInfo.environment["PLUSONE_WRITE_README"] != nil {
      try actual.joined(separator: "\n").write(to: Self.readme, atomically: true, encoding: .utf8)
    } else {
      #expect(actual == lines)
    }
  }

  /// The commands of a block, each with its continuation lines, without what they print.
  private static func commands(_ block: ArraySlice<String>) -> [[String]] {
    var commands: [[String]] = []
    var goesOn = false
    for line in block {
      if line.hasPrefix("$ ") {
        commands.append([line])
      } else if goesOn {
        commands[commands.count - 1].append(line)
      } else {
        continue
      }
      goesOn = line.hasSuffix("\\")
    }
    return commands
  }

  /// The lines that a command prints on a terminal's two streams.
  private static func run(_ command: [String], in folder: URL) throws -> [String] {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command.joined(separator: "\n").dropFirst(2) + "\n"]
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    let programs = executableURL.deletingLastPathComponent().path
    environment["PATH"] = "\(programs):\(environment["PATH"] ?? "")"
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    var lines = String(decoding: output, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last == "" { lines.removeLast() }
    return lines
  }
}
