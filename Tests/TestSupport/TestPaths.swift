public import Foundation

/// Where the files for tests are.
public enum TestPaths {
  /// The package's folder.
  public static let package = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Small instances with known optima, each a folder with `model.yaml` and `expected.yaml`.
  public static let cases = package.appending(path: "Tests/Cases")

  public static func `case`(_ name: String) -> String { cases.appending(path: name).path }

  public static var caseNames: [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: cases.path)
    return (names ?? []).filter { !$0.contains(".") }.sorted()
  }

  /// The instances that come with the program.
  public static func instance(_ name: String) -> String {
    package.appending(path: "instances/\(name)").path
  }

  /// The models that come with the program.
  public static var modelNames: [String] {
    let files = try? FileManager.default.contentsOfDirectory(
      atPath: package.appending(path: "models").path)
    return (files ?? []).filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  public static func model(_ name: String) -> String {
    package.appending(path: "models/\(name).yaml").path
  }
}

/// A new empty folder that is removed with everything in it when `body` returns.
public func withTemporaryFolder<Answer>(_ body: (URL) throws -> Answer) throws -> Answer {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "plusone-test-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}

/// Writes an instance's files into a folder.
public func write(_ files: [String: [UInt8]], to folder: URL) throws {
  for (name, bytes) in files { try Data(bytes).write(to: folder.appending(path: name)) }
}
