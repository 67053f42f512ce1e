import Foundation
import Games
import TestSupport
import Testing

@Suite("plusone split")
struct SplitCommandTests {
  private let glove = GloveGame.table
  private let airport = """
    coalition,value
    a,1
    b,3
    c,6
    a;b,3
    a;c,6
    b;c,6
    a;b;c,6

    """

  private func split(_ game: String, weights: String? = nil, _ options: String...) throws
    -> RunResult
  {
    try withTemporaryFolder { folder in
      var files = ["game.csv": Array(game.utf8)]
      var arguments = ["split", "game.csv"] + options
      if let weights {
        files["weights.csv"] = Array(weights.utf8)
        arguments += ["--weights", "weights.csv"]
      }
      try write(files, to: folder)
      return try runPlusOne(arguments, in: folder)
    }
  }

  private struct Answer: Decodable {
    struct Split: Decodable {
      struct Objection: Decodable {
        var coalition: [String]
        var excess: Double
      }
      var amounts: [String: Double]
      var inCore: Bool
      var objections: [Objection]
    }
    var coreIsEmpty: Bool
    var leastCoreValue: Double?
    var hasImputation: Bool
    var shapley: Split?
    var proportional: Split?
    var nucleolus: Split?
  }

  private func answer(_ run: RunResult) throws -> Answer {
    #expect(run.status == 0)
    #expect(run.errors == "")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Answer.self, from: Data(run.output.utf8))
  }

  @Test("JSON: the cost of the airport is split")
  func json() throws {
    let answer = try answer(split(airport, "--cost", "--format", "json"))
    for (found, expected) in [
      (answer.shapley, ["a": 1.0 / 3, "b": 4.0 / 3, "c": 13.0 / 3]),
      (answer.nucleolus, ["a": 0.5, "b": 1.25, "c": 4.25]),
    ] {
      let found = try #require(found)
      #expect(found.amounts.keys.sorted() == expected.keys.sorted())
      for (member, amount) in expected {
        #expect(abs((found.amounts[member] ?? .nan) - amount) < 1e-9)
      }
      #expect(found.inCore)
    }
    #expect(answer.proportional == nil)
    #expect(!answer.coreIsEmpty)
    #expect(answer.hasImputation)
  }

  @Test("JSON: without --cost the values are savings, and no imputation exists")
  func savings() throws {
    let answer = try answer(split(airport, "--format", "json"))
    #expect(!answer.hasImputation)
    #expect(answer.nucleolus == nil)
    #expect(answer.coreIsEmpty)
    #expect(answer.shapley?.inCore == false)
  }

  @Test("table: it is aligned, and says what is in the core and who objects")
  func table() throws {
    let run = try split(glove, weights: "member,weight\nleft,2\nright,1\nother,1\n")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(
      run.output == """
        Split of a common saving among 3 members: together they save 1.000.
        The core is not empty: there are splits under which no coalition gains by leaving.

          member       saving alone  shapley  proportional  nucleolus
          left                    0    0.667         0.500      1.000
          other                   0    0.167         0.250          0
          right                   0    0.167         0.250          0
          all                     0    1.000         1.000      1.000
          in the core                     no            no        yes

          shapley: each member gets the mean of what it adds to the saving when the members join one after
            another, over all orders; so what counts is how much the others need it
          proportional: each member gets a part of the saving in proportion to its weight; so a large member
            gets much, whatever it adds
          nucleolus: no member does worse than by itself, and the largest gain that any group could have by
            leaving is as small as possible; so it is the split that holds the members together best

        Under shapley 2 coalitions would gain if they left, because their members would save more by
          themselves.
          coalition   saving by itself  gets in split  gain if it leaves
          left;other             1.000          0.833              0.167
          left;right             1.000          0.833              0.167

        Under proportional 2 coalitions would gain if they left, because their members would save more by
          themselves.
          coalition   saving by itself  gets in split  gain if it leaves
          left;other             1.000          0.750              0.250
          left;right             1.000          0.750              0.250

        """)
  }

  @Test("CSV: there is a row for each split and member")
  func csv() throws {
    let run = try split(glove, "--format", "csv")
    let lines = run.output.split(separator: "\n").map { $0.split(separator: ",") }
    #expect(
      lines[0].joined(separator: ",")
        == "split,member,alone,amount,in_core,objecting,worst_coalition,worst_excess")
    #expect(lines.count == 7)
    #expect(lines[1].prefix(3) == ["shapley", "left", "0"])
    #expect(lines[1][4...6] == ["false", "2", "left;other"])
    #expect(lines[4] == ["nucleolus", "left", "0", "1", "true", "0"])
  }

  @Test("bad data have status 65, with file and line of every mistake; a missing file has 66")
  func mistakes() throws {
    let bad = try split("coalition,value\nA,1\nB,x\nA;B,2\nB;A,2\n")
    #expect(bad.status == 65)
    #expect(bad.output == "")
    #expect(bad.errors.contains("game.csv:3: value: `x` is not a number"))
    #expect(bad.errors.contains("game.csv:5: coalition: the coalition B;A has a row already"))

    let missing = try runPlusOne(["split", "/nowhere/game.csv"])
    #expect(missing.status == 66)
    #expect(missing.errors.contains("/nowhere/game.csv: the file does not exist"))

    let weights = try split(glove, weights: "member,weight\nleft,1\n")
    #expect(weights.status == 65)
    #expect(weights.errors.contains("weights.csv:2: no row gives a weight to right; add one"))
    #expect(try runPlusOne(["split"]).status == 64)
  }

  @Test("the example in its help runs")
  func help() throws {
    let help = try runPlusOne(["split", "--help"]).output
    let lines = help.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    let start = try #require(lines.firstIndex(of: "coalition,value"))
    let game = lines[start..<(start + 8)].joined(separator: "\n")
    let run = try split(game, "--cost")
    #expect(run.status == 0)
    #expect(run.output.contains("Split of a common cost among 3 members: together they pay 11.00."))
  }
}
