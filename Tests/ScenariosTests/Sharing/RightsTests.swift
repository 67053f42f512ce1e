import Formulation
import Scenarios
import TestSupport
import Testing

/// The rights of the emergency rule.
struct RightsTests {
  /// Shortfall 13.5 %, restraint 10 %; rights +12.667, −8, −4.667.
  @Test("three members with stocks 8 : 6 : 1 have the rights of the worked example")
  func workedExample() {
    let rights = EmergencyRights(
      consumption: [1000, 600, 400], supply: [850, 520, 360], stocks: [80, 60, 10])
    #expect(abs(rights.shortfall - 0.135) < 1e-12)
    #expect(rights.restraint == 0.10)
    let expected = [38.0 / 3, -8, -14.0 / 3]
    for (found, right) in zip(rights.rights, expected) { #expect(abs(found - right) < 1e-9) }
    #expect(rights.limit(of: 0).give == 0)
    #expect(abs(rights.limit(of: 1).give - 8) < 1e-9)
    #expect(rights.limit(of: 1).receive == 0)
  }

  @Test(
    "nobody shares below a shortfall of 7 %, without use, or without stock",
    arguments: [
      ([100.0, 100], [93.1, 93.1], [5.0, 5]), ([0, 0], [0, 0], [5, 5]),
      ([100, 50], [10, 10], [0, 0]),
    ])
  func isNotSetOff(consumption: [Double], supply: [Double], stocks: [Double]) {
    let rights = EmergencyRights(consumption: consumption, supply: supply, stocks: stocks)
    #expect(rights.restraint == nil)
    #expect(rights.rights.allSatisfy { $0 == 0 })
  }

  @Test("demand restraint is 7 % from a shortfall of 7 % and 10 % from 12 %")
  func restraintSteps() {
    let restraint = { (supply: Double) in
      EmergencyRights(consumption: [100], supply: [supply], stocks: [1]).restraint
    }
    #expect(restraint(93.01) == nil)
    #expect(restraint(93) == 0.07)
    #expect(restraint(88.01) == 0.07)
    #expect(restraint(88) == 0.10)
  }

  @Test("rights add up to 0, and no member both gives and receives", arguments: 1...200)
  func balance(seed: Int) {
    var random = SeededGenerator(state: UInt64(seed) &* 7919)
    let count = Int.random(in: 2...8, using: &random)
    let consumption = (0..<count).map { _ in Double.random(in: 0...1000, using: &random) }
    let supply = consumption.map { $0 * Double.random(in: 0.5...1, using: &random) }
    let stocks = (0..<count).map { _ in max(0, Double.random(in: -50...200, using: &random)) }
    let rights = EmergencyRights(consumption: consumption, supply: supply, stocks: stocks)
    let total = consumption.reduce(0, +)
    #expect(abs(rights.rights.reduce(0, +)) <= 1e-9 * total)
    for member in 0..<count {
      let limit = rights.limit(of: member)
      #expect(limit.give == 0 || limit.receive == 0)
      #expect(abs(limit.receive - limit.give - rights.rights[member]) <= 1e-12 * total)
    }
  }
}
