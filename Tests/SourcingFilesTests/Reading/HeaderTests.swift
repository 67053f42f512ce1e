import Foundation
import SourcingFiles
import Tables
import TestSupport
import Testing

@Suite("First lines of tables")
struct HeaderTests {
  /// The problems of the sample instance with another content of `blocs.csv`.
  private func problems(_ text: String) throws -> [String] {
    try withTemporaryFolder { folder in
      var files = SampleInstance.bytes
      files["blocs.csv"] = Array(text.utf8)
      try write(files, to: folder)
      do throws(InputProblems) {
        _ = try InstanceTables.read(folder: folder.path)
        return []
      } catch {
        return error.problems.map {
          $0.description.replacing(folder.path + "/", with: "")
        }
      }
    }
  }

  @Test("a first line that names no column is one problem")
  func noHeader() throws {
    #expect(
      try problems("allies,JPN\nallies,AUS\n") == [
        "blocs.csv:1: found `allies,JPN`; the first line must name the columns, such as bloc,region"
      ])
  }

  @Test("a title above the header is one problem, which says where the header is")
  func title() throws {
    #expect(
      try problems("Blocs of 2025\n\nbloc,region\nallies,JPN\nallies,AUS\n") == [
        "blocs.csv:1: found `Blocs of 2025`; the first line must name the columns, such as bloc,region; line 3 does: "
          + "remove what stands above it"
      ])
  }

  @Test("a column in another spelling is one problem, and not a missing one too")
  func spelling() throws {
    for name in ["Region", "REGION", "regon"] {
      #expect(
        try problems("bloc,\(name)\nallies,JPN\n") == [
          "blocs.csv:1: \(name): unknown column; the column `region` is missing: is this it?"
        ])
    }
    #expect(try problems("bloc,colour\nallies,JPN\n").count == 2)
  }

  @Test("mistakes in rows under a right header are all noted")
  func rows() throws {
    #expect(
      try problems("bloc,region\nallies\nallies,JPN,1\n").map { $0.prefix(12) }
        == ["blocs.csv:2:", "blocs.csv:3:"])
  }
}
