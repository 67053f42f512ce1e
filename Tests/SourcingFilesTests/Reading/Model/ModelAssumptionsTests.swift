import Sourcing
import SourcingFiles
import Tables
import TestSupport
import Testing

/// The key `assumptions` of a model, with the assumptions mining, delay, rust and ban of the sample instance.
@Suite("Assumptions of a model")
struct ModelAssumptionsTests {
  private func read(_ text: String, set settings: [String: String] = [:]) throws -> Model {
    let (_, instance) = try SampleTables.read()
    return try ModelReader.read(
      bytes: Array(text.utf8), file: "model.yaml", instance: instance, settings: settings)
  }

  private func problems(_ text: String, set settings: [String: String] = [:]) throws -> [String] {
    do {
      _ = try read(text, set: settings)
      return []
    } catch let error as InputProblems {
      return error.problems.map(\.description)
    }
  }

  @Test("are their places by id")
  func places() throws {
    #expect(try read("name: m\n").assumptions == [:])
    let text = "assumptions:\n  low: delay\n  high: [mining, ban]\n  at: {rust: -0.25}\n"
    #expect(try read(text).assumptions == ["delay": -1, "mining": 1, "ban": 1, "rust": -0.25])
    #expect(try read("assumptions: {at: {rust: 0}}\n").assumptions == ["rust": 0])
  }

  @Test("may be parameters, which the plan without goals depends on")
  func parameters() throws {
    let text =
      "parameters: {z: 0.5, bad: [mining, ban], which: rust, cap: 50%}\nassumptions: {high: $bad, at: {$which: $z}}\n"
      + "goals: [{kind: reliance, upon: CHN, commodity: oxide, at_most: $cap}]\n"
    let model = try read(text)
    #expect(model.assumptions == ["mining": 1, "ban": 1, "rust": 0.5])
    #expect(model.parametersTaken == ["bad", "cap", "which", "z"])
    #expect(model.parametersOfGoals == ["cap"])
    let other = try read(text, set: ["z": "-1", "which": "delay"])
    #expect(other.assumptions == ["mining": 1, "ban": 1, "delay": -1])
    #expect(other.contentHash != model.contentHash)
  }

  @Test("that are unknown, twice or elsewhere are errors with their lines, all at once")
  func mistakes() throws {
    let text = """
      assumptions:
        low: [delai, delay]
        high:
          - delay
        at:
          rust: 1.5
          ban: much
          mining: 0.5
          coal: 0
      history: never

      """
    let found = try problems(text)
    #expect(found.count == 6, "\(found)")
    let expected = [
      "model.yaml:2: low: unknown assumption `delai`; the most similar name is `delay`",
      "model.yaml:4: high: the assumption `delay` is given twice",
      "model.yaml:6: at: found `1.5`; must be a number from -1 (low) to 1 (high)",
      "model.yaml:7: at: found `much`; must be a number from -1 (low) to 1 (high)",
      "model.yaml:9: at: unknown assumption `coal`", "model.yaml:10: history: ",
    ]
    for text in expected {
      #expect(found.contains { $0.hasPrefix(text) }, "\(text) is not in \(found)")
    }
  }

  @Test("set from outside are errors that say so")
  func settings() throws {
    let text = "parameters: {z: 0.5}\nassumptions: {at: {rust: $z}}\n"
    let found = try problems(text, set: ["z": "7"])
    #expect(found.count == 1)
    #expect(found[0].contains("found `7`") && found[0].contains("--set"), "\(found)")
  }

  @Test("of another form are errors")
  func forms() throws {
    for text in ["[mining]", "mining", "{middle: mining}", "{at: [mining]}", "{at: {}}"] {
      #expect(try problems("assumptions: \(text)\n").count == 1, "\(text)")
    }
    for text in ["{low: []}", "{high: {mining: 1}}", "{at: {mining: [1]}}"] {
      #expect(try problems("assumptions: \(text)\n").count == 1, "\(text)")
    }
  }
}
