import Foundation
import LinearProgramming

/// GLPK's own program, `glpsol`, run as a process on a program written to a file.
struct Glpsol {
  let path: String

  /// Nil if it is not installed.
  init?() {
    let directories = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let candidates = directories.map { "\($0)/glpsol" }
    guard let path = candidates.first(where: FileManager.default.isExecutableFile) else {
      return nil
    }
    self.path = path
  }

  static let isInstalled = Glpsol() != nil

  /// Its answer: the objective, or nil if it found no optimum.
  struct Answer {
    var objective: Double?
    var log: String
  }

  /// Writes the program to a file and solves the file.
  func solve(_ program: LinearProgram, as format: ProgramFormat, names: ProgramNames) throws
    -> Answer
  {
    let directory = FileManager.default.temporaryDirectory
      .appending(path: "glpsol-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let file = directory.appending(path: "program")
    let answer = directory.appending(path: "answer")
    var text = ""
    program.write(as: format, names: names, to: &text)
    try text.write(to: file, atomically: true, encoding: .utf8)
    let option =
      switch format {
      case .lp: "--lp"
      case .mps: "--freemps"
      case .glpk: "--glp"
      }
    let log = try run([option, file.path, "--mipgap", "1e-9", "-w", answer.path])
    let solution = (try? String(contentsOf: answer, encoding: .utf8)) ?? ""
    return Answer(objective: Self.objective(in: solution), log: log + solution)
  }

  private func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }

  /// The line `s bas ROWS COLUMNS f f OBJECTIVE` or `s mip ROWS COLUMNS o OBJECTIVE`.
  private static func objective(in solution: String) -> Double? {
    for line in solution.split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.starts(with: ["s", "bas"]), words[4] == "f", words[5] == "f" {
        return Double(words[6])
      }
      if words.starts(with: ["s", "mip"]), words[4] == "o" { return Double(words[5]) }
    }
    return nil
  }
}
