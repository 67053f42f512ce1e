public import Foundation

/// How a program ended and what it printed.
public struct RunResult: Sendable {
  public var status: Int32
  public var output: String
  public var errors: String
  /// Whether a signal ended the run: it crashed or was killed.
  public var wasSignalled: Bool
}

/// The built `plusone`, next to the test executable.
public let executableURL: URL = {
  let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "plusone")
  let built = TestPaths.package.appending(path: ".build/debug/plusone")
  return FileManager.default.isExecutableFile(atPath: beside.path) ? beside : built
}()

/// The standard output of a bash script, in which `$PLUSONE` is the built executable.
public func shell(_ script: String, in folder: URL? = nil) throws -> String {
  let process = Process()
  let pipe = Pipe()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = ["bash", "-c", script]
  process.currentDirectoryURL = folder
  process.environment = ProcessInfo.processInfo.environment.merging(
    ["PLUSONE": executableURL.path]
  ) { $1 }
  process.standardOutput = pipe
  try process.run()
  let output = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return String(decoding: output, as: UTF8.self)
}

/// Runs the built executable to its end.
public func runPlusOne(
  _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:]
) throws -> RunResult {
  try run(executableURL, arguments, in: folder, environment: environment)
}

/// Runs a program to its end, with `environment` added to the environment of the tests.
public func run(
  _ program: URL, _ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:]
) throws -> RunResult {
  let process = Process()
  process.executableURL = program
  process.arguments = arguments
  process.currentDirectoryURL = folder
  process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
  process.standardInput = FileHandle.nullDevice
  return try withTemporaryFolder { scratch in
    let (output, errors) = (scratch.appending(path: "out"), scratch.appending(path: "err"))
    for file in [output, errors] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return RunResult(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self),
      wasSignalled: process.terminationReason == .uncaughtSignal)
  }
}
