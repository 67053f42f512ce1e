import Foundation
import Storage
import TestSupport
import Testing

@Suite("Output folders", .serialized)
struct OutputFolderTests {
  private func write(_ text: String, to path: String) throws {
    try OutputFolder.write(to: path, knownFiles: ["a.csv", "mark"], marker: "mark") { folder in
      for file in ["a.csv", "mark"] {
        try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(file)"))
      }
    }
  }

  private func entries(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  @Test("are written whole, with the folders above them, and replaced whole")
  func replaced() throws {
    try withTemporaryFolder { scratch in
      let path = scratch.appending(path: "deep/er/plan").path
      try write("old", to: path)
      try write("new", to: path)
      #expect(try String(contentsOfFile: path + "/a.csv", encoding: .utf8) == "new")
      #expect(try entries(scratch.appending(path: "deep/er")) == ["plan"])
    }
  }

  @Test("are left alone where they hold anything that is not ours")
  func foreign() throws {
    try withTemporaryFolder { scratch in
      let path = scratch.appending(path: "plan").path
      try write("old", to: path)
      try Data("notes".utf8).write(to: URL(filePath: path + "/notes.txt"))
      #expect(throws: OutputFailure.self) { try write("new", to: path) }
      #expect(try String(contentsOfFile: path + "/a.csv", encoding: .utf8) == "old")
      #expect(try entries(scratch) == ["plan"])
    }
  }

  @Test("are left alone where the marker is missing, and files are never replaced")
  func unmarked() throws {
    try withTemporaryFolder { scratch in
      let folder = scratch.appending(path: "tables")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data("mine".utf8).write(to: folder.appending(path: "a.csv"))
      #expect(throws: OutputFailure.self) { try write("new", to: folder.path) }
      #expect(throws: OutputFailure.self) {
        try write("new", to: folder.appending(path: "a.csv").path)
      }
      #expect(throws: OutputFailure.self) {
        try write("new", to: folder.appending(path: "a.csv/plan").path)
      }
      #expect(try entries(folder) == ["a.csv"])
    }
  }

  @Test("stay as they were when writing fails half-way")
  func failing() throws {
    struct Stop: Error {}
    try withTemporaryFolder { scratch in
      let path = scratch.appending(path: "plan").path
      try write("old", to: path)
      #expect(throws: OutputFailure.self) {
        try OutputFolder.write(to: path, knownFiles: ["a.csv", "mark"], marker: "mark") { folder in
          try Data("half".utf8).write(to: URL(filePath: "\(folder)/a.csv"))
          throw Stop()
        }
      }
      #expect(try String(contentsOfFile: path + "/a.csv", encoding: .utf8) == "old")
      #expect(try entries(scratch) == ["plan"])
    }
  }

  @Test("are followed through symbolic links")
  func links() throws {
    try withTemporaryFolder { scratch in
      let real = scratch.appending(path: "real").path
      let link = scratch.appending(path: "link").path
      try write("old", to: real)
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: real)
      try write("new", to: link)
      #expect(try String(contentsOfFile: real + "/a.csv", encoding: .utf8) == "new")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == real)
    }
  }
}
