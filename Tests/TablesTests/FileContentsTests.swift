import Foundation
import Tables
import TestSupport
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite("The contents of a file")
struct FileContentsTests {
  @Test("a file that is too large is refused before it is read")
  func size() throws {
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "sparse").path
      #expect(FileManager.default.createFile(atPath: path, contents: nil))
      #expect(truncate(path, 1 << 40) == 0)
      #expect(throws: FileFailure.tooLarge(limit: FileLimit.table)) { try contents(ofFile: path) }
      #expect(throws: FileFailure.tooLarge(limit: 100)) { try contents(ofFile: path, limit: 100) }
      try Data(repeating: 65, count: 100).write(to: URL(filePath: path))
      #expect(try contents(ofFile: path, limit: 100).count == 100)
    }
  }

  @Test("anything but a regular file is refused without opening it")
  func kind() throws {
    try withTemporaryFolder { folder in
      let pipe = folder.appending(path: "pipe").path
      #expect(mkfifo(pipe, 0o600) == 0)
      #expect(throws: FileFailure.notRegular) { try contents(ofFile: pipe) }
      #expect(throws: FileFailure.notRegular) { try contents(ofFile: "/dev/zero") }
      #expect(throws: FileFailure.isDirectory) { try contents(ofFile: folder.path) }
      #expect(throws: FileFailure.missing) { try contents(ofFile: pipe + "s") }
    }
  }

  @Test("a folder below one without permission is not called missing", .enabled(if: geteuid() != 0))
  func forbiddenFolder() throws {
    try withTemporaryFolder { folder in
      let inside = folder.appending(path: "closed/inside").path
      try FileManager.default.createDirectory(
        atPath: inside, withIntermediateDirectories: true)
      #expect(folderFailure(inside) == nil)
      #expect(chmod(folder.path + "/closed", 0) == 0)
      defer { chmod(folder.path + "/closed", 0o700) }
      #expect(folderFailure(inside) == .noPermission)
      #expect(throws: FileFailure.noPermission) { try contents(ofFile: inside + "/a.csv") }
    }
  }

  #if os(Linux)
    @Test("a file that gives a wrong size is refused beyond the limit")
    func lying() throws {
      #expect(try contents(ofFile: "/proc/self/status").count > 100)
      #expect(throws: FileFailure.tooLarge(limit: 100)) {
        try contents(ofFile: "/proc/self/status", limit: 100)
      }
    }
  #endif
}
