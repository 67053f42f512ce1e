import Foundation
import Games
import Tables
import TestSupport
import Testing

@Suite("Reading a game")
struct GameReaderTests {
  private let sound = """
    coalition,value
    B,2
    A,1
    "B; A",5

    """

  private func read(_ text: String) throws -> CooperativeGame {
    try withTemporaryFolder { folder in
      try write(["game.csv": Array(text.utf8)], to: folder)
      return try CooperativeGame.read(file: folder.appending(path: "game.csv").path)
    }
  }

  /// All problems, each as `line: column: message`.
  private func problems(_ text: String) throws -> [String] {
    do {
      _ = try read(text)
      return []
    } catch let found as InputProblems {
      #expect(found.reason == .badData)
      return found.problems.map {
        "\($0.line ?? 0): \($0.column.map { $0 + ": " } ?? "")\($0.message)"
      }
    }
  }

  @Test("members are sorted, and the order of members, rows and columns does not matter")
  func order() throws {
    let game = try read(sound)
    #expect(game.members == ["A", "B"])
    #expect(game.values == [0, 1, 2, 5])
    #expect(try read("value,coalition\n5,A;B\n1,A\n0,\n2,B\n") == game)
  }

  @Test(
    "every mistake is reported with its line",
    arguments: [
      ("A,1\nB,2\n", "3: no row has the coalition A;B; add one"),
      ("A,1\nB,2\nA;B,5\nB;A,5\n", "5: coalition: the coalition B;A has a row already, on line 4"),
      ("A,1\nB,2\nA;B,x\n", "4: value: `x` is not a number"),
      ("A,1\nB,2\nA;B,\n", "4: value: the cell is blank; a number is needed"),
      ("A,1\nB,2\nA;B,nan\n", "4: value: `nan` is not a number; it stands for a missing number"),
      ("A,1\nB,2\nA;;B,5\n", "4: coalition: `A;;B` has an empty name"),
      ("A,1\nB,2\nA;B;A,5\n", "4: coalition: `A;B;A` names A twice"),
      ("A,1\nB,2\nA;B,5\n,3\n", "5: value: the empty coalition has the value 3; it must be 0"),
      (
        "Anna,1\nB,2\nAnna;B,5\nAna;B,3\n",
        "5: coalition: `Ana` has no row of its own; the most similar member is `Anna`"
      ),
      ("A,1\nB,2\nA;B,5,6\n", "4: the row has 3 cells, the header has 2"),
      ("", "1: no row has a single member"),
    ])
  func mistakes(rows: String, expected: String) throws {
    let found = try problems("coalition,value\n" + rows)
    #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
  }

  @Test("all mistakes are reported at once")
  func together() throws {
    let found = try problems("coalition,value\nA,x\nB,2\nA;B,5\nB;A,5\nB;C,1\n")
    #expect(found.count == 3, "\(found)")
  }

  @Test("the header of another table is reported, with the right one")
  func header() throws {
    let found = try problems("coalitions,value\nA,1\n")
    #expect(
      found == [
        "1: coalitions: unknown column; the table must read coalition,value",
        "1: coalition: the column is missing; the table must read coalition,value",
      ])
  }

  @Test("more members than can be split are refused")
  func members() throws {
    let rows = (0..<17).map { "m\($0),1\n" }.joined()
    #expect(
      try problems("coalition,value\n" + rows)
        == ["18: the game has 17 members; at most 16 can be split"])
  }

  @Test("a missing file is reported as missing")
  func missing() throws {
    do {
      _ = try CooperativeGame.read(file: "/nowhere/game.csv")
      Issue.record("a missing file was read")
    } catch let found as InputProblems {
      #expect(found.reason == .unreadable)
      #expect(found.problems.map(\.description) == ["/nowhere/game.csv: the file does not exist"])
    }
  }

  @Test("weights are read in the order of the members, and their mistakes are reported")
  func weights() throws {
    let game = try read(sound)
    let weights = { (rows: String) in
      try withTemporaryFolder { folder in
        try write(["w.csv": Array("member,weight\n\(rows)".utf8)], to: folder)
        return try game.readWeights(file: folder.appending(path: "w.csv").path)
      }
    }
    #expect(try weights("B,3\nA,0.5\n") == [0.5, 3])
    for (rows, expected) in [
      ("A,1\n", "no row gives a weight to B; add one"),
      ("A,1\nB,-1\n", "found -1; must be 0 or more"),
      ("A,1\nB,1\nA,2\n", "A has a weight already, on line 2; give it once"),
      ("A,1\nB,1\nBo,2\n", "`Bo` is no member of the game; the most similar name is `B`"),
      ("A,0\nB,0\n", "all weights are 0; at least one must be above 0"),
    ] {
      do {
        _ = try weights(rows)
        Issue.record("read \(rows)")
      } catch let found as InputProblems {
        #expect(found.problems.map(\.message) == [expected])
        #expect(found.problems.allSatisfy { $0.line != nil })
      }
    }
  }
}
