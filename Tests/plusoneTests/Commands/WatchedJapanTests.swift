import Foundation
import TestSupport
import Testing

/// What Japan would have seen in the past, by the excerpt of BACI.
@Suite("plusone watch on the trade of Japan")
struct WatchedJapanTests {
  /// The folder that `watch` writes as of a year, and its exit status.
  private static func seen(
    _ year: Int, _ check: (_ status: Int32, (String) throws -> [[String: String]]) throws -> Void
  ) throws {
    try withTemporaryFolder { folder in
      let run = try runPlusOne(
        ["watch"] + WatchedTrade.baci + ["--for", "JPN", "--asof", "\(year)", "--out", "seen"],
        in: folder)
      try check(run.status) { name in
        try StudyFiles.rows(folder.appending(path: "seen/\(name).csv"))
      }
    }
  }

  private static func alert(
    on good: String, in rows: [[String: String]]
  ) -> [String: String]? {
    rows.first { $0["good"] == good && $0["origin"] == "CHN" }
  }

  @Test("in 2011 compounds from China had become dear, and fewer came")
  func shock() throws {
    try Self.seen(2011) { status, table in
      #expect(status == 3)
      let found = try #require(Self.alert(on: "284690", in: table("alerts")))
      #expect(found["what"] == "fall; jump" && found["class"] == "B")
      #expect(abs(found.number("z") - 4.3) < 0.05)
    }
  }

  @Test("in 2010 those of cerium had, and China's share of all others was 86.8 % of the tons")
  func before() throws {
    try Self.seen(2010) { _, table in
      let found = try #require(Self.alert(on: "284610", in: table("alerts")))
      #expect(abs(found.number("z") - 4.9) < 0.05)
      let shares = try table("indicators").filter {
        $0["good"] == "284690" && $0["indicator"] == "largest_share"
      }
      #expect(shares.map { $0["origin"] } == ["CHN", "CHN"])
      let amounts = shares.map { (1000 * $0.number("amount")).rounded() / 1000 }
      #expect(amounts == [0.752, 0.868])
    }
  }

  @Test("2022 has a jump again, and 2024 nothing of compounds from China", arguments: [2022, 2024])
  func later(year: Int) throws {
    try Self.seen(year) { _, table in
      let found = Self.alert(on: "284690", in: try table("alerts"))
      #expect((found != nil) == (year == 2022))
      if let found { #expect(found["what"] == "jump; cusum") }
      let marked = try table("imports").filter {
        $0["good"] == "284690" && $0["origin"] == "CHN" && $0["alert"] == "yes"
      }
      #expect(marked.isEmpty == (year == 2024))
    }
  }
}
