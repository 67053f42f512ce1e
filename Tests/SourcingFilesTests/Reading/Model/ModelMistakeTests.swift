import Foundation
import Sourcing
import SourcingFiles
import Tables
import TestSupport
import Testing

/// Mistakes in a model file, each with its line and a part of the expected message.
struct ModelMistakeTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    var text: String
    var line: Int
    var says: String
    init(_ text: String, line: Int = 2, says: String) {
      self.text = text
      self.line = line
      self.says = says
    }
    var testDescription: String { text }
  }

  static func goal(_ keys: String, line: Int = 2, says: String) -> Mistake {
    Mistake("goals: [{\(keys)}]", line: line, says: says)
  }

  static let cap = "kind: reliance, upon: CHN, commodity: oxide, at_most: 50%"
  static let cuts = "kind: resilience, commodity: magnet, at_least: 5%, against:"

  static let mistakes: [Mistake] = [
    Mistake("- a list", says: "must be a mapping"),
    Mistake("gaols: []", says: "similar name is `goals`"),
    Mistake("name: a b", says: "a name starts with"),
    Mistake("history: ignroe", says: "must be fix or ignore"),
    Mistake("max_decline: 120%", says: "a share from 0%"),
    Mistake("max_decline: nan", says: "a share from 0%"),
    Mistake("max_decline: [1]", says: "a list"),
    Mistake("max_decline: 2,5 %", says: "it has a decimal comma: write a point, 2.5%"),
    Mistake("max_decline: n/a", says: "missing number"),
    Mistake("max_decline: “5%”", says: "“ is part of the text"),
    Mistake("projects: [p2]", says: "similar name is `p1`"),
    Mistake("programmes: [fnd]", says: "similar name is `fund`"),
    Mistake("stockpiles: keep", says: "must be hold, free or none"),
    Mistake("title: $nobody pays", says: "unknown parameter `$nobody`"),
    Mistake("max_decline: $much", says: "unknown parameter `$much`"),
    Mistake("parameters: [1]", says: "a mapping of names to values"),
    Mistake(
      "parameters: {cap: 0,5}",
      says: "`0,5` is not a number; it has a decimal comma: write a point, 0.5"),
    Mistake(
      "parameters: {cap: 1,5%, by: 2021}",
      says: "`1,5%` is not a number; it has a decimal comma: write a point, 1.5%"),
    Mistake("parameters: {a: 0,5, b: 1,5}", says: "write a point, 0.5"),
    Mistake("parameters: {a: 1,500}", says: "write 1500 if the comma separates thousands"),
    goal(
      "kind: reliance, upon: CHN, commodity: oxide, at_most: {2020: 0,6}",
      says: "it has a decimal comma: write a point, 0.6"),
    Mistake("parameters: {foo}", says: "the parameter has no value; write `foo:`"),
    Mistake("parameters: {cap 40%}", says: "`cap 40%` is not an identifier; write a name, a colon"),
    Mistake("parameters:\n  cap:\n", line: 3, says: "the parameter has no value; write `cap:`"),
    Mistake("parameters: {a: $b, b: $a}\nmax_decline: $a", line: 2, says: "refers to itself"),
    Mistake("goals: yes", says: "a list of goals"),
    Mistake("goals: [reliance]", says: "must say its kind"),
    goal("kind: relaince", says: "similar name is `reliance`"),
    goal("kind: reliance, upon: CHN, commodity: oxide", says: "no target"),
    goal("kind: reliance, commodity: oxide, at_most: 50%", says: "must say `upon`"),
    goal("kind: reliance, upon: CHN, at_most: 50%", says: "must name its commodity"),
    goal("kind: reliance, upon: CHM, commodity: oxide, at_most: 1", says: "similar name is `CHN`"),
    goal("kind: reliance, upon: CHN, commodity: oxid, at_most: 1", says: "similar name is `oxide`"),
    // Empty lists and mappings are mistakes.
    goal("kind: reliance, upon: CHN, commodity: [], at_most: 5%", says: "found an empty list"),
    goal("kind: reliance, upon: CHN, commodity: oxide, at_most: {}", says: "an empty mapping"),
    goal("\(cap), in: []", says: "found an empty list"),
    goal("\(cap), in: {}", says: "found an empty mapping"),
    goal("\(cap), name: []", says: "found an empty list; must be a name"),
    goal("kind: resilience, against: [], commodity: oxide, at_least: 9%", says: "an empty list"),
    goal("kind: resilience, against: none, commodity: oxide, at_least: 9%", says: "found `none`"),
    goal("kind: capex, projects: [], at_most: 5", says: "found an empty list"),
    goal("kind: capex, projects: none, at_most: 5", says: "found `none`"),
    goal(
      "kind: reliance, upon: CHN, commodity: oxide, at_most: {2022: 5%}, in: 2021",
      says: "the path starts in 2022, after 2021"),
    goal(
      "kind: resilience, against: ban, commodity: oxide, each_month_at_least: {2022: 5%}, in: 2021",
      says: "the path starts in 2022, after 2021"),
    Mistake("risk: {against: []}", says: "found an empty list"),
    Mistake("objective: []", says: "found an empty list"),
    Mistake(
      "parameters: {c: {}}\ngoals: [{kind: hhi, commodity: oxide, at_most: $c}]", line: 3,
      says: "an empty mapping"),
    goal("\(cap), of: JNP", says: "similar name is `JPN`"),
    goal("\(cap), by: 2025", says: "must be one of 2020, 2021, 2022, first, last"),
    goal("\(cap), by: 2021, in: 2022", says: "either `by`, or `in`"),
    goal("\(cap), from: 2022, until: 2020", says: "ends before it starts"),
    goal("\(cap), basis: demand", says: "must be supply, imports or use"),
    goal("\(cap), trace: chain, basis: use", says: "`basis: supply` only"),
    goal("\(cap), each: maybe", says: "yes or no"),
    goal("\(cap), penalty: -1", says: "0 or more"),
    goal("\(cap), penalty: 1e400", says: "0 or more"),
    goal("\(cap), penalty: 1e300", says: "found `1e300`; must be 0 or, in size, from 1e-18"),
    goal(
      "kind: reliance, upon: CHN, commodity: oxide, at_most: 1e-300",
      says: "found `1e-300`; must be 0 or, in size, from 1e-18"),
    goal("\(cap), budget: 3", says: "unknown key"),
    goal("kind: reliance, upon: CHN, commodity: oxide, at_most: 150%", says: "a share from 0%"),
    goal("kind: reliance, upon: CHN, commodity: oxide, at_most: lots", says: "a share from 0%"),
    goal(
      "kind: reliance, upon: CHN, commodity: oxide, at_most: {2019: 50%}",
      says: "unknown period `2019`"),
    goal("kind: hhi, commodity: oxide, basis: use, at_most: 0.4", says: "supply and imports"),
    goal("kind: plus_one, commodity: oxide, each_at_least: 5%", says: "must say `beyond`"),
    goal(
      "kind: plus_one, beyond: CHN, sources: 0, commodity: oxide, each_at_least: 5%",
      says: "whole number from 1 to 1000000"),
    goal("kind: cover, commodity: oxide, at_least: -3", says: "0 or more"),
    goal("kind: subsidy, at_most: 4", says: "must say `programme`"),
    goal("kind: subsidy, programme: found, at_most: 4", says: "similar name is `fund`"),
    goal("kind: capex, at_most: {2020: 5}", says: "one amount"),
    goal("kind: cost, by: 2021, at_most: 5", says: "unknown key"),
    goal("kind: resilience, commodity: magnet, at_least: 5%", says: "must say `against`"),
    goal(
      "kind: resilience, against: bann, commodity: magnet, at_least: 5%",
      says: "similar name is `ban`"),
    // Goals against any attack.
    goal("\(cuts) {cuts: 1.5}", says: "whole number from 0 to 20"),
    goal("\(cuts) {cuts: -1}", says: "whole number from 0 to 20"),
    goal("\(cuts) {cuts: 21}", says: "whole number from 0 to 20"),
    goal("\(cuts) {targets: stages}", says: "must say `cuts`"),
    goal("\(cuts) {}", says: "must say `cuts`"),
    goal("\(cuts) {cuts: 1, targets: region}", says: "must be regions, stages or exports"),
    goal("\(cuts) {cuts: 1, targets: [stages, lanes]}", says: "must be regions, stages or exports"),
    goal(
      "\(cuts) {cuts: 1, targets: 'stages,exports'}",
      says: "or a list of them in brackets such as [stages, exports]"),
    goal("\(cuts) [all, {cuts: 1}]", says: "found `all` in a list"),
    goal("\(cuts) [ban, {cuts: 1}]", says: "found a mapping in a list"),
    goal("\(cuts) {cuts: 1, targets: []}", says: "found an empty list"),
    goal("\(cuts) {cuts: 1, by: CHM}", says: "similar name is `CHN`"),
    goal("\(cuts) {cuts: 1, from: CHN}", says: "unknown key"),
    Mistake("risk: {against: {cuts: 1}}", says: "found a mapping"),
    Mistake("objective: [{minimise: costs}]", says: "cost, capex"),
    Mistake("objective: [{minimise: loss}]", says: "needs the model's `risk:`"),
    Mistake("objective: [{minimise: flow}]", says: "must say `upon` and `commodity`"),
    Mistake("objective: [{tolerance: 1%}]", says: "what to `minimise`"),
    Mistake("risk: {cvar: {alpha: 100%}}", says: "below 100%"),
    Mistake("risk: {against: [bang]}", says: "similar name is `ban`"),
    Mistake("stress: {horizon_months: 0}", says: "whole number from 1 to 1200"),
    Mistake("stress: {horizon_months: 1.5}", says: "whole number from 1 to 1200"),
    Mistake("stress: {horizon_months: 1201}", says: "whole number from 1 to 1200"),
    Mistake("stress: {sharing: {mode: pool, members: allies}}", says: "own, pooled, quota or iep"),
    Mistake("stress: {sharing: {mode: pooled}}", says: "must say its `members`"),
    Mistake("stress: {sharing: {mode: quota, members: allies}}", says: "must say its `quota`"),
    Mistake(
      "risk: {}\nstress: {sharing: {mode: iep, members: allies}}", line: 3,
      says: "cannot be planned under `iep`"),
    Mistake("stress: {allocation: fair}", says: "must be efficient or pro_rata"),
    Mistake(
      "risk: {}\nstress:\n  horizon_months: 6\n  allocation: pro_rata", line: 5,
      says: "cannot be planned under `pro_rata`"),
    Mistake(
      "goals: [{kind: resilience, against: ban, commodity: magnet, at_least: 5%}]\n"
        + "stress: {allocation: pro_rata}", line: 3, says: "not linear in the plan"),
    Mistake("goals: [{\(cap), name: a}, {\(cap), name: a}]", says: "named `a` already"),
    Mistake("title: a\ntitle: b", says: "given twice"),
    Mistake("title: 'unended", says: "not a YAML"),
  ]

  static func read(_ text: String, settings: [String: String] = [:]) throws -> Model {
    try withTemporaryFolder { folder in
      try write(SampleInstance.bytes, to: folder)
      let instance = try InstanceReader.read(folder: folder.path)
      return try ModelReader.read(
        bytes: Array("# m\n\(text)\n".utf8), file: "m.yaml", instance: instance,
        settings: settings)
    }
  }

  @Test(
    "a mistake in a model is reported with its line and what would be right", arguments: mistakes)
  func isTold(mistake: Mistake) throws {
    let thrown = try #require(throws: InputProblems.self) { _ = try Self.read(mistake.text) }
    let texts = thrown.problems.map(\.description)
    #expect(thrown.reason == .badData)
    let isTold = thrown.problems.contains {
      $0.file == "m.yaml" && $0.message.contains(mistake.says)
        && (mistake.says.hasPrefix("not") || mistake.says == "given twice"
          || $0.line == mistake.line)
    }
    #expect(isTold, "\(texts)")
  }

  @Test("all mistakes are reported at once")
  func allAtOnce() throws {
    let thrown = try #require(throws: InputProblems.self) {
      _ = try Self.read("max_decline: 2\nstockpiles: keep\ngoals: [{kind: relaince}]")
    }
    #expect(thrown.problems.count == 3)
    #expect(thrown.problems.map(\.line) == [2, 3, 4])
  }

  @Test("a setting without a parameter of the model is an error")
  func unknownSetting() throws {
    let thrown = try #require(throws: InputProblems.self) {
      _ = try Self.read("parameters: {cap: 50%}\nmax_decline: $cap", settings: ["capp": "3"])
    }
    #expect(thrown.problems.contains { $0.message.contains("similar name is `cap`") })
  }

  @Test("an unknown setting is compared with the parameters of the model, not of the instance")
  func unknownSettingOfInstance() throws {
    let thrown = try #require(throws: InputProblems.self) {
      _ = try Self.read("parameters: {cap: 50%}\nmax_decline: $cap", settings: ["rivals": "3"])
    }
    #expect(
      thrown.problems.contains {
        $0.message.contains(" (known: cap; of the instance: ")
      }, "\(thrown.problems)")
  }

  @Test("a mistake in a setting names the setting, not only the line that uses it")
  func mistakenSetting() throws {
    let text = "parameters: {cap: 50%}\nmax_decline: $cap"
    let thrown = try #require(throws: InputProblems.self) {
      _ = try Self.read(text, settings: ["cap": "50"])
    }
    #expect(
      thrown.problems.map(\.description) == [
        "m.yaml:3: max_decline: found `50`; must be a share from 0% to 100% (or 0 to 1); write 0.5 or 50% "
          + "(set with --set or by a study: cap = 50)"
      ])
  }

  @Test("a mistake is not attributed to a setting that it does not contain")
  func otherSetting() throws {
    let cases: [(text: String, settings: [String: String], note: String?)] = [
      // 1 is a part of the number that is wrong, not the number.
      ("parameters: {n: 5}\nmax_decline: 1.5\ntitle: $n", ["n": "1"], nil),
      ("parameters: {n: 5}\nstress: {horizon_months: $n, reroute_months: 2.1}", ["n": "1"], nil),
      // The value comes through another parameter, whose name has a point.
      ("parameters: {n: 5, my.cap: $n}\nmax_decline: $my.cap", ["n": "50"], "n = 50"),
      ("parameters: {my.cap: 5%}\nmax_decline: $my.cap", ["my.cap": "50"], "my.cap = 50"),
    ]
    for example in cases {
      let thrown = try #require(throws: InputProblems.self) {
        _ = try Self.read(example.text, settings: example.settings)
      }
      let notes = thrown.problems.map { $0.message.components(separatedBy: "by a study: ") }
      #expect(notes.count == 1)
      #expect(notes.first?.dropFirst().first == example.note.map { "\($0))" }, "\(thrown)")
    }
  }

  @Test("settings override the instance's parameters, and these override the model's")
  func precedence() throws {
    let text =
      "parameters: {rival: AUS, cap: 10%, own: $cap}\nmax_decline: $own\ntitle: $rival at $cap."
    #expect(try Self.read(text).title == "CHN at 10%.")
    #expect(try Self.read(text, settings: ["rival": "JPN"]).title == "JPN at 10%.")
    #expect(try Self.read(text, settings: ["cap": "30%"]).maxDecline == 0.3)
  }

  @Test("a path of targets may be set from outside")
  func pathSetting() throws {
    let text =
      "parameters: {cap: 1}\ngoals: [{kind: reliance, upon: CHN, commodity: oxide, at_most: $cap, by: first}]"
    let model = try Self.read(text, settings: ["cap": "{2020: 80%, 2022: 40%}"])
    let target = try #require(model.goals.first?.bounds.first?.target)
    #expect(target.values.count == 3)
    #expect(abs((target[1] ?? 0) - 0.6) < 1e-12)
  }
}
