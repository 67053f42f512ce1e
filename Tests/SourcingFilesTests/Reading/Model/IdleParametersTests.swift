import Foundation
import Sourcing
import SourcingFiles
import TestSupport
import Testing

@Suite("Parameters that limit nothing")
struct IdleParametersTests {
  private func idle(_ text: String, settings: [String: String] = [:]) throws -> [String] {
    let instance = try withTemporaryFolder { folder in
      try write(SampleInstance.bytes, to: folder)
      return try InstanceReader.read(folder: folder.path)
    }
    return try ModelReader.read(
      bytes: Array(text.utf8), file: "m.yaml", instance: instance, settings: settings
    ).parametersWithoutEffect
  }

  @Test("a target at the end of what is possible, and a decline of 100%")
  func ends() throws {
    let text = """
      name: m
      title: at most $cap
      parameters: {cap: 100%, least: 0%, decline: 100%, other: 100%, both: 100%, named: 100%}
      max_decline: $decline
      goals:
        - {kind: reliance, upon: CHN, commodity: oxide, at_most: $cap, by: last}
        - {kind: reliance, upon: AUS, commodity: oxide, at_least: $least, by: last}
        - {kind: service, commodity: magnet, at_least: $other, by: last}
        - {kind: largest_source, commodity: oxide, at_most: $both, by: last}
        - {kind: service, commodity: oxide, at_least: $both, by: last}
        - {kind: hhi, name: "to $named", commodity: oxide, at_most: $named, by: last}

      """
    #expect(try idle(text) == ["cap", "decline", "least"])
    #expect(
      try idle(text, settings: ["cap": "100 %", "decline": "1"]) == ["cap", "decline", "least"])
    #expect(try idle(text, settings: ["cap": "50%", "least": "10%"]) == ["decline"])
    #expect(try idle(text, settings: ["other": "0%"]) == ["cap", "decline", "least", "other"])
  }

  @Test("a share of use can be above 100%, and a parameter in the value of another is needed")
  func exceptions() throws {
    let text = """
      name: m
      parameters: {basis: use, cap: 100%, first: 100%, second: $first}
      goals:
        - {kind: reliance, upon: CHN, commodity: oxide, at_most: $cap, basis: $basis, by: last}
        - {kind: largest_source, commodity: oxide, at_most: $second, by: last}

      """
    #expect(try idle(text) == ["second"])
    #expect(try idle(text, settings: ["basis": "supply"]) == ["cap", "second"])
  }
}
