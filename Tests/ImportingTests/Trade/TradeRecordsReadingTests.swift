import Foundation
import Tables
import TestSupport
import Testing

@testable import Importing

@Suite("Reading trade records")
struct TradeRecordsReadingTests {
  private func problems(_ files: [String: String], _ body: ([String]) throws -> Void) throws
    -> [String]
  {
    try withTemporaryFolder { folder in
      try write(files.mapValues { Array($0.utf8) }, to: folder)
      do {
        try body(files.keys.sorted().map { folder.appending(path: $0).path })
        return []
      } catch let error as InputProblems {
        return error.problems.map { $0.description.replacing("\(folder.path)/", with: "") }
      }
    }
  }

  private func read(_ files: [String: String]) throws -> [String] {
    try problems(files) { _ = try TradeRecords.read(files: $0) }
  }

  @Test("files of UN Comtrade and of BACI are told apart by their columns")
  func kinds() throws {
    let baci = Downloads.baci(["2023,156,392,284610,9000,1500"])
    try withTemporaryFolder { folder in
      try write(
        ["a.csv": Array(Downloads.trade.utf8), "b.csv": Array(baci.utf8)], to: folder)
      let path = { (name: String) in folder.appending(path: name).path }
      #expect(try TradeRecords.read(files: [path("a.csv")]).source == .comtrade)
      let found = try TradeRecords.read(files: [path("b.csv")])
      #expect(found.source == .baci && found.records.count == 1)
    }
    let mixed = try read(["a.csv": Downloads.trade, "b.csv": baci])
    #expect(mixed.first?.hasPrefix("b.csv: this is a file of BACI, but") == true)
    #expect(mixed.count == 1)
  }

  @Test("all files that cannot be read are named, with the columns that would be right")
  func wrong() throws {
    let found = try read(["a.csv": "x,y\n1,2\n", "b.csv": "", "c.csv": Downloads.trade])
    #expect(
      found == [
        "a.csv:1: neither a file of UN Comtrade, with the columns refYear, reporterCode, flowCode, partnerCode, cmdCode, netWgt, primaryValue, nor one of BACI, with t, i, j, k, v, q",
        "b.csv:1: the file is empty; its first line must name the columns",
      ])
    let nothing = try read(["a.csv": Downloads.comtrade([])])
    #expect(nothing.count == 1 && nothing[0].contains("nothing in it could be used"))
  }

  @Test("a list of countries is for BACI only")
  func countries() throws {
    let found = try problems(["a.csv": Downloads.trade]) {
      _ = try TradeRecords.read(files: $0, countries: "list.csv")
    }
    #expect(found == ["list.csv: a list of countries is for files of BACI; leave it out"])
  }

  @Test("a pipe is read, though it cannot be opened twice", arguments: [true, false])
  func pipe(isComtrade: Bool) throws {
    let baci = Downloads.baci(["2023,156,392,284610,9000,1500"])
    let text = isComtrade ? Downloads.trade : baci
    try withTemporaryFolder { folder in
      let path = folder.appending(path: "pipe").path
      #expect(mkfifo(path, 0o600) == 0)
      let writer = Process()
      let file = folder.appending(path: "t.csv")
      try Data(text.utf8).write(to: file)
      writer.executableURL = URL(filePath: "/bin/sh")
      writer.arguments = ["-c", "cat \"$0\" > \"$1\"", file.path, path]
      try writer.run()
      let piped = try TradeRecords.read(files: [path])
      writer.waitUntilExit()
      let plain = try TradeRecords.read(files: [file.path])
      #expect(piped.records.map(\.imports) == plain.records.map(\.imports))
      #expect(!piped.records.isEmpty)
    }
  }

  /// A row for each of many partners, months and codes, most of which are not wanted.
  @Test("a large file is read in pieces, and every row is counted")
  func large() throws {
    let count = 150_000
    try withTemporaryFolder { folder in
      let file = folder.appending(path: "large.csv")
      var text = Downloads.comtradeColumns + "\n"
      for row in 0..<count {
        let code = row % 50 == 0 ? "284610" : String(300_000 + row % 7000)
        text += Downloads.month(
          2015 + row / 15_000, row % 12 + 1, [392, 842, 276][row % 3], "M", 156, code, kg: "1000",
          value: String(row + 1))
        text += "\n"
      }
      try Data(text.utf8).write(to: file)
      let map = folder.appending(path: "map.yaml")
      try Data(ComtradeRecordsTests.map.utf8).write(to: map)
      let found = try TradeRecords.read(
        files: [file.path], map: ImportMap.read(file: map.path), touching: ["JPN"])
      #expect(found.summary.readCount == count)
      #expect(found.summary.entries.contains { $0.count == 2000 && $0.fate == .setAside })
      #expect(text.utf8.count > 20_000_000 && !found.records.isEmpty)
    }
  }
}
