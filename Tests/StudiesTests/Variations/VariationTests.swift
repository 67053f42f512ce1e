import Sourcing
import SourcingFiles
import Studies
import Tables
import TestSupport
import Testing

@Suite("Variations of a study")
struct VariationTests {
  private static func variations(_ items: String...) -> String {
    "variations:\n" + items.map { "  - \($0)" }.joined(separator: "\n")
  }

  @Test("set parameters, which win over those of options whose models know them")
  func settings() throws {
    try StudyText.read(
      Self.variations("{name: tight, set: {cap: 40%}}", "{name: slow, set: {tempo: 10%}}")
    ) { study in
      let settings = study.runs.map { study.settings(of: $0) }
      #expect(
        settings == [
          ["cap": "60%"], ["cap": "40%"], ["cap": "60%"], [:], [:], ["tempo": "10%"],
        ])
      let keys = study.runs.map { study.key(of: $0, program: "p") }
      // A run is the same where nothing of it is set.
      #expect(keys[1] != keys[0] && keys[2] == keys[0])
      #expect(keys[4] == keys[3] && keys[5] != keys[3])
      #expect(study.warnings.isEmpty)
      #expect(study.variations[1].instance.contentHash == study.variations[0].instance.contentHash)
    }
  }

  @Test("set others_keep, which every model knows, and parameters of the instance")
  func knownToAll() throws {
    try StudyText.read(
      Self.variations("{name: a, set: {others_keep: 50%}}", "{name: b, set: {rival: AUS}}")
    ) { study in
      #expect(study.settings(of: study.runs[1])["others_keep"] == "50%")
      #expect(study.settings(of: study.runs[4])["others_keep"] == "50%")
      // No model refers to it.
      let messages = study.warnings.map(\.message)
      #expect(messages.count == 1)
      #expect(
        messages[0].hasPrefix(
          "the variation `b` sets `rival`, which no option's model uses; known: "))
    }
  }

  @Test("that set a parameter which no model uses are warnings with the line and similar names")
  func unused() throws {
    try StudyText.read(
      Self.variations("{name: a, set: {floor: 1}}", "{name: b, set: {tempi: 20%}}")
    ) { study in
      #expect(study.warnings.map(\.line) == [5, 6])
      #expect(study.warnings.map(\.column) == ["set", "set"])
      let messages = study.warnings.map(\.message)
      #expect(messages[0] == "the variation `a` sets `floor`, which no option's model uses")
      #expect(
        messages[1].hasPrefix("the variation `b` sets `tempi`, which no option's model uses; "))
      #expect(messages[1].contains("`tempo`"))
    }
  }

  @Test("put assumptions at places, after their edits")
  func assumptions() throws {
    let items = """
      {name: dear, edit: [{assumption: mining, at: high}, \
      {table: facilities, where: {facility: m1}, column: unit_cost, set: 4}]}
      """
    try StudyText.read(
      Self.variations(items, "{name: half, edit: [{assumption: mining, at: -0.5}]}")
    ) { study in
      // m1 costs 2 and m2 3; the range is from 0.8 to 1.5.
      #expect(study.variations[1].instance.facilities[0].unitCost[0] == 6)
      #expect(study.variations[1].instance.facilities[1].unitCost[0] == 4.5)
      #expect(study.variations[2].instance.facilities[0].unitCost[0] == 1.8)
      let edits = study.variations[1].editedCells.map(\.edit)
      #expect(edits[0].hasSuffix("study.yaml:5"))
      #expect(edits.dropFirst().allSatisfy { $0.contains("assumptions.csv:") } && edits.count > 2)
    }
  }

  @Test("with assumptions are those of one application of all of them")
  func together() throws {
    let items = "{name: a, edit: [{assumption: mining, at: low}, {assumption: delay, at: 1}]}"
    try StudyText.read(Self.variations(items)) { study in
      let (tables, instance) = try InstanceReader.readWithTables(folder: study.instanceFolder)
      let places = try [("mining", -1.0), ("delay", 1.0)].map { id, z in
        AssumptionPlace(
          instance.assumptions[try #require(instance.assumptions.index(of: id))], at: z)
      }
      let hash = try tables.applying(places).compile().contentHash
      let none = try tables.applying([]).contentHash
      #expect(hash != none)
      let cells = try tables.applying(places).editedCells
      #expect(study.variations[1].editedCells == cells)
    }
  }

  @Test("have probabilities")
  func probabilities() throws {
    try StudyText.read(
      Self.variations(
        "{name: a, probability: 30%, set: {cap: 1}}", "{name: b, probability: 0.7, set: {cap: 0}}",
        "{name: c, set: {cap: 10%}}")
    ) { study in
      #expect(study.variations.map(\.probability) == [nil, 0.3, 0.7, nil])
    }
  }

  private static let faults: [(item: String, problem: String)] = [
    ("{name: a}", "study.yaml:5: a variation has `edit`, `set` or both"),
    ("{name: a, set: [cap]}", "study.yaml:5: set: found a list; must be a mapping of parameters"),
    ("{name: a, set: {cap: }}", "study.yaml:5: set: cap: found nothing; give a value"),
    (
      "{name: a, probability: 1.2, set: {cap: 1}}",
      "study.yaml:5: probability: found 1.2; must be 0 to 1"
    ),
    (
      "{name: a, edit: [{assumption: minning, at: low}]}",
      "study.yaml:5: assumption: unknown assumption `minning`; the most similar name is `mining`"
    ),
    (
      "{name: a, edit: [{assumption: mining, at: 2}]}",
      "study.yaml:5: at: found `2`; must be low, high or a number from -1 (low) to 1 (high)"
    ),
    (
      "{name: a, edit: [{assumption: mining}]}",
      "study.yaml:5: at: the key `at` is missing"
    ),
    ("{name: a, edit: [{at: low}]}", "study.yaml:5: assumption: the key `assumption` is missing"),
    (
      "{name: a, edit: [{assumption: mining, at: low}, {assumption: mining, at: high}]}",
      "study.yaml:5: assumption: line 5 places the assumption `mining` already"
    ),
    (
      "{name: a, edit: [{table: demands, where: {region: [JPN, '>1']}, column: quantity, add: 1}]}",
      "study.yaml:5: where: `region`: found `>1` in a list"
    ),
    (
      "{name: a, edit: [{table: capacities, where: {period: 2021..2030}, column: capacity, add: 1}]}",
      "study.yaml:5: where: period: unknown period `2030`"
    ),
    (
      "{name: a, edit: [{table: demands, column: quantity, add: 30%}]}",
      "study.yaml:5: add: "
    ),
  ]

  @Test("with mistakes are reported with their lines", arguments: faults.indices)
  func mistakes(index: Int) throws {
    let (item, problem) = Self.faults[index]
    let problems = try StudyText.problems(Self.variations(item))
    #expect(problems.contains { $0.hasPrefix(problem) }, "\(problems)")
  }

  @Test("have probabilities that add up to at most 1")
  func tooLikely() throws {
    let items = ["a", "b", "c", "d"].map { "{name: \($0), probability: 0.4, set: {cap: 1}}" }
    let problems = try StudyText.problems(
      Self.variations(items[0], items[1], items[2], items[3]))
    #expect(
      problems == [
        "study.yaml:7: probability: the probabilities of the variations add up to 1.6; must be at most 1"
      ])
  }

  @Test("cannot set others_keep above 0 where each member plans for itself")
  func othersKeep() throws {
    let text = "coordination: both\nmembers: allies\n"
    #expect(try StudyText.problems(text).isEmpty)
    let problems = try StudyText.problems(
      text + Self.variations("{name: a, set: {others_keep: 50%}}"))
    #expect(problems.count == 2)
    #expect(
      problems.first?.contains(
        "the option `model` has `others_keep` above 0 under the variation `a`") == true)
  }
}
