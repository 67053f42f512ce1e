import CaseSupport
import Foundation
import Reporting
import Tables
import TestSupport
import Testing

/// Tables of small cases with a unique plan, compared with stored ones. After a wanted change, write them with
/// `PLUSONE_WRITE_GOLDEN=1 swift test --filter GoldenTests` and read the difference.
@Suite("Golden tables")
struct GoldenTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")

  @Test(
    "every cell is that of the golden table",
    arguments: ["goal-reliance", "projects-lumpy", "byproduct"])
  func golden(name: String) throws {
    let view = try #require(try SolvedCase(name).view)
    let stored = Self.folder.appending(path: name)
    if ProcessInfo.processInfo.environment["PLUSONE_WRITE_GOLDEN"] != nil {
      try FileManager.default.createDirectory(at: stored, withIntermediateDirectories: true)
      for table in try PlanTables(view).all {
        try table.write(to: stored.appending(path: "\(table.name).csv").path)
      }
    }
    for table in try PlanTables(view).all {
      let path = stored.appending(path: "\(table.name).csv").path
      let log = ProblemLog()
      let golden = ReportTable(
        table.name, stored: CSVTable(file: path, bytes: try contents(ofFile: path), problems: log))
      #expect(log.isEmpty)
      expectSame(table, golden)
    }
  }

  /// Texts must be equal, numbers to 1e-7 of themselves or of 1.
  private func expectSame(_ table: ReportTable, _ golden: ReportTable) {
    #expect(table.columns == golden.columns)
    #expect(table.rowCount == golden.rowCount, "\(table.name)")
    for row in 0..<min(table.rowCount, golden.rowCount) {
      for column in table.columns {
        let (found, wanted) = (table.text(row, column), golden.text(row, column))
        if let a = table.number(row, column), let b = golden.number(row, column) {
          #expect(
            abs(a - b) <= 1e-7 * max(1, abs(b)), "\(table.name), row \(row + 1), \(column)")
        } else {
          #expect(found == wanted, "\(table.name), row \(row + 1), \(column)")
        }
      }
    }
  }
}
