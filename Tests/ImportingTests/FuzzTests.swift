import Foundation
import Tables
import TestSupport
import Testing

@testable import Importing

/// Spoiled files give problems or tables, never a crash, and the summary counts every figure.
@Suite("Spoiled downloads")
struct FuzzTests {
  private static let tokens = [
    "", ",", "\"", "\n", "\r", "\t", "-1", "nan", "1e400", ">", "W", "\u{0}", "ÿ", "0", "999999",
    "Prod_t_2023", "World", "{", "*a", "284610", "Other", "\u{FEFF}",
  ].map { Array($0.utf8) }

  private func spoiled(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      let start = Int.random(in: 0...bytes.count, using: &generator)
      let end = min(bytes.count, start + Int.random(in: 0...9, using: &generator))
      if Int.random(in: 0..<12, using: &generator) == 0 {
        bytes.removeSubrange(start...)
      } else if Int.random(in: 0..<6, using: &generator) == 0 {
        bytes.insert(UInt8.random(in: 0...255, using: &generator), at: start)
      } else {
        let token = Self.tokens.randomElement(using: &generator) ?? []
        bytes.replaceSubrange(start..<end, with: token)
      }
    }
    return bytes
  }

  private func attempt(_ body: () throws -> ImportRun) throws -> Bool {
    do {
      let run = try body()
      let counted = run.imported.summary.entries.filter { $0.fate != .note }
      #expect(counted.reduce(0) { $0 + $1.count } == run.imported.summary.readCount)
      return true
    } catch let problems as InputProblems {
      #expect(!problems.problems.isEmpty && problems.problems.allSatisfy { !$0.file.isEmpty })
    } catch is ImportConflict {
      Issue.record("nothing was there to disagree with")
    }
    return false
  }

  @Test("spoiled files of UN Comtrade and spoiled maps give problems or tables")
  func comtrade() throws {
    var generator = SeededGenerator(state: 7)
    var readable = 0
    for round in 0..<150 {
      var (file, map) = (Array(Downloads.trade.utf8), Array(Downloads.tradeMap.utf8))
      if round % 3 == 0 {
        map = spoiled(map, &generator)
      } else {
        file = spoiled(file, &generator)
      }
      let text = String(decoding: map, as: UTF8.self)
      if try attempt({ try importing(.comtrade, [("t.csv", file)], map: text) }) { readable += 1 }
    }
    #expect((1..<150).contains(readable))
  }

  @Test("spoiled downloads of other kinds give problems or tables")
  func comtradeKinds() throws {
    let names = [
      "comtradeplus.csv", "comtradeplus-codes.csv", "api-preview.csv", "api-data-frame.csv",
      "bulk.txt", "legacy.csv", "legacy-api.csv", "tidy.csv", "odd-cells.csv",
    ]
    let map = try DownloadedFile.text("comtrade/map.yaml")
    var generator = SeededGenerator(state: 13)
    var readable = 0
    for round in 0..<90 {
      let whole = try DownloadedFile.bytes("comtrade/\(names[round % names.count])")
      let file = spoiled(whole, &generator)
      if try attempt({ try importing(.comtrade, [("t.csv", file)], map: map) }) { readable += 1 }
    }
    #expect((1..<90).contains(readable))
  }

  @Test("spoiled files of BACI, lists of countries and maps give problems or tables")
  func baci() throws {
    let parts = [Downloads.baci(Downloads.baciRows), Downloads.countries, Downloads.tradeMap]
    var generator = SeededGenerator(state: 17)
    var readable = 0
    for round in 0..<150 {
      var texts = parts.map { Array($0.utf8) }
      let chosen = [0, 0, 0, 1, 2][round % 5]
      texts[chosen] = spoiled(texts[chosen], &generator)
      let (map, list) = (
        String(decoding: texts[2], as: UTF8.self), String(decoding: texts[1], as: UTF8.self)
      )
      let file = (Downloads.baciName(2023), texts[0])
      if try attempt({ try importing(.baci, [file], map: map, countries: list) }) { readable += 1 }
    }
    #expect((1..<150).contains(readable))
  }

  @Test("spoiled files of trade give problems or records, with and without a map")
  func records() throws {
    let months = Downloads.comtrade(
      (1...24).map {
        Downloads.month(
          2023, ($0 - 1) % 12 + 1, 392, $0 % 2 == 0 ? "M" : "X", 156, "284610", kg: "\($0)",
          value: "9")
      })
    let wholes = [months, Downloads.trade, Downloads.baci(Downloads.baciRows)]
    var generator = SeededGenerator(state: 19)
    var readable = 0
    for round in 0..<150 {
      let bytes = spoiled(Array(wholes[round % 3].utf8), &generator)
      try withTemporaryFolder { folder in
        try write(["t.csv": bytes, "map.yaml": Array(Downloads.tradeMap.utf8)], to: folder)
        let map = try ImportMap.read(file: folder.appending(path: "map.yaml").path)
        do {
          let found = try TradeRecords.read(
            files: [folder.appending(path: "t.csv").path], map: round % 2 == 0 ? map : nil,
            touching: round % 5 == 0 ? ["JPN"] : nil)
          let counted = found.summary.entries.filter { $0.fate != .note }
          #expect(counted.reduce(0) { $0 + $1.count } == found.summary.readCount)
          #expect(found.records.allSatisfy { $0.period.frequency == found.frequency })
          readable += 1
        } catch let problems as InputProblems {
          #expect(!problems.problems.isEmpty)
        }
      }
    }
    #expect((1..<150).contains(readable))
  }

  @Test("spoiled mineral commodity summaries give problems or tables")
  func usgs() throws {
    let files = [
      Downloads.usgs2022, Downloads.usgs2023, Downloads.usgs2024, Downloads.usgs2025,
    ].map { Array($0.utf8) }
    var generator = SeededGenerator(state: 11)
    var readable = 0
    for round in 0..<200 {
      let whole = round % 5 == 4 ? Downloads.usgs2026 : files[round % 5]
      let file = spoiled(whole, &generator)
      if try attempt({ try importing(.usgs, [("m-raree_world.csv", file)], home: "JPN") }) {
        readable += 1
      }
    }
    #expect((1..<200).contains(readable))
  }

  @Test("spoiled sheets and workbooks of World Mining Data give problems or tables")
  func worldMiningData() throws {
    let csv = Array(MiningWorkbook.csv(MiningWorkbook.nickel).utf8)
    var generator = SeededGenerator(state: 17)
    var readable = 0
    for round in 0..<150 {
      var name = "Nickel.csv"
      var file = spoiled(csv, &generator)
      if round % 2 == 0 {
        // A part of the workbook is spoiled before it is packed, or the archive.
        name = "6.4.xlsx"
        var book = MiningWorkbook.all
        let part = try #require(book.parts.keys.sorted().randomElement(using: &generator))
        if round % 4 == 0 { book.parts[part] = spoiled(book.parts[part] ?? [], &generator) }
        let bytes = try book.bytes()
        file = round % 4 == 0 ? bytes : spoiled(bytes, &generator)
      }
      if try attempt({ try importing(.wmd, [(name, file)], home: "JPN") }) { readable += 1 }
    }
    #expect((1..<150).contains(readable))
  }
}
