import Foundation
import GLPKSolver
import SourcingFiles
import TestSupport
import Testing
import Yams

@testable import Studies

@Suite("What to order now: cases with known answers")
struct HedgeCaseTests {
  static let names = TestPaths.caseNames.filter { $0.hasPrefix("hedge-") }

  @Test("The cases are there")
  func cases() { #expect(Self.names.count >= 2) }

  @Test(
    "A case has the own costs, the regret and the expected cost that an independent solver found",
    arguments: names, [HedgeFinder.Method.whole, .decomposed])
  func known(name: String, method: HedgeFinder.Method) throws {
    let folder = TestPaths.case(name)
    let text = try String(contentsOfFile: folder + "/expected.yaml", encoding: .utf8)
    let expected = try #require(try Yams.compose(yaml: text))
    let arguments = try #require(expected["arguments"])
    let study = try StudyReader.read(file: folder + "/study.yaml", solver: GLPKSolver())
    let option = try #require(
      study.options.firstIndex { $0.name == arguments["option"]?.string })
    let until = arguments["until"]?.string
    let regret = try #require(
      try study.hedged(until: until, option: option, method: method).hedge)
    let cheapest = try #require(
      try study.hedged(until: until, .expected, option: option, method: method).hedge)
    let own = try #require(expected["own"]?.mapping)
    #expect(regret.worlds.map(\.name) == own.keys.compactMap(\.string))
    for world in regret.worlds {
      #expect(isClose(world.ownCost, own[.init(world.name)]?.float), "\(world.name)")
    }
    // The known figures have five decimals, and the regret is a difference of costs.
    #expect(abs(regret.worstRegret - (expected["regret"]?.float ?? .nan)) <= regret.near)
    #expect(isClose(cheapest.expectedCost, expected["expected"]?.float))
  }

  private func isClose(_ a: Double, _ b: Double?) -> Bool {
    guard let b else { return false }
    return abs(a - b) <= 1e-6 * max(1, abs(b))
  }
}
