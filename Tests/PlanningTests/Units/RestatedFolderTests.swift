import Foundation
import Tables
import TestSupport
import Testing

/// Not a test but a tool: `scripts/restate` uses it to write an instance in other units.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["PLUSONE_RESTATE"] != nil))
struct RestatedFolderTests {
  private let environment = ProcessInfo.processInfo.environment

  @Test("writes an instance in other units to a folder")
  func writesFolder() throws {
    let source = try #require(environment["PLUSONE_RESTATE"])
    let folder = URL(filePath: try #require(environment["PLUSONE_RESTATE_TO"]))
    var files = try self.files(source)
    files = try changed(files)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write(try files.restated(try restatement(of: files)).bytes, to: folder)
  }

  /// A folder, or `random:SEED`.
  private func files(_ source: String) throws -> InstanceFiles {
    if source.hasPrefix("random:"), let seed = UInt64(source.dropFirst(7)) {
      return RandomCase(seed: seed).files
    }
    return try InstanceFiles(folder: source, model: environment["PLUSONE_RESTATE_MODEL"])
  }

  /// With 1e10 in the cell that a seed draws, if there is a seed.
  private func changed(_ files: InstanceFiles) throws -> InstanceFiles {
    guard let seed = environment["PLUSONE_RESTATE_LARGE"].flatMap({ UInt64($0) }),
      let cell = NumberCell(of: files, seed: seed)
    else { return files }
    return files.replacing(cell, with: "1e10")
  }

  /// One factor for all quantities, or several such as `ore=1e-9,oxide=1e9`.
  private func restatement(of files: InstanceFiles) throws -> Restatement {
    let money = try DecimalNumber.parse(environment["PLUSONE_RESTATE_MONEY"] ?? "1")
    let text = environment["PLUSONE_RESTATE_QUANTITY"] ?? "1"
    if let factor = try? DecimalNumber.parse(text) {
      return Restatement(of: files, quantity: factor, money: money)
    }
    var restatement = Restatement(money: money)
    for pair in text.split(separator: ",") {
      let parts = pair.split(separator: "=").map(String.init)
      guard parts.count == 2 else { continue }
      restatement.quantities[parts[0]] = try DecimalNumber.parse(parts[1])
    }
    return restatement
  }
}
