import Foundation
import Sourcing
import TestSupport
import Testing

/// The examples of all pages: every ```console block is run, line by line, and what it prints is compared with what
/// the page says, exactly. The excerpt of BACI in `Tests/Downloads` is the folder `baci` there. A block after a line `<!-- not run: why -->` is left out; a block after a line
/// `<!-- file: NAME -->` is written to that file first. A block after `<!-- long -->` takes minutes: it is run only with
/// `PLUSONE_LONG_TESTS`, by the program that `PLUSONE_LONG_PROGRAM` names (a release build), else by the built one. After
/// a wanted change, write the outputs anew: `PLUSONE_WRITE_README=1 swift test --filter ReadmeTests`.
@Suite("The examples of a page")
struct ReadmeTests {
  /// Pages that have examples, as paths in the repository.
  static let pages: [String] = {
    let root = TestPaths.package
    let listed = { (folder: String) in
      (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path))
        ?? []
    }
    let docs = listed("docs").filter { $0.hasSuffix(".md") }.map { "docs/\($0)" }
    let instances = listed("instances").map { "instances/\($0)/README.md" }
    let all =
      ["README.md", "models/README.md", "instances/README.md"] + (docs + instances).sorted()
    return all.filter { page in
      let text = try? String(contentsOf: root.appending(path: page), encoding: .utf8)
      return text?.contains("```console\n") ?? false
    }
  }()

  /// The pages, each with a number of commands that it runs at least.
  static let leastCounts = [
    "README.md": 1, "docs/early-warning.md": 1, "docs/guide.md": 13, "docs/importing.md": 1,
    "docs/pictures.md": 1,
    "docs/provenance.md": 7, "docs/reliability.md": 0, "docs/uncertainty.md": 9,
    "instances/README.md": 2, "instances/batteries/README.md": 10,
    "instances/critical-minerals/README.md": 11,
    "instances/japan-rare-earths/README.md": 9,
    "instances/japan-rare-earths-2020/README.md": 7,
    "instances/pharmaceuticals/README.md": 10, "instances/semiconductors/README.md": 10,
    "models/README.md": 2,
  ]

  @Test("are found on the pages that have them")
  func found() {
    #expect(Self.pages.sorted() == Self.leastCounts.keys.sorted())
  }

  @Test("print what the page says", arguments: pages)
  func examples(page: String) throws {
    let file = TestPaths.package.appending(path: page)
    let lines = try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var actual: [String] = []
    var commandCount = 0
    try withTemporaryFolder { scratch in
      for (name, folder) in [
        ("instances", "instances"), ("models", "models"), ("baci", "Tests/Downloads/baci"),
      ] {
        try FileManager.default.createSymbolicLink(
          at: scratch.appending(path: name),
          withDestinationURL: TestPaths.package.appending(path: folder))
      }
      var place = 0
      while place < lines.count {
        let note = place > 0 ? lines[place - 1].trimmingCharacters(in: .whitespaces) : ""
        actual.append(lines[place])
        place += 1
        guard lines[place - 1].trimmingCharacters(in: .whitespaces).hasPrefix("```") else {
          continue
        }
        let end =
          lines[place...].firstIndex { $0.trimmingCharacters(in: .whitespaces) == "```" }
          ?? lines.count
        let isLong = note == "<!-- long -->"
        let isRun = isLong ? Self.runsLong : !note.hasPrefix("<!-- not run")
        if lines[place - 1] == "```console", isRun {
          let program = isLong ? Self.longProgram : executableURL
          for command in Self.commands(lines[place..<end]) {
            actual += command + (try Self.run(command, with: program, in: scratch))
            if !isLong { commandCount += 1 }
          }
        } else {
          if let name = Self.fileName(note) {
            try Self.write(lines[place..<end], as: name, in: scratch)
          }
          actual += lines[place..<end]
        }
        if end < lines.count { actual.append(lines[end]) }
        place = end + 1
      }
    }
    #expect(commandCount >= (try #require(Self.leastCounts[page])))
    if ProcessInfo.processInfo.environment["PLUSONE_WRITE_README"] != nil {
      try actual.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(actual == lines)
    }
  }

  private static let runsLong = ProcessInfo.processInfo.environment["PLUSONE_LONG_TESTS"] != nil

  /// The program of long blocks, an absolute path of a file named `plusone`.
  private static let longProgram =
    ProcessInfo.processInfo.environment["PLUSONE_LONG_PROGRAM"].map { URL(filePath: $0) }
    ?? executableURL

  /// The name in a line `<!-- file: NAME -->`.
  private static func fileName(_ line: String) -> String? {
    guard line.hasPrefix("<!-- file: "), line.hasSuffix(" -->") else { return nil }
    return String(line.dropFirst("<!-- file: ".count).dropLast(" -->".count))
  }

  /// Writes the lines of a block, without the indent of its first line, to a file.
  private static func write(_ block: ArraySlice<String>, as name: String, in folder: URL) throws {
    let indent = block.first?.prefix { $0 == " " }.count ?? 0
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try block.map { $0.dropFirst(indent) + "\n" }.joined()
      .write(to: file, atomically: true, encoding: .utf8)
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

  /// The lines that a command prints on a terminal's two streams, without those of progress, which come after a minute.
  private static func run(_ command: [String], with program: URL, in folder: URL) throws -> [String]
  {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command.joined(separator: "\n").dropFirst(2) + "\n"]
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    let programs = program.deletingLastPathComponent().path
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
      .filter { $0.wholeMatch(of: /plusone: .*, [0-9.]+ (s|min|h)(, .*)?/) == nil }
    while lines.last == "" { lines.removeLast() }
    return lines
  }
}
