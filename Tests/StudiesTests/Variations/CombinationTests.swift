import Sourcing
import SourcingFiles
import Studies
import TestSupport
import Testing

@Suite("Combinations of variations")
struct CombinationTests {
  private static let listed = """
    variations:
      - {name: more, edit: [{table: demands, column: quantity, multiply: 2}]}
      - {name: plus, edit: [{table: demands, column: quantity, add: 10}]}
      - {name: tight, set: {cap: 40%}, edit: [{assumption: mining, at: high}]}

    """

  @Test("apply the edits in the order listed, the parameters and the assumptions")
  func order() throws {
    try StudyText.read(Self.listed + "combine: [[more, plus], [plus, tight, more]]") { study in
      #expect(
        study.variations.map(\.name)
          == ["as-is", "more", "plus", "tight", "more+plus", "plus+tight+more"])
      let quantities = study.variations.map {
        $0.instance.demands[region: 0, commodity: 2, period: 0].quantity
      }
      #expect(quantities == [40, 80, 50, 40, 90, 100])
      #expect(study.variations.map(\.settings).map(\.count) == [0, 0, 0, 1, 0, 1])
      let costs = study.variations.map { $0.instance.facilities[0].unitCost[0] }
      #expect(costs == [2, 2, 2, 3, 2, 3])
      #expect(study.runs.count == 12)
      #expect(study.runs.contains { $0.name == "model/more+plus/joint" })
      let cells = study.variations[4].editedCells
      #expect(cells.count == 4 && cells.prefix(2).allSatisfy { $0.edit.hasSuffix(":5") })
      #expect(study.variations.allSatisfy { $0.probability == nil })
    }
  }

  @Test("of all are every two or more, smaller ones first")
  func all() throws {
    try StudyText.read(Self.listed + "combine: all") { study in
      #expect(
        study.variations.dropFirst(4).map(\.name)
          == ["more+plus", "more+tight", "plus+tight", "more+plus+tight"])
      #expect(Set(study.runs.map { study.key(of: $0, program: "p") }).count == 16)
    }
  }

  private static let faults: [(combine: String, problem: String)] = [
    ("[[more, pluss]]", "study.yaml:8: combine: unknown variation `pluss`; the most similar"),
    ("[[more, more]]", "study.yaml:8: combine: the variation `more` is listed twice"),
    ("[[more, as-is]]", "study.yaml:8: combine: `as-is` changes nothing; leave it out"),
    ("[[more]]", "study.yaml:8: combine: found one variation; a combination is a list"),
    ("[more, plus]", "study.yaml:8: combine: found `more`; a combination is a list"),
    ("some", "study.yaml:8: combine: found `some`; must be all, or a list of lists"),
    ("[]", "study.yaml:8: combine: found an empty list; must be all, or a list of lists"),
    (
      "[[more, plus], [plus, more]]",
      "study.yaml:8: combine: line 8 combines the same variations as plus+more"
    ),
  ]

  @Test("with mistakes are reported with their lines", arguments: faults.indices)
  func mistakes(index: Int) throws {
    let (combine, problem) = Self.faults[index]
    let problems = try StudyText.problems(Self.listed + "combine: \(combine)")
    #expect(problems.count >= 1 && problems[0].hasPrefix(problem), "\(problems)")
  }

  @Test("need variations")
  func without() throws {
    #expect(
      try StudyText.problems("combine: all") == [
        "study.yaml:4: combine: there are no `variations` that could be combined"
      ])
    let one = "variations: [{name: a, set: {cap: 1}}]\ncombine: all"
    #expect(
      try StudyText.problems(one) == [
        "study.yaml:5: combine: `all` combines two or more variations, and there is one"
      ])
  }

  @Test("of all are at most 1,000")
  func tooMany() throws {
    let items = { (count: Int) in
      "variations:\n"
        + (0..<count).map { "  - {name: v\($0), set: {p\($0): 1}}\n" }.joined() + "combine: all"
    }
    let problems = try StudyText.problems(items(10))
    #expect(problems.count == 1)
    #expect(
      problems[0].hasPrefix(
        "study.yaml:15: combine: `all` of 10 variations makes 1013 combinations, and a study may have 1000; "
      ), "\(problems)")
    try StudyText.read(items(9)) { #expect($0.variations.count == 1 + 512 - 1) }
    #expect(try StudyText.problems(items(70))[0].contains("more than 1000000000"))
  }

  private static let collisions = """
    variations:
      - {name: a, edit: [{table: demands, where: {region: JPN}, column: quantity, set: 50}], set: {cap: 40%}}
      - {name: b, edit: [{table: demands, column: quantity, set: 50.0}, {assumption: mining, at: low}]}
      - {name: c, edit: [{table: demands, column: quantity, set: 60}]}
      - {name: d, set: {cap: 30%}, edit: [{assumption: mining, at: 0.5}]}
      - {name: e, edit: [{table: demands, column: quantity, multiply: 2}]}

    """

  @Test("that give one cell, parameter or assumption two values are errors, each once")
  func collisions() throws {
    let combine = "combine: [[a, b], [a, c], [a, d], [b, d], [b, c], [a, b, c], [c, e]]"
    let problems = try StudyText.problems(Self.collisions + combine)
    #expect(problems.allSatisfy { $0.hasPrefix("study.yaml:10: combine: ") }, "\(problems)")
    let pieces = [
      "`a` and `c` cannot be combined: they set the same cell to two values, demands.csv:2: quantity to `50` (",
      "`a` and `d` cannot be combined: they set the parameter `cap` to `40%` and to `30%`",
      "`b` and `d` cannot be combined: they put the assumption `mining` at -1 (line 6) and at 0.5 (line 8)",
      "`b` and `c` cannot be combined: they set the same cell to two values, demands.csv:2: quantity to `50` (",
    ]
    #expect(problems.count == pieces.count, "\(problems)")
    for (problem, piece) in zip(problems, pieces) { #expect(problem.contains(piece), "\(problem)") }
    #expect(problems.last?.hasSuffix(", and 1 more cell alike") == true)
  }

  @Test("that are right although their parts meet in a cell are made")
  func compatible() throws {
    try StudyText.read(Self.collisions + "combine: [[a, b], [c, e]]") { study in
      let quantities = study.variations.suffix(2).map {
        $0.instance.demands[region: 0, commodity: 2, period: 0].quantity
      }
      #expect(quantities == [50, 120])
    }
  }

  @Test("whose tables are wrong only together say so")
  func wrongTogether() throws {
    let text = """
      variations:
        - {name: a, edit: [{table: facilities, where: {facility: s1}, column: minimum, set: 100}]}
        - {name: b, edit: [{table: facilities, where: {facility: s1}, column: capacity, set: 90}]}
      combine: [[a, b]]
      """
    let problems = try StudyText.problems(text)
    #expect(problems.count == 1)
    #expect(problems[0].contains("in the combination `a+b`, "), "\(problems)")
  }
}
